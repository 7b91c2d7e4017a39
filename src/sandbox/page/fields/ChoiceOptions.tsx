import type { Choice } from './choices.ts';

/** The lines of a select, under their groups where they have any. */
export function ChoiceOptions({ choices }: { choices: Choice[] }) {
  const groups = [...new Set(choices.map(({ group }) => group))];
  return groups.map((group) => {
    const lines = choices
      .filter((choice) => choice.group === group)
      .map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ));
    return group === undefined ? (
      lines
    ) : (
      <optgroup key={group} label={group}>
        {lines}
      </optgroup>
    );
  });
}
