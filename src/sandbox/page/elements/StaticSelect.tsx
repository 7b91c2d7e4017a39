import type { PlainTextOption, StaticSelect as Select } from '@slack/types';
import { useState } from 'react';
import { useAction } from './useAction.tsx';

/** A list to choose one option from, flat or in groups. */
export function StaticSelect({ blockId, element }: { blockId: string; element: Select }) {
  const { pending, run, question } = useAction(blockId, element);
  const [chosen, setChosen] = useState(element.initial_option?.value ?? '');
  const groups = element.option_groups ?? [];
  const options = [...(element.options ?? []), ...groups.flatMap((group) => group.options)];

  const choose = (value: string) => {
    setChosen(value);
    run({ selected_option: options.find((option) => option.value === value) }, () => setChosen(chosen));
  };

  return (
    <>
      <select
        className="select"
        aria-label={element.placeholder?.text ?? 'Choose an option'}
        aria-busy={pending}
        disabled={pending}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="" disabled hidden>
          {element.placeholder?.text ?? 'Choose an option'}
        </option>
        {element.options?.map(drawOption)}
        {groups.map((group) => (
          <optgroup key={group.label.text} label={group.label.text}>
            {group.options.map(drawOption)}
          </optgroup>
        ))}
      </select>
      {question}
    </>
  );
}

function drawOption(option: Pick<PlainTextOption, 'value'> & { text: { text: string } }) {
  return (
    <option key={option.value} value={option.value}>
      {option.text.text}
    </option>
  );
}
