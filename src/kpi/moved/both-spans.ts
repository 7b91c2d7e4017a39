/** What is found of a period and of the one it is compared with, by one breakdown. */
import { workspaceCalendar } from '../../people/working-calendar.ts';
import { calendarSettings } from '../../people/workspace.ts';
import type { Asking } from '../evaluate.ts';
import { type Figures, findFigures, type Keys } from '../figures.ts';
import type { Measure } from '../measure.ts';
import type { Dimension, Question } from '../question.ts';
import { shownRegions } from '../shown-regions.ts';
import { spansOf } from '../spans.ts';
import { includingParts } from '../where.ts';

/** The two spans that figures are found for. */
export const AFTER = 0;
export const BEFORE = 1;

export const EVERYTHING: Keys = [undefined, undefined];

/** One statement for each fact that the measures are of. */
export function figuresOfBoth(
  { db, workspace, directory, now }: Asking,
  { whose, where = [], period: spec, against }: Question,
  by: Dimension,
  measures: readonly Measure[],
): Promise<Figures> {
  const { spans, current, previous } = spansOf({
    ...{ spec, now, settings: calendarSettings(workspace), working: workspaceCalendar(workspace, directory) },
    ...{ against: against ?? 'previous', by: null, growth: false },
  });
  return findFigures({
    ...{ db, workspaceId: workspace.id, currency: workspace.currency, measures },
    ...{ spans: [current, previous].flatMap((index) => spans[index] ?? []), whose, by: [by] },
    ...{ where: includingParts(where, directory), regionsAs: shownRegions(where, directory), reader: null },
  });
}

/** The groups that have facts in either. */
export const keysOfBoth = (figures: Figures): (string | null)[] => [
  ...new Set([AFTER, BEFORE].flatMap((span) => figures.keys(span, 0, EVERYTHING))),
];

export const numberOf = (cell: unknown): number => (cell === null || cell === undefined ? 0 : Number(cell));
