import { type Step, timesTeam } from './funnel-steps.ts';
import type { Quartiles } from './spread.ts';

/** A number of a person's week beside their own past and their team. */
export interface Measured {
  kpi: string;
  better: 'up' | 'down' | 'neither';
  value: number | null;
  /** The median of their own last weeks. */
  usual: number | null;
  /** Of the team's people in the same week. */
  team: Quartiles | null;
}

/** What to talk about, and why. */
export type Focus =
  /** A step of the funnel that is taken worse than by the team. */
  | { reason: 'step'; kpi: string; step: Step }
  /** Worse than the team's middle half, and than their own median. */
  | { reason: 'team'; kpi: string; measured: Measured }
  /** Far worse than their own median. */
  | { reason: 'past'; kpi: string; measured: Measured };

/** A step, or a week, is worth talking about from a fifth worse on: less comes and goes. */
const WORSE = 0.8;

/**
 * The one thing that is most worth talking about: the weakest step of the funnel, as it stands on many weeks; else of the
 * week's numbers the one furthest from the person's own median, if it is also outside the team's middle half; else the one
 * furthest from their own median alone. Null: nothing stands out.
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

/** 0.5: half as good as usual, whichever way is good. */
function shareOfUsual({ value, usual, better }: Measured): number {
  const [now, before] = [value ?? 0, usual ?? 0];
  const [part, whole] = better === 'up' ? [now, before] : [before, now];
  return whole === 0 ? 1 : part / whole;
}
