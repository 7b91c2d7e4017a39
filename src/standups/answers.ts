/** Answers to standups. */
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

/** An answer keeps its question's words, as the standup may change its questions later. */
const answersSchema = z.array(
  z.object({
    id: z.string(),
    question: z.string(),
    words: z.string(),
    /** Given after the window had closed. */
    isLate: z.boolean().optional(),
  }),
);

export type Answers = z.infer<typeof answersSchema>;

/** One person's answers on one day. */
export interface Said {
  memberId: string;
  /** The answered questions; none: there was nothing to report. */
  answers: Answers;
  /** Whether they said nothing before their window had closed. */
  isLate: boolean;
}

/** Everybody's answers of a day, in the order they came. */
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
  answers: answersSchema.parse(answers).map((answer) => ({ ...answer, isLate: answer.isLate ?? isLate })),
  isLate,
});

/** A person's blockers, in their words; empty: there are none. */
export function blockersIn({ answers }: Pick<Said, 'answers'>, questions: readonly StandupQuestion[]): string[] {
  const blocking = new Set(questions.flatMap((each) => (each.kind === 'text' && each.blocks ? each.id : [])));
  return answers.flatMap(({ id, words }) => (blocking.has(id) && !saysNothing(words) ? words : []));
}

/** Hours after its end during which a standup still accepts answers. */
const LATE_HOURS = 24;

export interface Saying extends Session {
  memberId: string;
  /** All their answers, given the earlier ones; null: none so far. */
  answering(before: Answers | null): Answers;
  /** Slack's id of the press or message. */
  deed: string;
}

/**
 * Stores a person's answers in place of their earlier ones. What was said until the person's window closes stays from
 * then on; answers to other questions are late. A digest already sent is updated.
 *
 * @throws Problem if they were not asked, or it is too late
 */
export async function say(
  db: Database,
  saying: Saying,
  questions: readonly StandupQuestion[],
  now: Temporal.Instant,
): Promise<Pick<Said, 'answers' | 'isLate'>> {
  const { workspaceId, scheduleId, day, memberId, deed } = saying;
  return db.$transaction(async (tx) => {
    // Locked: of two replies at once, the second adds to the first.
    await tx.$queryRaw`
      SELECT 1 FROM members WHERE workspace_id = ${workspaceId}::uuid AND id = ${memberId}::uuid FOR NO KEY UPDATE`;
    const ask = (await asksOf(tx, saying)).find((each) => each.memberId === memberId);
    const before = await saidBy(tx, saying, memberId);
    const isLate = mustBeOpen(ask, { said: before, questions }, now);
    const fixed = isLate ? saidInTime(before) : [];
    const given = saying.answering(before?.answers ?? null).filter(({ id }) => !fixed.some((each) => each.id === id));
    const added = given.map((answer) => ({ ...answer, isLate: isLate || (answer.isLate ?? false) }));
    const answers = inOrder([...fixed, ...added], questions);
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

/** What a person said before their window closed; it cannot be changed after. */
export const saidInTime = (said: Pick<Said, 'answers'> | null): Answers =>
  said?.answers.filter(({ isLate }) => !isLate) ?? [];

/** In the order of the questions: they may be answered one by one. */
function inOrder(answers: Answers, questions: readonly StandupQuestion[]): Answers {
  const place = new Map(questions.map(({ id }, index) => [id, index]));
  return answers.toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
}

/** Whether an answer now is late. @throws Problem if none is accepted any more */
export function mustBeOpen(
  ask: Ask | undefined,
  { said, questions }: { said: Said | null; questions: readonly StandupQuestion[] },
  now: Temporal.Instant,
): boolean {
  if (!ask) throw new Problem('standup.not_asked');
  if (Temporal.Instant.compare(now, ask.closesAt) <= 0) return false;
  const isOver = Temporal.Instant.compare(now, ask.closesAt.add({ hours: LATE_HOURS })) > 0;
  const fixed = new Set(saidInTime(said).map(({ id }) => id));
  if (isOver || questions.every(({ id }) => fixed.has(id))) throw new Problem('standup.closed');
  return true;
}
