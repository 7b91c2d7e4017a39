import type { Answer } from '../../kpi/answer.ts';
import { findKpi } from '../../kpi/catalogue/index.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { text } from '../../language/text.ts';

/** Why numbers of an answer as a whole are missing, where that can be told. */
export const whyNoData = ({ kpis }: Answer): string[] =>
  kpis.flatMap(({ id, noData }) => {
    // Among other numbers a person's list of attainment just stays empty; who asks for nothing else is told.
    if (noData === 'no_target' && kpis.length > 1) return [];
    const least = findKpi(id)?.privacy?.smallestGroup ?? 0;
    return noData ? [text(`no_data.${noData}`, { kpi: kpiTitle(id), least })] : [];
  });
