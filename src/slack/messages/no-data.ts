import type { Answer } from '../../kpi/answer.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { text } from '../../language/text.ts';

/** Why numbers of an answer as a whole are missing, where that can be told. */
export const whyNoData = ({ kpis }: Answer): string[] =>
  kpis.flatMap(({ id, noData }) => (noData ? [text(`no_data.${noData}`, { kpi: kpiTitle(id) })] : []));
