import { FEWEST_FACTS } from '../../kpi/fewest.ts';

/** The steps of selling as shares of those who took them, by the ids of their KPIs, from the first to the last. */
export const STEPS = [
  'lead_qualification_rate',
  'lead_to_opportunity',
  'opportunity_conversion',
  'proposal_success',
] as const;

/** A step of a person beside the same of their team; rates are fractions. */
export interface Step {
  kpi: string;
  own: number;
  team: number;
  /** How many stand behind the person's own. */
  of: number;
}

/**
 * The step that a person takes best beside their team, and the one they take worst: by how many times the team's rate theirs
 * is, because one step is harder than another. Only a step that is better, or worse, than the team's is named.
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

/** How many times the team's rate somebody's own is. */
export const timesTeam = ({ own, team }: Step): number => own / team;
