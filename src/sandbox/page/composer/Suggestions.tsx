import { useEffect, useRef } from 'react';
import type { Suggestion } from './suggest.ts';

interface Props {
  id: string;
  offered: Suggestion[];
  active: number;
  onChoose: (suggestion: Suggestion) => void;
}

/** The id of one line, for aria-activedescendant. */
export const suggestionId = (list: string, index: number) => `${list}-${index}`;

/** What could be meant, above the text box. Focus stays in the box; it names the active line. */
export function Suggestions({ id, offered, active, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={list} id={id} className="suggestions" role="listbox" aria-label="Suggestions" tabIndex={-1}>
      {offered.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled where the focus is, in the text box
        <div
          key={suggestion.completed}
          id={suggestionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(suggestion)}
        >
          <b>{suggestion.title}</b> <code>{suggestion.usage}</code>
          <span>{suggestion.description}</span>
        </div>
      ))}
    </div>
  );
}
