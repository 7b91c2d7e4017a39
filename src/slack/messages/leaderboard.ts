import { FEWEST_FACTS } from '../../kpi/fewest.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import type { Entry, Leaderboard } from '../../kpi/leaderboard/leaderboard.ts';
import { aroundMe } from '../../kpi/leaderboard/places.ts';
import { figureText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import { type Message, periodText } from './answer.ts';
import { freshText, type Moment } from './fresh.ts';
import { context, escaped, section } from './mrkdwn.ts';

export interface Reader extends Moment {
  /** The reader's member id. */
  me: string;
  /** Whether they may see everybody's numbers anyway: if so, the list is long. */
  seesAll: boolean;
  /** If not: only ranks, shares of targets, and the reader's own numbers. */
  showsAmounts: boolean;
}

type Placed = Leaderboard['ranked'][number];

const LEADERS = 3;
const MOST = 25;

/** The top places, those around the reader, and separately the people who cannot be ranked. */
export function leaderboardMessage(board: Leaderboard, reader: Reader): Message {
  const { answer, ranked } = board;
  const kpi = kpiTitle(board.kpi);
  const title = text('leaderboard.title', { subject: answer.subject, period: periodText(answer) });
  const leaders = ranked.slice(0, LEADERS).map((entry) => placeText(entry, board, { ...reader, me: '' }));
  const headline = escaped(
    ranked.length
      ? text('leaderboard.headline', { title, leaders: leaders.join('; ') })
      : text('leaderboard.nobody', { title, kpi }),
  );
  const isMe = ({ memberId }: Entry) => memberId === reader.me;
  const [top, around] = reader.seesAll ? [ranked.slice(0, MOST), []] : aroundMe(ranked, isMe);
  const left = ranked.length - top.length - around.length;
  const lines = (places: readonly Placed[]) => escaped(places.map((entry) => line(entry, board, reader)).join('\n'));
  const sections = [
    `*${escaped(title)}*`,
    lines(top),
    ...(around.length ? [`…\n${lines(around)}`] : []),
    ...withoutGoal(board, reader),
    ...withoutData(board),
    ...tooFew(board, reader),
  ].filter(Boolean);
  const notes = [
    text(board.byAttainment ? 'leaderboard.by_attainment' : 'leaderboard.by_value', { kpi }),
    ...(left > 0 ? [text('leaderboard.more', { count: left })] : []),
    ...(ranked.some(isMe) ? [text('leaderboard.hide')] : []),
    ...hiddenText(board, reader),
    freshText(answer, reader),
  ];
  const said = ranked.length ? sections : [`*${headline}*`, ...sections.slice(1)];
  return { text: headline, blocks: [...said.map(section), context(notes.join('\n'))] };
}

/** What a person sees of a private leaderboard: their own row, without a place. */
export function ownRowMessage(board: Leaderboard, reader: Reader): Message {
  const { answer } = board;
  const kpi = kpiTitle(board.kpi);
  const title = text('leaderboard.own', { subject: answer.subject, period: periodText(answer), kpi });
  const entries: readonly Entry[] = [...board.ranked, ...board.withoutGoal, ...board.withoutData, ...board.tooFew];
  const [own] = entries.filter(({ memberId }) => memberId === reader.me);
  const parts = own ? [`${shareText(own, board)}  ${amountText(own, reader)}`.trim(), ...recordText(own, reader)] : [];
  const none = text(board.hidden.has(reader.me) ? 'leaderboard.own_hidden' : 'leaderboard.own_none');
  const row = parts.length ? parts.join(' · ') : none;
  const line = escaped(text('leaderboard.own_row', { title, row }));
  const notes = [text('leaderboard.own_alone'), ...hiddenText(board, reader), freshText(answer, reader)];
  return { text: line, blocks: [section(`*${line}*`), context(notes.join('\n'))] };
}

/** Tells hidden people that they are hidden, and those who may see everybody how many others are. */
function hiddenText({ hidden }: Leaderboard, { me, seesAll }: Reader): string[] {
  const others = hidden.size - (hidden.has(me) ? 1 : 0);
  return [
    ...(hidden.has(me) ? [text('leaderboard.hidden')] : []),
    ...(seesAll && others > 0 ? [text('leaderboard.hidden_others', { count: others })] : []),
  ];
}

function line(entry: Placed, board: Leaderboard, reader: Reader): string {
  const parts = [placeText(entry, board, reader), ...recordText(entry, reader)].join(' · ');
  return entry.memberId === reader.me ? text('leaderboard.you', { line: parts }) : parts;
}

function placeText(entry: Placed, board: Leaderboard, reader: Reader): string {
  const name = text('leaderboard.place', { rank: entry.rank, name: entry.name });
  return [name, shareText(entry, board), amountText(entry, reader)].filter(Boolean).join('  ');
}

const shareText = (entry: Entry, { byAttainment }: Leaderboard): string =>
  byAttainment ? figureText(entry.attainment, { unit: 'rate' }) : '';

function amountText(entry: Entry, reader: Reader): string {
  const { kpi } = entry;
  if (!mayRead(entry, reader)) return '';
  const value = figureText(kpi.value, kpi);
  return kpi.target === null ? value : text('leaderboard.of_target', { value, target: figureText(kpi.target, kpi) });
}

function recordText(entry: Entry, reader: Reader): string[] {
  const { record } = entry;
  if (!record) return [];
  if (record.isNow) return [text('leaderboard.record_now')];
  const value = figureText(record.kpi.value, record.kpi);
  return mayRead(entry, reader) ? [text('leaderboard.record', { value, period: record.label })] : [];
}

const mayRead = ({ memberId }: Entry, { showsAmounts, me }: Reader) => showsAmounts || memberId === me;

/** People not ranked because others have a goal and they do not: all counted, and those named who reached something. */
function withoutGoal({ withoutGoal: entries }: Leaderboard, reader: Reader): string[] {
  if (entries.length === 0) return [];
  const named = entries.filter(({ kpi }) => Number(kpi.value) > 0);
  return [
    text('leaderboard.without_goal', { count: entries.length, named: named.length, names: namesOf(named, reader) }),
  ];
}

const withoutData = ({ withoutData: entries }: Leaderboard): string[] =>
  entries.length ? [text('leaderboard.without_data', { count: entries.length })] : [];

const tooFew = ({ tooFew: entries }: Leaderboard, reader: Reader): string[] =>
  entries.length ? [text('leaderboard.too_few', { names: namesOf(entries, reader), fewest: FEWEST_FACTS })] : [];

const namesOf = (entries: readonly Entry[], reader: Reader): string =>
  escaped(entries.map((entry) => [entry.name, amountText(entry, reader)].filter(Boolean).join(' ')).join(', '));
