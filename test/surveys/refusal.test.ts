// When a round does not begin, and whom it asks then.
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { closeRounds } from '../../src/surveys/close.ts';
import { readOwnQuestions } from '../../src/surveys/own-questions.ts';
import { type NewRound, startRound } from '../../src/surveys/rounds.ts';
import { useDatabase } from '../support/database.ts';
import { begin } from './begin.ts';
import { twelve } from './twelve.ts';

const db = useDatabase();
const opened = Temporal.Instant.from('2026-03-02T08:00:00Z');
const asksOwn = {
  instrument: 'own',
  own: readOwnQuestions('Where do you like to work? (office | home)\nWhat helps?'),
} as const;

/** Twelve people who have a pulse before them. */
async function afterAPulse() {
  const office = await twelve(db());
  const { workspaceId, invited } = office;
  const about = { workspaceId, instrument: 'pulse', teamId: null, howMany: 2, invited } as const;
  return { ...office, round: await begin(db(), about, opened) };
}

it('who was asked the same a short while ago is not asked again, nor are fewer than five', async () => {
  const { workspaceId, members, round, teams } = await afterAPulse();
  const of = { workspaceId, teamId: null, howMany: 2, scheduleId: crypto.randomUUID() };
  const again = (days: number, who: readonly string[], instrument: 'pulse' | 'enps' = 'pulse') => {
    const at = opened.add({ hours: 24 * days });
    const invited = who.map((memberId) => ({ memberId, teamId: teams.get(memberId) ?? null }));
    return startRound(db(), { ...of, instrument, invited, closesAt: at.add({ hours: 48 }) }, at);
  };
  expect(await again(10, members.slice(0, 6))).toEqual({ why: 'too_soon' });
  expect(await again(10, members.slice(0, 4), 'enps')).toEqual({ why: 'too_few' });
  expect(await again(10, members, 'enps')).toMatchObject({ instrument: 'enps' });
  await closeRounds(db(), round.closesAt);
  expect(await again(22, members)).toMatchObject({ instrument: 'pulse' });
});

it('nor by another survey in the same words, nor more often than the workspace allows: all wait, and nobody is left out', async () => {
  const { workspaceId, members, round, teams } = await afterAPulse();
  const of = { workspaceId, teamId: null, howMany: 2 };
  const ask = (days: number, asks: Pick<NewRound, 'instrument' | 'own'>, who: readonly string[] = members) => {
    const at = opened.add({ hours: 24 * days });
    const invited = who.map((memberId) => ({ memberId, teamId: teams.get(memberId) ?? null }));
    const scheduleId = crypto.randomUUID();
    return startRound(db(), { ...of, ...asks, scheduleId, invited, closesAt: at.add({ hours: 48 }) }, at);
  };
  const { text } = round.questions[0]!;
  const sameWords = { instrument: 'own', own: readOwnQuestions(`${text.toUpperCase()}!! (1-5)`) } as const;
  expect(await ask(10, sameWords)).toEqual({ why: 'too_soon' });
  expect(await ask(10, asksOwn)).toMatchObject({ instrument: 'own' });
  // Own questions are the same by their words, not because they are own ones.
  expect(await ask(12, asksOwn)).toEqual({ why: 'too_soon' });
  const party = { instrument: 'own', own: readOwnQuestions('How was the summer party? (1-5)') } as const;
  await db().workspace.update({ where: { id: workspaceId }, data: { quarterlySurveys: 3 } });
  // Six of the twelve are asked a third time.
  expect(await ask(15, { instrument: 'enps' }, members.slice(0, 6))).toMatchObject({ instrument: 'enps' });
  expect(await ask(20, party)).toEqual({ why: 'too_often' });
  expect(await ask(20, party, members.slice(6))).toMatchObject({ instrument: 'own' });
  // A quarter later all may be asked again.
  expect(await ask(140, sameWords)).toMatchObject({ instrument: 'own' });
});

it('of samples one after another nobody is in two until everybody was in one', async () => {
  const { workspaceId, members, invited } = await twelve(db());
  const of = {
    workspaceId,
    instrument: 'enps',
    teamId: null,
    howMany: 1,
    scheduleId: crypto.randomUUID(),
    invited,
  } as const;
  const drawn: string[][] = [];
  for (const days of [30, 60, 90, 120]) {
    const at = opened.add({ hours: 24 * days });
    const round = await startRound(db(), { ...of, oneIn: 2, closesAt: at.add({ hours: 48 }) }, at);
    if ('why' in round) throw new Error(round.why);
    const asked = await db().pulseInvitation.findMany({ where: { roundId: round.id } });
    drawn.push(asked.map(({ memberId }) => memberId));
    await closeRounds(db(), round.closesAt);
  }
  const [first = [], second = [], third = [], fourth = []] = drawn;
  for (const pair of [
    [...first, ...second],
    [...third, ...fourth],
  ])
    expect(pair.sort()).toEqual([...members].sort());
  const at = opened.add({ hours: 24 * 150 });
  // A quarter of twelve is three.
  expect(
    await startRound(db(), { ...of, scheduleId: crypto.randomUUID(), oneIn: 4, closesAt: at.add({ hours: 48 }) }, at),
  ).toEqual({ why: 'too_few' });
});
