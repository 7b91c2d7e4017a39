import type { Answer } from '../kpi/answer.ts';
import { type Asking, evaluate } from '../kpi/evaluate.ts';
import type { Moved } from '../kpi/moved/moved.ts';
import { whatMoved } from '../kpi/moved/what-moved.ts';
import type { Question, Whose } from '../kpi/question.ts';

/** The daily digest: what was done since the last one, and where the month stands. */
export interface DailyDigest {
  /** For the days since the last digest. */
  done: Answer;
  /** The same by person; null: people are not shown. */
  people: Answer | null;
  /** The running month against its targets. */
  month: Answer;
  moved: readonly Moved[];
  /** For the picture: the month's revenue against its pace. */
  pictured: Answer;
}

export interface DigestAsked {
  whose: Whose;
  /** ISO dates, both included. */
  from: string;
  through: string;
  byPerson: boolean;
}

/** Activities and closed deals, which make sense for a single day; rates need more days. */
const DONE = ['activities_logged', 'calls_made', 'meetings_held', 'deals_won', 'revenue'];
const BY_PERSON = ['activities_logged', 'deals_won', 'revenue'];
const MONTH = ['revenue', 'deals_won', 'meetings_held', 'activities_logged'];

/** Makes the digest as of the moment of `asking`. */
export async function dailyDigest(
  asking: Asking,
  { whose, from, through, byPerson }: DigestAsked,
): Promise<DailyDigest> {
  const period = { kind: 'between', from, through } as const;
  const ofMonth: Question = { kpis: MONTH, whose, period: { kind: 'this', unit: 'month' }, by: [] };
  const [done, people, month, pictured] = await Promise.all([
    evaluate(asking, { kpis: DONE, whose, period, by: [] }),
    byPerson ? evaluate(asking, { kpis: BY_PERSON, whose, period, by: ['rep'] }) : null,
    evaluate(asking, ofMonth),
    evaluate(asking, { ...ofMonth, kpis: ['revenue'] }),
  ]);
  return { done, people, month, pictured, moved: await whatMoved(asking, month, byPerson) };
}
