import type { Answer, Group, KpiValue } from '../../kpi/answer.ts';
import { titlesIn } from '../../kpi/labels.ts';
import { valueText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import { changeText } from './change.ts';
import { escaped } from './mrkdwn.ts';
import { goalFigure, someShortText } from './pace.ts';
import { withParts } from './parts.ts';

const MOST_GROUPS = 25;
const GROUPS_A_SECTION = 8;
const MOST_WITHIN = 12;

/**
 * A breakdown as text, total first. With one KPI each group has a line, and a few share a section so that none grows
 * too long. With several, each KPI has a section with its groups in a row, because a line on a phone holds few numbers.
 */
export function groupLines(answer: Answer): string[] {
  const groups = isSaidTwice(answer) ? [] : answer.groups;
  const shown = groups.slice(0, MOST_GROUPS);
  const sections =
    answer.kpis.length === 1
      ? linesOfOne(answer, shown)
      : answer.kpis.map((kpi) => rowOf(kpi, shown, titlesIn(answer.kpis).titleOf(kpi.id)));
  const rest = groups.length - shown.length + answer.moreGroups;
  return rest ? [...sections, text('answer.more', { count: rest })] : sections;
}

/** One person broken down by person is a single row that repeats the whole. */
export function isSaidTwice({ subject, kpis, groups: [only, ...others], moreGroups }: Answer): boolean {
  if (!only || others.length > 0 || moreGroups > 0 || only.groups || only.label !== subject) return false;
  return kpis.every(({ value, target }, index) => {
    const own = only.kpis[index];
    return own?.value === value && own.target === target;
  });
}

function linesOfOne({ subject, kpis }: Answer, groups: readonly Group[]): string[] {
  const line = (label: string, values: readonly KpiValue[]) => `${label}  ${values.map(comparedFigure).join()}`;
  // With subgroups, two groups make a section.
  const size = groups.some((group) => group.groups) ? 2 : GROUPS_A_SECTION;
  const sections = [line(`*${escaped(subject)}*`, kpis)];
  for (let start = 0; start < groups.length; start += size) {
    const some = groups.slice(start, start + size);
    sections.push(
      some.map((group) => [line(escaped(group.label), group.kpis), ...withinOf(group)].join('\n')).join('\n'),
    );
  }
  return sections;
}

/** A group's subgroups, one line each. */
function withinOf({ groups = [] }: Group): string[] {
  const shown = groups
    .slice(0, MOST_WITHIN)
    .map(({ label, kpis }) => `• ${escaped(label)}  ${kpis.map(comparedFigure).join()}`);
  const rest = groups.length - shown.length;
  return rest ? [...shown, `• ${text('answer.more', { count: rest })}`] : shown;
}

/** One KPI for all groups in a row; subgroups in brackets show only their values. */
function rowOf(total: KpiValue, groups: readonly Group[], title: string): string {
  const row = groups.flatMap(({ label, kpis, groups }) => {
    const own = kpis.find(({ id }) => id === total.id);
    const within = (groups ?? []).map(
      (group) =>
        `${escaped(group.label)} ${group.kpis
          .filter(({ id }) => id === total.id)
          .map((kpi) => towardsTarget(shortFigure(kpi), kpi))
          .join()}`,
    );
    const inside = within.length
      ? ` (${within.slice(0, MOST_WITHIN).join(', ')}${within.length > MOST_WITHIN ? ', …' : ''})`
      : '';
    return own ? [`${escaped(label)} ${comparedFigure(own)}${inside}`] : [];
  });
  return [`*${title}*  ${comparedFigure(total)}`, row.join(' · ')].filter(Boolean).join('\n');
}

/** With its change (the footer says against what); with many groups the arrow is enough. */
function comparedFigure(kpi: KpiValue): string {
  const change = changeText(kpi, 'neither');
  return change ? `${figure(kpi)}  ${change}` : figure(kpi);
}

const figure = (kpi: KpiValue) => towardsTarget(withParts(shortFigure(kpi), kpi), kpi);

const shortFigure = (kpi: KpiValue) => [`*${valueText(kpi)}*`, someShortText(kpi)].filter(Boolean).join(' ');

const towardsTarget = (value: string, kpi: KpiValue) =>
  kpi.target === null ? value : `${value}\u00a0/\u00a0${goalFigure(kpi)}`;
