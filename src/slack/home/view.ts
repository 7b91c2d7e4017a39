import type { HomeView, KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Answer } from '../../kpi/answer.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { dayLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import type { Home } from '../../reports/home.ts';
import type { Received } from '../../schedule/received.ts';
import { periodText } from '../messages/answer.ts';
import { freshText } from '../messages/fresh.ts';
import { leadLine, moreThan, stepBlock, toGoText } from '../messages/morning.ts';
import { context, escaped, plainText, section } from '../messages/mrkdwn.ts';
import { hasChart, type PictureState, pictureBlocks } from '../messages/picture.ts';
import { momentText, whatText, whenText } from '../messages/schedule.ts';
import { type Listed, scheduleBlocks } from '../messages/schedules.ts';
import { goalText } from '../messages/targets.ts';
import { type Pending, pendingBlocks } from './pending.ts';

export interface HomeShown {
  home: Home;
  /** What the person receives, and what they own. */
  received: readonly Received[];
  owned: readonly Listed[];
  pending: readonly Pending[];
  directory: Directory;
  now: Temporal.Instant;
  zone: string;
  picture: PictureState;
}

/** A caption for the small picture, which has no room for a title. */
const courseText = (course: Answer): string =>
  text('home.course', { kpi: kpiTitle(course.kpis[0]?.id ?? ''), period: periodText(course) });

const MOST = { kpis: 12, steps: 10, leads: 10, schedules: 20, owned: 15 } as const;

/** The Home tab: the person's goals, what waits for them, and what they get by itself. */
export function homeView({ home, received, owned, pending, directory, now, zone, picture }: HomeShown): HomeView {
  const { day, today, month, steps, leads } = home;
  const toGo = today && toGoText(today);
  const fresh = month ?? today;
  return {
    type: 'home',
    callback_id: 'home',
    blocks: [
      header(dayLabel(day, 'day')),
      section(escaped(toGo ? text('home.to_go', { toGo }) : text('home.no_goals'))),
      ...(month ? goals(month) : []),
      ...(home.course && hasChart(picture) ? [context(courseText(home.course))] : []),
      ...pictureBlocks(picture),
      header(text('home.waiting')),
      ...pendingBlocks(pending),
      ...(steps.length + leads.length + pending.length === 0 ? [section(text('home.nothing_waits'))] : []),
      ...(steps.length > 0 ? [section(`*${text('morning.steps')}*`)] : []),
      ...steps.slice(0, MOST.steps).map((step) => stepBlock(step, day)),
      ...moreThan(MOST.steps, steps.length).map(section),
      ...list(text('morning.leads'), leads, MOST.leads, leadLine),
      header(text('home.schedules')),
      ...(received.length === 0 ? [section(text('home.no_schedules'))] : []),
      ...list(null, received, MOST.schedules, ({ schedule, next }) =>
        text('home.schedule', {
          what: whatText(schedule, directory),
          when: whenText(schedule),
          next: next ? momentText(next, { now, zone }) : 'none',
        }),
      ),
      ...(owned.length === 0 ? [] : [header(text('home.owned'))]),
      ...owned
        .slice(0, MOST.owned)
        .flatMap((each) => scheduleBlocks(each, { now, zone, directory }, ['test', 'live', 'pause'])),
      ...(owned.length > MOST.owned ? [section(text('home.owned_more', { count: owned.length - MOST.owned }))] : []),
      ...(fresh ? [context(freshText(fresh, { now, zone }))] : []),
    ],
  };
}

const header = (words: string): KnownBlock => ({ type: 'header', text: plainText(words) });

const goals = (month: NonNullable<Home['month']>): KnownBlock[] => [
  section(
    [
      `*${escaped(text('morning.month', { period: periodText(month) }))}*`,
      ...month.kpis.slice(0, MOST.kpis).map(goalText),
      ...moreThan(MOST.kpis, month.kpis.length),
    ].join('\n'),
  ),
];

function list<Item>(head: string | null, items: readonly Item[], most: number, words: (item: Item) => string) {
  if (items.length === 0) return [];
  const lines = items.slice(0, most).map(words);
  return [section([...(head ? [`*${head}*`] : []), ...lines, ...moreThan(most, items.length)].join('\n'))];
}
