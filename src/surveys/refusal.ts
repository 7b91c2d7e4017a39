/** Why a round does not begin even though there are enough people. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dateOf } from '../calendar/js-date.ts';
import { localDay } from '../calendar/local-day.ts';
import type { Transaction } from '../db/client.ts';
import { type AskedQuestion, askedSchema } from './questions.ts';
import type { Askable } from './whom.ts';

/**
 * Nobody is asked the same again this soon: two rounds of nearly the same people would tell what the difference said.
 */
export const REST_DAYS = 21;
/**
 * Tolerance, so that a round every third week is not refused because clocks changed or the last began a minute late.
 */
const HALF_A_DAY = 0.5;
/** Within this many days, nobody is asked more often than the workspace allows, nor the same by two surveys. */
const QUARTER_DAYS = 91;

export interface Refusal {
  why: 'too_soon' | 'too_often' | 'too_alike';
  /** For too_alike: the first day (ISO) on which these questions can be asked. */
  until?: string;
}

/** What a round asks, and how its people were chosen. */
export interface Asks {
  scheduleId: string;
  instrument: string;
  /** Stored as in rounds. */
  teamId: string | null;
  role: string | null;
  oneIn: number;
  questions: readonly AskedQuestion[];
}

interface Beginning extends Asks {
  workspaceId: string;
  /** The people asked, or those who might be drawn. */
  from: readonly Askable[];
  /** Surveys allowed in a quarter. */
  most: number;
  /** The workspace's zone. */
  zone: string;
}

/**
 * Whether anybody to be asked was asked the same a short while ago, or within a quarter by another survey or as part of
 * another audience, or has been asked as often as allowed. Refuses the whole round; null: it may begin.
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
 * Whether the difference of two rounds' results could tell what a few said, as between all and all reps, or all and all
 * but one through their teams. Any two with a question in common could, so sizes are not compared. Not between rounds
 * of one survey to one audience: there the same groups answer anew.
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

/** Other case, punctuation or spaces do not make another question. */
const wordsOf = ({ text }: AskedQuestion): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The first day that lies entirely more than a quarter after a moment. */
const dayAfterAQuarter = (moment: number, zone: string): string =>
  localDay(Temporal.Instant.fromEpochMilliseconds(moment).add({ hours: 24 * (QUARTER_DAYS - HALF_A_DAY) }), zone)
    .add({ days: 1 })
    .toString();

const daysBefore = (at: Temporal.Instant, days: number) => dateOf(at.subtract({ hours: 24 * days }));
