import { text } from '../language/text.ts';
import type { Round } from './rounds.ts';

/** The name of the audience a round asked; null: everybody. */
export function whomText(
  { teamId, role, oneIn }: Pick<Round, 'teamId' | 'role' | 'oneIn'>,
  teams: readonly { id: string; name: string }[],
): string | null {
  if (teamId !== null) return teams.find(({ id }) => id === teamId)?.name ?? text('pulse.earlier.gone');
  if (role) return text(`pulse.whose.${role}`);
  return oneIn > 1 ? text('pulse.whose.sample', { part: oneIn }) : null;
}
