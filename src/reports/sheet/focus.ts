import { type Step, timesTeam } from './funnel-steps.ts';
import type { Quartiles } from './spread.ts';

/** A person's number of the week, with their own past and their team to compare. */
export interface Measured {
  kpi: string;
  better: 'up' | 'down' | 'neither';
  value: number | null;
  /** The median of their last weeks. */
  usual: number | null;
  /** The team's quartiles in the same week. */
  team: Quartiles | null;
}

/** What to talk about, and why. */
export type Focus =
  /** A step of the funnel where their rate is below the team's. */
  | { reason: 'step'; kpi: string; step: Step }
  /** Worse than the team's middle half, and than their own median. */
  | { reason: 'team'; kpi: string; measured: Measured }
  /** Far worse than their own median. */
  | { reason: 'past'; kpi: string; measured: Measured };

/** From a fifth worse on, a step or a week is worth talking about; smaller differences come and go. */
const WORSE = 0.8;

/**
 * The one topic most worth talking about: the weakest step of the funnel, which covers many weeks; else the week's
 * number furthest from the person's own median that is also outside the team's middle half; else the one furthest from
 * their own median. null: nothing stands out.
 */
export function focusOf(measured: readonly Measured[], weakest: Step | null): Focus | null {
  if (weakest && timesTeam(weakest) <= WORSE) return { reason: 'step', kpi: weakest.kpi, step: weakest };
  const behind = measured
    .filter((each) => isWorse(each, each.usual))
    .sort((one, other) => shareOfUsual(one) - shareOfUsual(other));
  const beyond = behind.find((each) => isWorse(each, each.better === 'up' ? each.team?.low : each.team?.high));
  if (beyond) return { reason: 'team', kpi: beyond.kpi, measured: beyond };
  const [worst] = behind;
  return worst && shareOfUsual(worst) <= WORSE ? { reason: 'past', kpi: worst.kpi, measured: worst } : null;
}

function isWorse({ value, better }: Measured, than: number | null | undefined): boolean {
  if (value === null || than === null || than === undefined || better === 'neither') return false;
  return better === 'up' ? value < than : value > than;
}

/** 0.5 means half as good as usual, whether up or down is good. */
function shareOfUsual({ value, usual, better }: Measured): number {
  const [now, before] = [value ?? 0, usual ?? 0];
  const [part, whole] = better === 'up' ? [now, before] : [before, now];
  return whole === 0 ? 1 : part / whole;
}
