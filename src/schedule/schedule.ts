/** What is sent when, and to whom. */
import { z } from 'zod';
import { isoDayOf } from '../calendar/js-date.ts';
import type { Database, Transaction } from '../db/client.ts';
import type { Prisma, Schedule as Row } from '../db/generated/client.ts';
import { whoseSchema } from '../kpi/question-schema.ts';
import { ruleSchema } from '../reports/alerts.ts';
import { reportIds } from '../reports/weekly.ts';
import { MOST_QUESTIONS, questionSchema } from '../standups/questions.ts';
import { modes } from '../surveys/mode.ts';
import { MOST_OWN_QUESTIONS } from '../surveys/own-questions.ts';
import { askedSchema, instruments, MOST_PULSE_QUESTIONS } from '../surveys/questions.ts';
import { askedRoles } from '../surveys/whom.ts';
import { recurrenceSchema } from './recurrence.ts';

/** The longest reminder that fits into one block after escaping. */
export const LONGEST_REMINDER = 500;

const whatSchema = z.discriminatedUnion('kind', [
  /** What was done since the last digest, and the month so far; `byPerson`: whether readers may see its people. */
  z.object({ kind: z.literal('digest'), whose: whoseSchema, byPerson: z.boolean() }),
  /** Weekly reports, one after another. */
  z.object({
    kind: z.literal('report'),
    reports: z.array(z.enum(reportIds)).min(1),
    whose: whoseSchema,
    byPerson: z.boolean(),
  }),
  /** The review of the last whole month or quarter, or only its rising and falling products. */
  z.object({
    kind: z.literal('review'),
    unit: z.enum(['month', 'quarter']),
    part: z.enum(['all', 'products']),
    whose: whoseSchema,
    byPerson: z.boolean(),
  }),
  /** For managers: a sheet on each of their people, about last week. */
  z.object({ kind: z.literal('sheet'), whose: whoseSchema }),
  /** The standup of a team: its people are asked, each by their own clock, and the channel reads what they said. */
  z.object({
    kind: z.literal('standup'),
    whose: whoseSchema,
    channelId: z.string(),
    /** How long people have to answer. */
    windowMinutes: z.int().min(5).max(1440),
    questions: z.array(questionSchema).min(1).max(MOST_QUESTIONS),
  }),
  /** A survey of employees: each strike begins a round. */
  z.object({
    kind: z.literal('pulse'),
    instrument: z.enum(instruments),
    whose: whoseSchema,
    /** For a pulse: the number of questions. */
    howMany: z.int().min(1).max(MOST_PULSE_QUESTIONS),
    /** For a survey with own questions. */
    questions: z.array(askedSchema).max(MOST_OWN_QUESTIONS).optional(),
    /** anonymous when left out. */
    mode: z.enum(modes).optional(),
    /** Days it stays open. */
    openDays: z.int().min(1).max(21),
  }),
  /** Asks customers automatically after a won deal. */
  z.object({ kind: z.literal('customers'), instrument: z.enum(['nps', 'csat']), whose: whoseSchema }),
  /** A reminder in somebody's own words, to a channel or to each of these people. */
  z.object({ kind: z.literal('reminder'), words: z.string().min(1).max(LONGEST_REMINDER), whose: whoseSchema }),
  /** The morning message: each person's own day. */
  z.object({ kind: z.literal('morning'), whose: whoseSchema }),
  /** Tells its owner when a rule is broken. `words`: as they put it. */
  z.object({ kind: z.literal('alert'), rule: ruleSchema, words: z.string(), whose: whoseSchema }),
]);

const audienceSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('channel'), channelId: z.string() }),
  z.object({ to: z.literal('member'), memberId: z.guid() }),
  z.object({ to: z.literal('team'), teamId: z.guid() }),
  /** Who manages these teams; null: any. */
  z.object({ to: z.literal('managers'), teamIds: z.array(z.guid()).nullable() }),
  z.object({ to: z.literal('everyone') }),
  /** Only the reps of everyone, or only the others. */
  z.object({ to: z.literal('role'), role: z.enum(askedRoles) }),
  /** A random half, third or quarter of everyone, for surveys. */
  z.object({ to: z.literal('sample'), oneIn: z.int().min(2).max(4) }),
]);

const scheduleSchema = z.object({
  workspaceId: z.guid(),
  id: z.guid(),
  number: z.int(),
  what: whatSchema,
  audience: audienceSchema,
  recurrence: recurrenceSchema,
  zone: z.string().nullable(),
  ownerId: z.guid().nullable(),
  isPaused: z.boolean(),
  pausedUntil: z.date().nullable(),
  liveSince: z.date(),
  plannedThrough: z.date(),
  /** When it is looked at next; null: never by itself. */
  nextAt: z.date().nullable(),
});

