import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../db/client.ts';
import type { Asking } from '../../kpi/evaluate.ts';
import { dayLabel } from '../../language/dates.ts';
import type { Directory } from '../../people/directory.ts';
import { managedTeamIds } from '../../people/manages.ts';
import { ownResultsOf } from '../../surveys/own-results.ts';
import { asksTheSame, publishedOf, readableComments, roundBefore } from '../../surveys/results.ts';
import type { Round } from '../../surveys/rounds.ts';
import { readableTexts } from '../../surveys/texts.ts';
import type { OwnTold } from '../messages/own-results.ts';
import type { PulseResults, Told } from '../messages/pulse-results.ts';

/** Of own questions what a group answered; what was written is for who leads it. */
async function ownTold(
  db: Transaction,
  round: Round,
  before: Round | null,
  teamId: string | null,
  readsTexts: boolean,
): Promise<OwnTold> {
  return {
    now: await ownResultsOf(db, round, teamId),
    before: before && (await ownResultsOf(db, before, teamId)),
    texts: readsTexts ? await readableTexts(db, round, teamId) : null,
  };
}

/** What a round has published, as far as it is for this reader: everybody's, and of the teams they lead; an admin's are all. */
export async function resultsFor(
  round: Round,
  reader: Pick<Directory['members'][number], 'id' | 'role'>,
  { db, directory }: Pick<Asking, 'db' | 'directory'>,
): Promise<PulseResults> {
  const last = await roundBefore(db, round);
  const isSame = last === null || asksTheSame(round, last);
  // Of own questions those that have stayed are compared one by one.
  const before = isSame || round.instrument === 'own' ? last : null;
  const told = async (teamId: string | null): Promise<Told | null> => {
    const now = await publishedOf(db, round, teamId);
    if (!now) return null;
    const isOwn = round.instrument === 'own';
    return {
      ...{ now, before: before && (await publishedOf(db, before, teamId)) },
      ...(isOwn ? { own: await ownTold(db, round, before, teamId, teamId !== null || reader.role === 'admin') } : {}),
    };
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
    instrument: round.instrument,
    everybody: await told(null),
    teams: ofTeams.flat(),
    comments: reader.role === 'admin' ? await readableComments(db, round, null) : [],
    since: last?.closedOn ? dayLabel(Temporal.PlainDate.from(last.closedOn), 'day') : '',
    hasChanged: !isSame,
  };
}
