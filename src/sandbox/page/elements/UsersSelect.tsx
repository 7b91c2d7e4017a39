import type { UsersSelect as Select } from '@slack/types';
import { useState } from 'react';
import { useWorkspace } from '../context.ts';
import { useAction } from './useAction.tsx';

/** A list to choose one of the team's people from. */
export function UsersSelect({ blockId, element }: { blockId: string; element: Select }) {
  const { users } = useWorkspace();
  const { pending, run, question } = useAction(blockId, element);
  const [chosen, setChosen] = useState(element.initial_user ?? '');
  const placeholder = element.placeholder?.text ?? 'Choose a person';
  return (
    <>
      <select
        className="select"
        aria-label={placeholder}
        aria-busy={pending}
        disabled={pending}
        value={chosen}
        onChange={(event) => {
          setChosen(event.target.value);
          run({ selected_user: event.target.value }, () => setChosen(chosen));
        }}
      >
        <option value="" disabled hidden>
          {placeholder}
        </option>
        {users.map((user) => (
          <option key={user.id} value={user.id}>
            {user.realName}
          </option>
        ))}
      </select>
      {question}
    </>
  );
}
