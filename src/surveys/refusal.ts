/** Why a round does not begin though there are enough people to ask. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dateOf } from '../calendar/js-date.ts';
import { localDay } from '../calendar/local-day.ts';
import type { Transaction } from '../db/client.ts';
import { type AskedQuestion, askedSchema } from './questions.ts';
import type { Askable } from './whom.ts';

/** Who was asked the same so recently is not asked again: two rounds of nearly the same people would tell who is the difference. */
export const REST_DAYS = 21;
/** Every third week is not too soon, because clocks changed meanwhile, or a round began a minute late. */
const HALF_A_DAY = 0.5;
/** The days in which nobody is asked more often than the workspace allows, nor the same by two surveys. */
const QUARTER_DAYS = 91;

export interface Refusal {
  why: 'too_soon' | 'too_often' | 'too_alike';
  /** Of too_alike: the first day (ISO) on which those words can be asked. */
  until?: string;
}

/** What a round asks, and by which words people were chosen for it. */
export interface Asks {
  scheduleId: string;
  instrument: string;
  /** Each as a round has it. */
  teamId: string | null;
  role: string | null;
  oneIn: number;
  questions: readonly AskedQuestion[];
}

interface Beginning extends Asks {
  workspaceId: string;
  /** Who is asked, or might be drawn. */
  from: readonly Askable[];
  /** So many surveys in a quarter. */
  most: number;
  /** The workspace's. */
  zone: string;
}

/**
 * Whether any of those who are to be asked was asked the same a short while ago, or within a quarter by another survey or of
 * another audience, or has been asked as often as may be. It holds for the whole round; null: none of it.
 */
export async function refusalOf(
  tx: Transaction,
  { workspaceId, from, most, zone, ...asks }: Beginning,
  at: Temporal.Instant,
): Promise<Refusal | null> {
  const memberIds = from.map(({ memberId }) => memberId);
  const since = daysBefore(at, QUARTER_DAYS - HALF_A_DAY);
  const rows = await tx.pulseRound.findMany({
    where: { workspaceId, openedAt: { gt: since }, invitations: { some: { memberId: { in: memberIds } } } },
  });
  const before = rows.map((row) => ({ ...row, questions: z.array(askedSchema).parse(row.questions) }));
  const recent = daysBefore(at, REST_DAYS - HALF_A_DAY);
  if (before.some((round) => round.openedAt > recent && isTheSame(asks, round))) return { why: 'too_soon' };
  const alike = before.filter((round) => isTooAlike(asks, round)).map(({ openedAt }) => openedAt.getTime());
  if (alike.length > 0) return { why: 'too_alike', until: dayAfterAQuarter(Math.max(...alike), zone) };
  const asked = await tx.$queryRaw<unknown[]>`
    SELECT FROM pulse_invitations i JOIN pulse_rounds r ON r.workspace_id = i.workspace_id AND r.id = i.round_id
    WHERE i.workspace_id = ${workspaceId}::uuid AND i.member_id::text = ANY(${memberIds}::text[])
      AND r.opened_at > ${daysBefore(at, QUARTER_DAYS)}
    GROUP BY i.member_id HAVING count(*) >= ${most} LIMIT 1`;
  return asked.length > 0 ? { why: 'too_often' } : null;
}

/** Whether two rounds ask the same: are of a kind, or have a question in common. Own questions are of a kind only by their words. */
const isTheSame = (one: Asks, other: Asks): boolean =>
  (one.instrument === other.instrument && one.instrument !== 'own') || sharesWords(one, other);

/**
 * Whether of two rounds that ask some of the same people one would tell by the other what a few have said: all, and all reps; all,
 * and all but one by way of their teams. Any two with a question in common may, so no sizes are compared. Rounds of one survey to
 * one audience are not meant: there people answer anew, group by group as before.
 */
export function isTooAlike(one: Asks, other: Asks): boolean {
  const isOneSurvey = one.scheduleId === other.scheduleId;
  const isOneAudience = one.teamId === other.teamId && one.role === other.role && one.oneIn === other.oneIn;
  return !(isOneSurvey && isOneAudience) && sharesWords(one, other);
}

function sharesWords(one: Asks, other: Asks): boolean {
  const words = new Set(other.questions.map(wordsOf));
  return one.questions.some((question) => words.has(wordsOf(question)));
}

/** Capitals, signs and spaces make no other question. */
const wordsOf = ({ text }: AskedQuestion): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The first day of which no hour is within a quarter of a moment. */
const dayAfterAQuarter = (moment: number, zone: string): string =>
  localDay(Temporal.Instant.fromEpochMilliseconds(moment).add({ hours: 24 * (QUARTER_DAYS - HALF_A_DAY) }), zone)
    .add({ days: 1 })
    .toString();

const daysBefore = (at: Temporal.Instant, days: number) => dateOf(at.subtract({ hours: 24 * days }));
