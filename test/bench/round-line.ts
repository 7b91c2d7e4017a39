import { setTimeout as pause } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { planDue } from '../../src/schedule/plan.ts';
import { addSchedule } from '../../src/schedule/schedule.ts';
import { keepAnswer, newToken } from '../../src/surveys/answers.ts';
import { closeRounds } from '../../src/surveys/close.ts';
import { roundOf } from '../../src/surveys/rounds.ts';
import { type Crowd, gather } from './crowd.ts';
import { interleaved, type Line, timed } from './measure.ts';
import type { Stage } from './stage.ts';

const PEOPLE = 10_000;
const PRESSES = 100;

/** A survey of ten thousand people: that it begins, that one of them answers when the others have, and that it closes. */
export async function roundLines(stage: Stage): Promise<Line[]> {
  const crowd = await gather(stage, 'round', PEOPLE);
  try {
    return [await beginning(crowd), ...(await answering(crowd)), await closing(crowd)];
  } finally {
    await crowd.close();
  }
}

/** All that is written when it begins, beside the very same rows written by one statement. */
async function beginning({ db, pool, workspaceId }: Crowd): Promise<Line> {
  const now = Temporal.Now.instant();
  await addPulse(db, workspaceId, now);
  await pool.query('CREATE TABLE before AS SELECT id, next_at, planned_through FROM schedules');
  const clear = async () => {
    await pool.query('TRUNCATE deliveries, occurrences, pulse_rounds CASCADE');
    await pool.query(
      'UPDATE schedules s SET next_at = b.next_at, planned_through = b.planned_through FROM before b WHERE b.id = s.id',
    );
  };
  const expectAll = async () => {
    const [invited, deliveries] = [await db.pulseInvitation.count(), await db.delivery.count()];
    // The ask and, as the working days fall, one or two reminders.
    if (invited !== PEOPLE || (deliveries !== 2 * PEOPLE && deliveries !== 3 * PEOPLE))
      throw new Error(`${invited} of ${PEOPLE} are invited, with ${deliveries} deliveries`);
  };
  await planDue(db, now);
  await expectAll();
  for (const table of ['occurrences', 'pulse_rounds', 'pulse_invitations', 'deliveries'])
    await pool.query(`CREATE TABLE all_${table} AS SELECT * FROM ${table}`);
  const begin = async () => {
    await clear();
    const ms = await timed(() => planDue(db, now));
    await expectAll();
    return ms;
  };
  const write = async () => {
    await clear();
    return timed(() =>
      pool.query(`
        WITH o AS (INSERT INTO occurrences SELECT * FROM all_occurrences),
          r AS (INSERT INTO pulse_rounds SELECT * FROM all_pulse_rounds),
          i AS (INSERT INTO pulse_invitations SELECT * FROM all_pulse_invitations)
        INSERT INTO deliveries SELECT * FROM all_deliveries`),
    );
  };
  const times = await interleaved({ rounds: 3, warmUp: 1 }, begin, write);
  await clear();
  await pool.query('INSERT INTO pulse_rounds SELECT * FROM all_pulse_rounds');
  await pool.query('INSERT INTO pulse_invitations SELECT * FROM all_pulse_invitations');
  return {
    name: `a survey of ${PEOPLE.toLocaleString('en')} begins`,
    reference: 'one INSERT of the same rows',
    ...times,
  };
}

async function addPulse(db: Crowd['db'], workspaceId: string, now: Temporal.Instant): Promise<void> {
  const due = now.subtract({ minutes: 5 }).toZonedDateTimeISO('UTC');
  const whose = { scope: 'workspace' } as const;
  await addSchedule(
    db,
    workspaceId,
    {
      what: { kind: 'pulse', instrument: 'pulse', whose, howMany: 3, openDays: 10 },
      audience: { to: 'everyone' },
      recurrence: {
        on: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 7], every: 1 },
        at: due.toPlainTime().toString({ smallestUnit: 'minute' }),
        ...{ workingDaysOnly: false, from: due.toPlainDate().subtract({ days: 7 }).toString() },
      },
      ...{ zone: 'UTC', ownerId: null },
    },
    new Date(now.subtract({ minutes: 10 }).epochMilliseconds),
  );
}

/** All answers are written anew with each: beside the same rows put into an empty table; and a hundred people at once. */
async function answering({ db, pool }: Crowd): Promise<Line[]> {
  const round = roundOf(await db.pulseRound.findFirstOrThrow());
  const [question] = round.questions;
  const scores = Object.fromEntries(round.questions.map(({ id }, index) => [id, 1 + (index % 5)]));
  await pool.query(
    `INSERT INTO pulse_answers (workspace_id, round_id, token, team_id, scores, comment)
     SELECT $1, $2, encode(sha256(n::text::bytea), 'base64'), NULL, $3, NULL FROM generate_series(1, ${PEOPLE - PRESSES - 1}) n`,
    [round.workspaceId, round.id, JSON.stringify(scores)],
  );
  await pool.query('CREATE TABLE all_answers (LIKE pulse_answers INCLUDING INDEXES)');
  const tokens = Array.from({ length: PRESSES }, newToken);
  const press = (token: string) =>
    keepAnswer(db, round, { token, teamId: null, scores: { [question?.id ?? '']: 1 + Math.floor(Math.random() * 5) } });
  const rewrite = async () => {
    await pool.query('TRUNCATE all_answers');
    return timed(() => pool.query('INSERT INTO all_answers SELECT * FROM pulse_answers ORDER BY gen_random_uuid()'));
  };
  const one = newToken();
  const alone = await interleaved({ rounds: 5, warmUp: 1 }, () => rested(() => press(one)), rewrite);
  const together = await interleaved(
    { rounds: 3, warmUp: 1 },
    () => rested(() => Promise.all(tokens.map(press))),
    rewrite,
  );
  return [
    {
      name: `one answer among ${PEOPLE.toLocaleString('en')}`,
      reference: 'as many rows into an empty table',
      ...alone,
    },
    { name: `${PRESSES} answers at once among them`, reference: 'as many rows into an empty table', ...together },
  ];
}

/** As the first for some time: after each write there is a rest, in which what comes waits. */
async function rested(work: () => Promise<unknown>): Promise<number> {
  await pause(2_100);
  return timed(work);
}

/** Once, as it cannot be done again: beside reading all it is made of. */
async function closing({ db, pool }: Crowd): Promise<Line> {
  const round = roundOf(await db.pulseRound.findFirstOrThrow());
  const read = await timed(() => pool.query('SELECT * FROM pulse_answers'));
  const close = await timed(() => closeRounds(db, round.closesAt));
  const told = await db.delivery.count({ where: { content: { path: ['kind'], equals: 'pulse_results' } } });
  if (told !== PEOPLE) throw new Error(`${told} are told the results, not ${PEOPLE}`);
  return {
    name: `a survey of ${PEOPLE.toLocaleString('en')} closes`,
    reference: 'its answers read',
    ...{ times: [close], referenceTimes: [read] },
  };
}
