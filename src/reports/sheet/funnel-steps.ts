import { FEWEST_FACTS } from '../../kpi/fewest.ts';

/** The conversion rates of the funnel, as KPI ids, first step first. */
export const STEPS = [
  'lead_qualification_rate',
  'lead_to_opportunity',
  'opportunity_conversion',
  'proposal_success',
] as const;

/** A person's rate at a step beside their team's, as fractions. */
export interface Step {
  kpi: string;
  own: number;
  team: number;
  /** How many facts the person's rate is based on. */
  of: number;
}

/**
 * The steps where a person's rate is best and worst, in multiples of the team's rate, because some steps are harder
 * than others. Named only if better, or worse, than the team's.
 */
export function strongestAndWeakest(steps: readonly Step[]): { strongest: Step | null; weakest: Step | null } {
  const judged = steps.filter(({ of, team }) => of >= FEWEST_FACTS && team > 0);
  const inOrder = [...judged].sort((one, other) => timesTeam(one) - timesTeam(other));
  const [worst = null] = inOrder;
  const best = inOrder.at(-1) ?? null;
  return {
    strongest: best && timesTeam(best) > 1 ? best : null,
    weakest: worst && timesTeam(worst) < 1 ? worst : null,
  };
}

/** A person's rate in multiples of the team's. */
export const timesTeam = ({ own, team }: Step): number => own / team;
