/** A KPI over a group or the whole, over one stretch of time: what stands above the line and, for a ratio, below it. */
export interface Count {
  numerator: number;
  /** null: the KPI is a sum. */
  denominator: number | null;
}

/** The same group, or the whole, before and after. */
export interface Change {
  before: Count;
  after: Count;
}

/**
 * What each group brought to the change of the whole, in the KPI's own unit. The contributions add up to the change,
 * change their sign when before and after are swapped, and do not depend on the groups' order or names.
 *
 * Sums: the group's own difference. Ratios: Kitagawa's decomposition ("Components of a Difference Between Two Rates",
 * Journal of the American Statistical Association 50, 1955) with both periods' mean as weights, so that nothing is left
 * over: mean share × change of the group's ratio, plus change of its share × (the group's mean ratio − the whole's).
 * Written without the group's own ratio, which a group that is new or gone does not have.
 *
 * Null where it cannot be told: a ratio of nothing, or groups that are not the parts of the whole (a deal of two
 * products counts for both).
 */
export function contributionsTo(whole: Change, groups: readonly Change[]): number[] | null {
  if (!isMadeOf(whole, groups)) return null;
  const { before, after } = whole;
  if (before.denominator === null || after.denominator === null)
    return groups.map((group) => group.after.numerator - group.before.numerator);
  const [below, above] = [before.denominator, after.denominator];
  if (below === 0 || above === 0) return null;
  const middle = (before.numerator / below + after.numerator / above) / 2;
  return groups.map((group) => {
    const ofNumerators = group.after.numerator / above - group.before.numerator / below;
    const shift = (group.after.denominator ?? 0) / above - (group.before.denominator ?? 0) / below;
    return ofNumerators - middle * shift;
  });
}

/** How large a group is in both periods together, as a share of the whole. */
export function weightOf(group: Change, whole: Change): number {
  const size = ({ before, after }: Change) =>
    (before.denominator ?? before.numerator) + (after.denominator ?? after.numerator);
  return size(whole) === 0 ? 0 : size(group) / size(whole);
}

/** A change of the whole, in the KPI's own unit; null where there is no data on one side. */
export function changeOf({ before, after }: Change): number | null {
  const [earlier, later] = [ratioOf(before), ratioOf(after)];
  return earlier === null || later === null ? null : later - earlier;
}

function ratioOf({ numerator, denominator }: Count): number | null {
  if (denominator === null) return numerator;
  return denominator === 0 ? null : numerator / denominator;
}

/** Whether groups are the parts of a whole: each of its facts in one of them. */
export function isMadeOf(whole: Change, groups: readonly Change[]): boolean {
  return (['before', 'after'] as const).every((time) =>
    (['numerator', 'denominator'] as const).every((part) => {
      const sum = groups.reduce((so, group) => so + (group[time][part] ?? 0), 0);
      const all = whole[time][part] ?? 0;
      return Math.abs(sum - all) <= 1e-9 * Math.max(1, Math.abs(all));
    }),
  );
}
