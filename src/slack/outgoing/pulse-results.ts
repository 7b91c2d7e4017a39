import { Temporal } from 'temporal-polyfill';
import type { Asking } from '../../kpi/evaluate.ts';
import { dayLabel } from '../../language/dates.ts';
import type { Directory } from '../../people/directory.ts';
import { managedTeamIds } from '../../people/manages.ts';
import { publishedOf, readableComments, roundBefore } from '../../surveys/results.ts';
import { type Round, roundOf } from '../../surveys/rounds.ts';
import type { PulseResults, Told } from '../messages/pulse-results.ts';
import { voicesFor } from './pulse-voices.ts';

/** What a round has published, as far as it is for this reader: everybody's, and of the teams they lead; an admin's are all. */
export async function resultsFor(
  round: Round,
  reader: Pick<Directory['members'][number], 'id' | 'role'>,
  { db, directory }: Pick<Asking, 'db' | 'directory'>,
): Promise<PulseResults> {
  const row = await roundBefore(db, round);
  const before = row && roundOf(row);
  const told = async (teamId: string | null): Promise<Told | null> => {
    const now = await publishedOf(db, round, teamId);
    return now && { now, before: before && (await publishedOf(db, before, teamId)) };
  };
  const led = managedTeamIds(reader, directory);
  const teams = directory.teams.filter(({ id }) => reader.role === 'admin' || led.includes(id));
  const ofTeams = await Promise.all(
    teams.map(async ({ id, name }) => {
      const result = await told(id);
      return result ? [{ ...result, name, comments: await readableComments(db, round, id) }] : [];
    }),
  );
  return {
    roundId: round.id,
    voices: await voicesFor(round, reader, { db, directory }),
    instrument: round.instrument,
    everybody: await told(null),
    teams: ofTeams.flat(),
    comments: reader.role === 'admin' ? await readableComments(db, round, null) : [],
    since: before?.closedOn ? dayLabel(Temporal.PlainDate.from(before.closedOn), 'day') : '',
  };
}
