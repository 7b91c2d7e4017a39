import type { Answer } from '../../kpi/answer.ts';
import { findKpi } from '../../kpi/catalogue/index.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { text } from '../../language/text.ts';

/** Why an answer's numbers are missing, if there is a reason to tell. */
export const whyNoData = ({ kpis }: Answer): string[] =>
  kpis.flatMap(({ id, noData }) => {
    // Missing targets are mentioned only if attainment is all that was asked for; among other numbers it just stays
    // empty.
    if (noData === 'no_target' && kpis.length > 1) return [];
    const least = findKpi(id)?.privacy?.smallestGroup ?? 0;
    return noData ? [text(`no_data.${noData}`, { kpi: kpiTitle(id), least })] : [];
  });
