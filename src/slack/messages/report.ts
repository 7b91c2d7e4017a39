import { Temporal } from 'temporal-polyfill';
import type { Answer, Group } from '../../kpi/answer.ts';
import { FEWEST_FACTS } from '../../kpi/fewest.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { dayLabel, spanLabel } from '../../language/dates.ts';
import { figureText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import type { BestTimes } from '../../reports/best-times.ts';
import type { Report } from '../../reports/report-of.ts';
import { reportIds } from '../../reports/weekly.ts';
import { headline, kpiText, type Message, notes, periodText } from './answer.ts';
import { freshText, type Moment } from './fresh.ts';
import { movedText } from './moved.ts';
import { context, escaped, section } from './mrkdwn.ts';
import { withParts } from './parts.ts';
import { type PictureState, pictureBlocks } from './picture.ts';

/** A weekly report: its headline, what moved, its tables and picture, and how fresh it is. */
export function reportMessage(report: Report, moment: Moment & { picture: PictureState }): Message {
  const { id, summary, tables, bestTimes, moved, isEmpty, stoodAt } = report;
  const cohort = cohortText(report);
  const stood = stoodAt ? [text('report.stood', { day: dayLabel(stoodAt, 'day', summary.calendar) })] : [];
  const title = text(`report.title.${id}`);
  const about = { title, subject: summary.subject, period: periodText(summary) };
  if (isEmpty) {
    const line = escaped(text('report.empty', about));
    return { text: line, blocks: [section(`*${line}*`), context([...cohort, freshText(summary, moment)].join('\n'))] };
  }
  const line = escaped(text('report.headline', { title, headline: headline(summary) }));
  const said = [
    `*${line}*`,
    ...summary.kpis.map((kpi) => kpiText(kpi)),
    ...(moved.length ? [movedText(moved, summary.calendar)] : []),
    ...honours(report),
    ...tables.map(tableText),
    ...(bestTimes ? [bestTimesText(bestTimes, summary)] : []),
  ];
  return {
    text: line,
    blocks: [
      ...said.map(section),
      ...pictureBlocks(moment.picture),
      context([...cohort, ...stood, ...notes(summary), freshText(summary, moment)].join('\n')),
    ],
  };
}

/** Why the summary covers other days than the week asked for. */
function cohortText({ week, summary }: Report): string[] {
  const [from, through] = [Temporal.PlainDate.from(week.from), Temporal.PlainDate.from(week.through)];
  if (summary.period.from.equals(from)) return [];
  const asked = spanLabel({ from, to: through.add({ days: 1 }) }, summary.calendar);
  return [text('report.cohort', { asked, shown: spanLabel(summary.period, summary.calendar) })];
}

/** The list of reports. */
export function reportList(): Message {
  const lines = reportIds.map((id) => text('report.line', { id, title: text(`report.title.${id}`) }));
  return {
    text: text('report.list'),
    blocks: [section([text('report.list'), ...lines, text('review.list')].join('\n'))],
  };
}

const MOST_ROWS = 15;

/** One line for each group with all its numbers, below a line of their titles. */
export function tableText({ question, kpis, groups }: Answer): string {
  const by = text(`by.${question.by[0] ?? 'rep'}`);
  const head = text('report.by', { by, kpis: kpis.map(({ id }) => kpiTitle(id)).join(' · ') });
  const rows = groups.slice(0, MOST_ROWS).map(rowText);
  const rest = groups.length - rows.length;
  return [head, ...rows, ...(rest > 0 ? [text('answer.more', { count: rest })] : [])].join('\n');
}

const rowText = ({ label, kpis }: Group) =>
  `${escaped(label)}  ${kpis.map((kpi, index) => withParts(bold(figureText(kpi.value, kpi), index === 0), kpi)).join(' · ')}`;

const bold = (words: string, isFirst: boolean) => (isFirst ? `*${words}*` : words);

/** For the report on won deals: who beat the quota, and who closed most. */
function honours({ id, tables }: Report): string[] {
  const people = tables.find(({ question }) => question.by.includes('rep'));
  if (id !== 'won' || !people) return [];
  const named = people.groups.filter(({ key }) => key !== null);
  const reached = ({ kpis }: Group, kpi: string) => Number(kpis.find((each) => each.id === kpi)?.value ?? 0);
  const beat = named.filter((group) => reached(group, 'target_attainment') >= 1);
  const most = Math.max(0, ...named.map((group) => reached(group, 'deals_won')));
  const leaders = named.filter((group) => most > 0 && reached(group, 'deals_won') === most);
  const names = (groups: readonly Group[]) => escaped(groups.map(({ label }) => label).join(', '));
  const lines = [
    ...(beat.length ? [text('report.beat_quota', { names: names(beat) })] : []),
    ...(leaders.length ? [text('report.closed_most', { names: names(leaders), count: most })] : []),
  ];
  return lines.length ? [lines.join('\n')] : [];
}

function bestTimesText({ period, kpi, best, tooFew }: BestTimes, { calendar }: Answer): string {
  const head = text('report.best_time', { kpi: kpiTitle(kpi), period: spanLabel(period, calendar) });
  const counted = text('chart.counted', { kpi });
  const times = best.map(({ weekday, hour, kpi: value }) =>
    text('report.best_time.line', {
      ...{ weekday, hour, value: figureText(value.value, value) },
      ...{ count: Number(value.denominator ?? 0), counted },
    }),
  );
  const none = best.length ? [] : [text('report.best_time.none', { fewest: FEWEST_FACTS, counted })];
  const few = tooFew ? [text('report.best_time.few', { count: tooFew, fewest: FEWEST_FACTS, counted })] : [];
  return [head, ...times, ...none, ...few].join('\n');
}
