import type { Answer, Group, KpiValue } from '../../kpi/answer.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { figureText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import { escaped } from './mrkdwn.ts';

const MOST_GROUPS = 25;
const GROUPS_A_SECTION = 8;

/** A breakdown as lines of text, total first, a few groups a section so that none grows too long. */
export function groupLines(answer: Answer): string[] {
  const shown = answer.groups.slice(0, MOST_GROUPS);
  const total = `*${escaped(answer.subject)}*  ${figures(answer.kpis)}`;
  const sections: string[] = [total];
  for (let start = 0; start < shown.length; start += GROUPS_A_SECTION) {
    sections.push(
      shown
        .slice(start, start + GROUPS_A_SECTION)
        .map(groupLine)
        .join('\n'),
    );
  }
  const rest = answer.groups.length - shown.length;
  return rest ? [...sections, text('answer.more', { count: rest })] : sections;
}

const groupLine = ({ label, kpis }: Group) => `${escaped(label)}  ${figures(kpis)}`;

/** One number stands alone; several are named. */
function figures(kpis: readonly KpiValue[]): string {
  return kpis
    .map((kpi) => {
      const value =
        kpi.target === null
          ? `*${figureText(kpi.value, kpi)}*`
          : `*${figureText(kpi.value, kpi)}* / ${figureText(kpi.target, kpi)}`;
      return kpis.length === 1 ? value : `${kpiTitle(kpi.id)} ${value}`;
    })
    .join(' · ');
}
