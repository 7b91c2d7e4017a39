import type { Directory } from '../../people/directory.ts';
import type { Round } from '../../surveys/rounds.ts';
import type { Voices } from '../messages/pulse-voices.ts';

/** What a reader of a round's results can go on to. */
export const voicesFor = (round: Round, reader: Pick<Directory['members'][number], 'id' | 'role'>): Voices => ({
  mode: round.mode,
  isOwner: round.mode === 'confidential' && round.ownerId === reader.id,
});
