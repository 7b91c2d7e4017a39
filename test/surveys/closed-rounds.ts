import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../src/db/client.ts';
import type { Round } from '../../src/surveys/rounds.ts';
import { type Stored, storeFacts } from '../support/store-facts.ts';
import { held } from './held.ts';

export const names = Array.from({ length: 22 }, (_, index) => `P${index + 10}`);
/** Nine are in North, eight in South, three in West, two in none; Yuri was asked in one round alone, Zoe came later. */
export const teamOf = (index: number) => (index < 9 ? 'North' : index < 17 ? 'South' : index < 20 ? 'West' : null);

export interface ClosedRounds {
  story: Stored;
  rounds: Record<'january' | 'march' | 'north' | 'enps', Round>;
  /** Somebody who leads these teams. */
  reader(name: string, ...leads: string[]): { memberId: string; leads: string[] };
}

/** Four rounds of these people that have closed: two pulses and an eNPS of everybody, and an eNPS of North. */
export async function closedRounds(db: Database): Promise<ClosedRounds> {
  const story = await storeFacts(db, {
    people: { ...Object.fromEntries(names.map((name) => [name, {}])), Yuri: {}, Zoe: {} },
    belongs: names.flatMap((_, index) => teamOf(index) ?? []).map((team, index) => ({ who: names[index]!, team })),
  });
  const { workspace, id } = story;
  const of = { workspaceId: workspace.id };
  const people = (says: (index: number) => number | null) =>
    names.map((name, index) => ({
      ...{ memberId: id('member', name), says: says(index) },
      teamId: teamOf(index) && id('team', teamOf(index)!),
    }));
  const north = await held(db, {
    ...{ ...of, instrument: 'enps', day: '2026-02-02', teamId: id('team', 'North') },
    people: people(() => 9).slice(0, 9),
  });
  // In other words, else everybody could not be asked so soon.
  await db.pulseRound.update({
    where: { workspaceId_id: { ...of, id: north.id } },
    data: { questions: [{ ...north.questions[0]!, text: 'Is North a good place to work?' }] },
  });
  const rounds = {
    north,
    january: await held(db, { ...of, instrument: 'pulse', day: '2026-01-05', people: people(() => 2) }),
    march: await held(db, {
      ...{ ...of, instrument: 'pulse', day: '2026-03-02' },
      people: people((index) => (index < 9 ? 4 : index < 17 ? 3 : null)),
    }),
    enps: await held(db, {
      ...{ ...of, instrument: 'enps', day: '2026-03-09' },
      people: [...people((index) => index % 11), { memberId: id('member', 'Yuri'), teamId: null, says: 9 }],
    }),
  };
  const reader = (name: string, ...leads: string[]) => ({
    memberId: id('member', name),
    leads: leads.map((team) => id('team', team)),
  });
  return { story, rounds, reader };
}

/** The twentieth of March, when all of them but the first have closed this month. */
export const march20 = Temporal.Instant.from('2026-03-20T12:00:00Z');
