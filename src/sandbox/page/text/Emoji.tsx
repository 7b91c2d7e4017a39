import { emojiCharacter } from './emojiCharacter.ts';

/** An emoji by its Slack name; a name Slack does not have stays text, colons and all, as it does there. */
export function Emoji({ name }: { name: string }) {
  const character = emojiCharacter(name);
  if (!character) return `:${name}:`;
  return (
    <span className="emoji" role="img" aria-label={name.replaceAll('_', ' ')} title={`:${name}:`}>
      {character}
    </span>
  );
}