/** Nothing is stored that could not be read again. */
const madeSchema = scheduleSchema.pick({ what: true, audience: true, recurrence: true });

export type What = z.infer<typeof whatSchema>;
export type Audience = z.infer<typeof audienceSchema>;
export type Schedule = z.infer<typeof scheduleSchema>;

/** Reads a row of the database. Throws if no version of this code could have written it. */
export const scheduleOf = (row: Row): Schedule => scheduleSchema.parse(row);

export type NewSchedule = Pick<Schedule, 'what' | 'audience' | 'recurrence' | 'zone' | 'ownerId'> & { isPaused?: true };

/** A new schedule: live from now on, or resting until somebody lets it go live. Returns its id. */
export async function addSchedule(
  db: Transaction,
  workspaceId: string,
  schedule: NewSchedule,
  now: Date,
): Promise<string> {
  const [next] = await db.$queryRaw<{ number: number }[]>`
    UPDATE workspaces SET last_schedule = last_schedule + 1 WHERE id = ${workspaceId}::uuid
    RETURNING last_schedule AS number`;
  const live = { liveSince: now, plannedThrough: now, nextAt: now };
  const { what, audience, recurrence } = madeSchema.parse(schedule);
  // Plain JSON already: the cast only gives it the type that Prisma wants.
  const made = { what: what as Prisma.InputJsonObject, audience, recurrence };
  const { id } = await db.schedule.create({
    data: { workspaceId, number: next?.number ?? 1, ...schedule, ...made, ...live },
  });
  return id;
}

/** All of a workspace's schedules, the oldest first. */
export async function schedulesOf(db: Transaction, workspaceId: string): Promise<Schedule[]> {
  const rows = await db.schedule.findMany({ where: { workspaceId, removedAt: null }, orderBy: { number: 'asc' } });
  // What only a newer version understands is left to it.
  return rows.flatMap((row) => scheduleSchema.safeParse(row).data ?? []);
}

export async function findSchedule(db: Transaction, workspaceId: string, id: string): Promise<Schedule | null> {
  const row = await db.schedule.findUnique({ where: { workspaceId_id: { workspaceId, id }, removedAt: null } });
  return row && scheduleOf(row);
}

/** A removed one, by its number, which is never reused: its log can still be read. */
export async function findRemoved(db: Transaction, workspaceId: string, number: number): Promise<Schedule | null> {
  const row = await db.schedule.findFirst({ where: { workspaceId, number, removedAt: { not: null } } });
  return scheduleSchema.safeParse(row).data ?? null;
}

/** Whether it rests on a day (ISO) of the workspace. */
export const restsOn = ({ isPaused, pausedUntil }: Pick<Schedule, 'isPaused' | 'pausedUntil'>, day: string): boolean =>
  isPaused && (!pausedUntil || day < isoDayOf(pausedUntil));

/** Pauses until a day (ISO), or until resumed. What was due meanwhile is not made up for. */
export async function pauseSchedule(
  db: Database,
  { workspaceId, id }: Pick<Schedule, 'workspaceId' | 'id'>,
  until: string | null,
  now: Date,
): Promise<void> {
  const pausedUntil = until ? new Date(until) : null;
  const data = { isPaused: true, pausedUntil, nextAt: now };
  await db.schedule.update({ where: { workspaceId_id: { workspaceId, id } }, data });
}

/** Goes on from now. */
export async function resumeSchedule(db: Database, workspaceId: string, id: string, now: Date): Promise<void> {
  const live = { isPaused: false, pausedUntil: null, liveSince: now, plannedThrough: now, nextAt: now };
  await db.schedule.update({ where: { workspaceId_id: { workspaceId, id } }, data: live });
}

/** Removes it and drops what waits to be sent. What it has sent, and what was answered, stays. */
export async function removeSchedule(
  db: Database,
  { workspaceId, id }: Pick<Schedule, 'workspaceId' | 'id'>,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const data = { removedAt: now, nextAt: null };
    await tx.schedule.update({ where: { workspaceId_id: { workspaceId, id } }, data });
    await tx.alertState.deleteMany({ where: { workspaceId, scheduleId: id } });
    await tx.delivery.updateMany({
      where: { workspaceId, scheduleId: id, state: { in: ['held', 'planned', 'kept'] } },
      data: { state: 'skipped', reason: 'removed', nextAt: null },
    });
  });
}
