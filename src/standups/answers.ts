/** What was said in a standup. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dateOf } from '../calendar/js-date.ts';
import type { Database, Transaction } from '../db/client.ts';
import type { StandupAnswer } from '../db/generated/client.ts';
import { Problem } from '../errors.ts';
import { type Ask, asksOf, type Session } from './asks.ts';
import { tellDigest } from './digest-news.ts';
import { type StandupQuestion, saysNothing } from './questions.ts';
import { showSaid } from './show-said.ts';

/** An answer keeps its question's words: a standup may ask otherwise some day. */
const answersSchema = z.array(z.object({ id: z.string(), question: z.string(), words: z.string() }));

export type Answers = z.infer<typeof answersSchema>;

/** What one person said on one day. */
export interface Said {
  memberId: string;
  /** Those questions that were answered; none: there was nothing to report. */
  answers: Answers;
  isLate: boolean;
}

/** All that was said on a day, in the order in which it came. */
export async function saidOn(db: Transaction, { workspaceId, scheduleId, day }: Session): Promise<Said[]> {
  const rows = await db.standupAnswer.findMany({
    where: { workspaceId, scheduleId, day: new Date(day) },
    orderBy: [{ answeredAt: 'asc' }, { memberId: 'asc' }],
  });
  return rows.map(saidIn);
}

export async function saidBy(db: Transaction, session: Session, memberId: string): Promise<Said | null> {
  const { workspaceId, scheduleId, day } = session;
  const key = { workspaceId, scheduleId, day: new Date(day), memberId };
  const row = await db.standupAnswer.findUnique({ where: { workspaceId_scheduleId_day_memberId: key } });
  return row && saidIn(row);
}

const saidIn = ({ memberId, answers, isLate }: StandupAnswer): Said => ({
  memberId,
  answers: answersSchema.parse(answers),
  isLate,
});

/** What is in a person's way, in their words; empty: nothing is. */
export function blockersIn({ answers }: Pick<Said, 'answers'>, questions: readonly StandupQuestion[]): string[] {
  const blocking = new Set(questions.flatMap((each) => (each.kind === 'text' && each.blocks ? each.id : [])));
  return answers.flatMap(({ id, words }) => (blocking.has(id) && !saysNothing(words) ? words : []));
}

/** So long after its end a standup still takes what was not said in time. */
const LATE_HOURS = 24;

export interface Saying extends Session {
  memberId: string;
  /** What they say in all, given what they have said already; null: nothing. */
  answering(before: Answers | null): Answers;
  /** Slack's name of the deed. */
  deed: string;
}

/**
 * Takes down what a person says, in place of what they said before. It can be changed until their window closes; who says
 * it only then is late. A digest that is out is brought up to date.
 *
 * @throws Problem where they were not asked, or it is too late
 */
export async function say(
  db: Database,
  saying: Saying,
  questions: readonly StandupQuestion[],
  now: Temporal.Instant,
): Promise<{ isLate: boolean; answers: Answers }> {
  const { workspaceId, scheduleId, day, memberId, deed } = saying;
  return db.$transaction(async (tx) => {
    // Two replies at once: the second adds to the first.
    await tx.$queryRaw`
      SELECT 1 FROM members WHERE workspace_id = ${workspaceId}::uuid AND id = ${memberId}::uuid FOR NO KEY UPDATE`;
    const ask = (await asksOf(tx, saying)).find((each) => each.memberId === memberId);
    const before = await saidBy(tx, saying, memberId);
    const isLate = mustBeOpen(ask, before !== null, now);
    const answers = saying.answering(before?.answers ?? null);
    const at = dateOf(now);
    await tx.standupAnswer.upsert({
      where: { workspaceId_scheduleId_day_memberId: { workspaceId, scheduleId, day: new Date(day), memberId } },
      create: { workspaceId, scheduleId, day: new Date(day), memberId, answers, answeredAt: at, isLate },
      update: { answers, editedAt: at },
    });
    const isBlocked = blockersIn({ answers }, questions).length > 0;
    await tellDigest(tx, { ...saying, isBlocked, deed }, now);
    await showSaid(tx, saying, now);
    return { isLate, answers };
  });
}

/** Whether what is said now is late. @throws Problem where nothing can be said any more */
export function mustBeOpen(ask: Ask | undefined, hasSaid: boolean, now: Temporal.Instant): boolean {
  if (!ask) throw new Problem('standup.not_asked');
  if (Temporal.Instant.compare(now, ask.closesAt) <= 0) return false;
  const isOver = Temporal.Instant.compare(now, ask.closesAt.add({ hours: LATE_HOURS })) > 0;
  if (hasSaid || isOver) throw new Problem('standup.closed');
  return true;
}
