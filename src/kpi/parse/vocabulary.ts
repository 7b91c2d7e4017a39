import type { CalendarSettings } from '../../calendar/settings.ts';
import type { Dimension } from '../question.ts';

/** A value that a question can be filtered by. Several keys: spellings of one thing. */
export interface Value {
  by: Dimension;
  keys: readonly string[];
  words: readonly string[];
  /** A small word before it ("in Germany") means something else of this name: it is asked for by "country Germany". */
  isOvershadowed?: boolean;
}

/** Whose numbers can be asked for. */
export interface Person {
  id: string;
  name: string;
  /** null: known from an import alone. */
  slackUserId: string | null;
  /** Found by name, but not suggested. */
  hasLeft?: boolean;
  /** Just somebody in Slack's list, who must not take a name from those we know: found only by a mention. */
  isStranger?: boolean;
}

/** What a workspace's people can talk about. */
export interface Vocabulary {
  /** `words`: what a KPI is called, title first, singular and plural. Its id is understood as well. `dimensions`: its breakdowns, all when left out. */
  kpis: readonly { id: string; words: readonly string[]; dimensions?: readonly Dimension[] }[];
  members: readonly Person[];
  teams: readonly { id: string; name: string }[];
  dimensions: readonly { id: Dimension; words: readonly string[] }[];
  values: readonly Value[];
  /** Whose months are suggested; those of both are understood. */
  calendar: CalendarSettings['calendar'];
  /** Who asks; null at the command line, where nobody in particular does. */
  me: { memberId: string; teamIds: readonly string[] } | null;
}
