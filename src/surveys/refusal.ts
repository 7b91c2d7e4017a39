/** Why a round does not begin though there are enough people to ask. */
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Transaction } from '../db/client.ts';
import { SMALLEST_GROUP } from './groups.ts';
import { type AskedQuestion, askedSchema, type Instrument } from './questions.ts';
import type { Askable } from './whom.ts';

/** Who was asked the same so recently is not asked again: two rounds of nearly the same people would tell who is the difference. */
export const REST_DAYS = 21;
/** Every third week is not too soon, because clocks changed meanwhile, or a round began a minute late. */
const HALF_A_DAY = 0.5;
/** The days in which nobody is asked more often than the workspace allows. */
const QUARTER_DAYS = 91;

export type Refusal = 'too_soon' | 'too_often' | 'too_alike';

interface Beginning {
  workspaceId: string;
  scheduleId: string;
  instrument: Instrument;
  questions: readonly AskedQuestion[];
  /** Who is asked, or might be drawn. */
  from: readonly Askable[];
  /** So many surveys in a quarter. */
  most: number;
}

/**
 * Whether any of those who are to be asked was asked the same a short while ago (by a survey of the same kind, or by another one in
 * the same words), or has been asked as often as may be; or whether another survey has asked the same of nearly the same people
 * within a quarter. It holds for the whole round; null: none of it.
 */
export async function refusalOf(
  tx: Transaction,
  { workspaceId, scheduleId, instrument, questions, from, most }: Beginning,
  at: Temporal.Instant,
): Promise<Refusal | null> {
  const memberIds = from.map(({ memberId }) => memberId);
  const recent = await tx.pulseRound.findMany({
    where: {
      workspaceId,
      openedAt: { gt: daysBefore(at, REST_DAYS - HALF_A_DAY) },
      invitations: { some: { memberId: { in: memberIds } } },
    },
    select: { instrument: true, questions: true },
  });
  const asks = new Set(questions.map(wordsOf));
  const isSame = (round: (typeof recent)[number]) =>
    round.instrument === instrument ||
    z
      .array(askedSchema)
      .parse(round.questions)
      .some((question) => asks.has(wordsOf(question)));
  if (recent.some(isSame)) return 'too_soon';
  const others = await tx.pulseRound.findMany({
    where: { workspaceId, scheduleId: { not: scheduleId }, openedAt: { gt: daysBefore(at, QUARTER_DAYS) } },
    select: { instrument: true, questions: true, invitations: { select: { memberId: true } } },
  });
  const sharesWords = ({ questions: put }: Pick<(typeof others)[number], 'questions'>) =>
    z
      .array(askedSchema)
      .parse(put)
      .some((question) => asks.has(wordsOf(question)));
  const whom = new Set(memberIds);
  if (
    others.some(
      (round) => sharesWords(round) && isNearly(whom, new Set(round.invitations.map((each) => each.memberId))),
    )
  )
    return 'too_alike';
  const asked = await tx.$queryRaw<unknown[]>`
    SELECT FROM pulse_invitations i JOIN pulse_rounds r ON r.workspace_id = i.workspace_id AND r.id = i.round_id
    WHERE i.workspace_id = ${workspaceId}::uuid AND i.member_id::text = ANY(${memberIds}::text[])
      AND r.opened_at > ${daysBefore(at, QUARTER_DAYS)}
    GROUP BY i.member_id HAVING count(*) >= ${most} LIMIT 1`;
  return asked.length > 0 ? 'too_often' : null;
}

/** Whether one of two audiences that share people has so few beside them that the difference would tell of these. */
function isNearly(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((id) => other.has(id)).length;
  const isFew = (rest: number) => rest > 0 && rest < SMALLEST_GROUP;
  return shared > 0 && (isFew(one.size - shared) || isFew(other.size - shared));
}

/** Capitals, signs and spaces make no other question. */
const wordsOf = ({ text }: AskedQuestion): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const daysBefore = (at: Temporal.Instant, days: number) =>
  new Date(at.subtract({ hours: 24 * days }).epochMilliseconds);
