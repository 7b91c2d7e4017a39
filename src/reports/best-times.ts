import type { Span } from '../calendar/span.ts';
import type { Answer, KpiValue } from '../kpi/answer.ts';
import { judgedBy } from '../kpi/calling-times.ts';
import { FEWEST_FACTS } from '../kpi/fewest.ts';

/** An hour of a weekday. */
export interface CallTime {
  weekday: string;
  hour: string;
  kpi: KpiValue;
}

export interface BestTimes {
  period: Span;
  /** Ranked by success if enough calls have a result, else by how many were answered. */
  kpi: string;
  /** Best first; only those with enough calls. */
  best: readonly CallTime[];
  /** Hours with too few calls to judge. */
  tooFew: number;
}

const MOST = 3;

/** When calls go best, from an answer by weekday and hour. An hour with fewer than five calls never counts as best. */
export function bestTimesIn(answer: Pick<Answer, 'kpis' | 'groups'> & { period: Span }): BestTimes {
  const judging = judgedBy(answer);
  const place = answer.kpis.findIndex(({ id }) => id === judging);
  const times = answer.groups.flatMap(({ label: weekday, groups = [] }) =>
    groups.flatMap(({ label: hour, kpis }): CallTime[] => {
      const kpi = kpis[place];
      return kpi && callsOf(kpi) > 0 ? [{ weekday, hour, kpi }] : [];
    }),
  );
  const judged = times.filter(({ kpi }) => callsOf(kpi) >= FEWEST_FACTS);
  const best = [...judged].sort((a, b) => Number(b.kpi.value) - Number(a.kpi.value) || callsOf(b.kpi) - callsOf(a.kpi));
  return {
    period: answer.period,
    kpi: answer.kpis[place]?.id ?? '',
    best: best.filter(({ kpi }) => Number(kpi.value) > 0).slice(0, MOST),
    tooFew: times.length - judged.length,
  };
}

const callsOf = ({ denominator }: KpiValue): number => Number(denominator ?? 0);
