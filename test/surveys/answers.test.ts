import { setTimeout as pause } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { answerBy, keepAnswer, newToken } from '../../src/surveys/answers.ts';
import { useDatabase } from '../support/database.ts';
import { storeFacts } from '../support/store-facts.ts';
import { begin } from './begin.ts';

const db = useDatabase();
const names = ['P1', 'P2', 'P3', 'P4', 'P5'];

it('after a write that took long the next rests, and what comes meanwhile is written with it', async () => {
  const { workspace, id } = await storeFacts(db(), { people: Object.fromEntries(names.map((name) => [name, {}])) });
  const invited = names.map((name) => ({ memberId: id('member', name), teamId: null }));
  const opened = Temporal.Instant.from('2026-03-02T08:00:00Z');
  const about = { workspaceId: workspace.id, instrument: 'pulse', teamId: null, howMany: 1, invited } as const;
  const round = await begin(db(), about, opened);
  const question = round.questions[0]!.id;
  const [first, second, third] = [newToken(), newToken(), newToken()];
  const says = (token: string, score: number) =>
    keepAnswer(db(), round, { token, teamId: null, scores: { [question]: score } });

  let long: Promise<void> | undefined;
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM pulse_rounds WHERE id = ${round.id}::uuid FOR UPDATE`;
    long = says(first, 1);
    await pause(300);
  });
  await long;
  // It rests for more than a second now.
  const next = says(second, 2);
  await pause(50);
  expect(says(third, 3)).toBe(next);
  await next;
  for (const [token, score] of [[first, 1] as const, [second, 2] as const, [third, 3] as const])
    expect((await answerBy(db(), round, token)).scores).toEqual({ [question]: score });
});
