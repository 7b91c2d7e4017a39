/** A rate that stands on fewer facts is greyed, ranked by nothing and never named best: two of three is no better than 190 of 300. */
export const FEWEST_FACTS = 5;
