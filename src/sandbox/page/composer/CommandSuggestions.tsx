import { useEffect, useRef } from 'react';
import type { CommandInfo } from '../../protocol.ts';

interface Props {
  id: string;
  commands: CommandInfo[];
  active: number;
  onChoose: (command: CommandInfo) => void;
}

/** The id of one line, for aria-activedescendant. */
export const suggestionId = (list: string, index: number) => `${list}-${index}`;

/** What could be meant, above the text box. Focus stays in the box; it names the active line. */
export function CommandSuggestions({ id, commands, active, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={list} id={id} className="suggestions" role="listbox" aria-label="Commands" tabIndex={-1}>
      {commands.map((command, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled where the focus is, in the text box
        <div
          key={command.command}
          id={suggestionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(command)}
        >
          <b>{command.command}</b> <code>{command.usageHint}</code>
          <span>{command.description}</span>
        </div>
      ))}
    </div>
  );
}
