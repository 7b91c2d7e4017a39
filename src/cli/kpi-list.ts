import type { Family } from '../kpi/definition.ts';
import { familyListing } from '../slack/messages/kpi-list.ts';

/** The catalogue for a terminal: each KPI with what it means and how to ask for it, ending with a line break. */
export const kpiListText = (families: readonly Family[]): string =>
  families
    .map(familyListing)
    .map(({ title, kpis }) =>
      [title, ...kpis.map(({ title: name, meaning, ask }) => `  ${name}: ${meaning} ${ask}`), ''].join('\n'),
    )
    .join('\n');
