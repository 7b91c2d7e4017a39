import { Temporal } from 'temporal-polyfill';
import { dayLabel } from '../language/dates.ts';
import type { Workspace } from '../people/workspace.ts';
import { SMALLEST_GROUP } from './groups.ts';
import { REST_DAYS } from './refusal.ts';

/** The values that the texts need to say why a round does not begin. */
export const limitsOf = (
  { until }: { until?: string | undefined },
  workspace: Pick<Workspace, 'quarterlySurveys'>,
) => ({
  least: SMALLEST_GROUP,
  days: REST_DAYS,
  most: workspace.quarterlySurveys,
  until: until ? dayLabel(Temporal.PlainDate.from(until), 'day') : '',
});
