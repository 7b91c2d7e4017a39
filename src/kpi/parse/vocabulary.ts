import type { Dimension } from '../question.ts';

/** A value that a question can be filtered by. Several keys: spellings of one thing. */
export interface Value {
  by: Dimension;
  keys: readonly string[];
  words: readonly string[];
}

/** What a workspace's people can talk about. */
export interface Vocabulary {
  /** `words`: what a KPI is called, title first, singular and plural. Its id is understood as well. */
  kpis: readonly { id: string; words: readonly string[] }[];
  /** People known from an import alone have no Slack user. Who has left is found by name, but not suggested. */
  members: readonly { id: string; name: string; slackUserId: string | null; hasLeft?: boolean }[];
  teams: readonly { id: string; name: string }[];
  dimensions: readonly { id: Dimension; words: readonly string[] }[];
  values: readonly Value[];
  /** Who asks; null at the command line, where nobody in particular does. */
  me: { memberId: string; teamIds: readonly string[] } | null;
}
