import type { KpiValue } from '../../kpi/answer.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { spanLabel } from '../../language/dates.ts';
import { valueText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import type { DailyDigest } from '../../reports/daily.ts';
import { kpiText, type Message, notes, periodText } from './answer.ts';
import { freshText, type Moment } from './fresh.ts';
import { movedText } from './moved.ts';
import { context, escaped, section } from './mrkdwn.ts';
import { type PictureState, pictureBlocks } from './picture.ts';
import { tableText } from './report.ts';

/** The daily digest: what was done (by whom, if that is shown), and the month against its targets. */
export function digestMessage(digest: DailyDigest, moment: Moment & { picture: PictureState }): Message {
  const { done, people, month, moved } = digest;
  const span = spanLabel(done.period, done.calendar);
  const figures = done.kpis.filter(({ value }) => value !== null && Number(value) !== 0).map(figure);
  const headline = escaped(
    figures.length
      ? text('digest.headline', { subject: done.subject, span, figures: figures.slice(0, 3).join('; ') })
      : text('digest.nothing', { subject: done.subject, span }),
  );
  const said = [
    `*${headline}*`,
    ...(figures.length > 3 ? [escaped(figures.join(' · '))] : []),
    ...(people && people.groups.length > 0 ? [tableText(people)] : []),
    [`*${escaped(periodText(month))}*`, ...month.kpis.map((kpi) => kpiText(kpi))].join('\n'),
    ...(moved.length ? [movedText(moved, month.calendar)] : []),
  ];
  return {
    text: headline,
    blocks: [
      ...said.map(section),
      ...pictureBlocks(moment.picture),
      context([...notes(month), freshText(month, moment)].join('\n')),
    ],
  };
}

const figure = (kpi: KpiValue): string => text('digest.figure', { title: kpiTitle(kpi.id), value: valueText(kpi) });
