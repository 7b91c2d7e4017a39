/** Answers from 0 to 10 by how likely people are to recommend: 9–10 promoters, 7–8 passives, 0–6 detractors. */
export interface Loyalty {
  promoters: number;
  passives: number;
  detractors: number;
}

/** The net promoter score, −100 to 100; null without answers. */
export function npsOf({ promoters, passives, detractors }: Loyalty): number | null {
  const answers = promoters + passives + detractors;
  return answers === 0 ? null : (100 * (promoters - detractors)) / answers;
}

/**
 * How far chance alone may move the score, at 95 %. With three answers more, ¾ of them promoters and ¾ detractors, it holds
 * for few and for one-sided answers as well, where the plain formula claims to be certain.
 */
export function npsMargin({ promoters, passives, detractors }: Loyalty): number {
  const answers = promoters + passives + detractors + 3;
  const [p, d] = [(promoters + 0.75) / answers, (detractors + 0.75) / answers];
  return 196 * Math.sqrt((p + d - (p - d) ** 2) / answers);
}

/** How far two scores may lie apart by chance alone, at 95 %: of answers that do not depend on each other the variances add up. */
export const changeMargin = (before: Loyalty, after: Loyalty): number =>
  Math.hypot(npsMargin(before), npsMargin(after));
