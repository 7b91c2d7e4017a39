import { instantOf } from '../../calendar/js-date.ts';
import { momentLabel } from '../../language/dates.ts';
import { figureText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import type { GoalNews } from '../../targets/news.ts';
import type { SaidTarget } from '../../targets/said-target.ts';
import type { Message } from './answer.ts';
import type { Moment } from './fresh.ts';
import { type ButtonSpec, buttons, context, escaped, section } from './mrkdwn.ts';
import { stretchesOf } from './planned-targets.ts';
import { goalDays, type Told, targetActions, targetWords, valueText } from './targets.ts';

/** News about a goal for the person it concerns. */
export interface News extends Told {
  /** The goals set together, in order of time. */
  goals: readonly GoalNews[];
  /** The name of the person who set it, as readers see it. */
  setter: string;
  /** Who can be talked to about it; null: nobody who uses Slack. */
  talksTo: { id: string; name: string } | null;
  /** Whether the goal is the reader's own rather than their team's. */
  isOwn: boolean;
  /** The first goal split over the working days of its span; null if it is not a sum of days. */
  perDay: { value: number; days: number } | null;
}

/** What the reader has answered so far. */
export interface NoticeState {
  id: string;
  readAt: Date | null;
  talkAt: Date | null;
}

/**
 * Whose goal changed, who changed it, from what to what, and what that means for a day, with buttons for the answers
 * not given yet.
 */
export function targetNewsMessage(news: News, { id, readAt, talkAt }: NoticeState, moment: Moment): Message {
  const lines = newsLines(news);
  const at = (time: Date) => momentLabel(instantOf(time), moment.now, moment.zone, news.calendar);
  const answers = [
    ...(readAt ? [text('target.news.read', { at: at(readAt) })] : []),
    ...(talkAt ? [talkText(news, at(talkAt))] : []),
  ];
  const left: ButtonSpec[] = [...(readAt ? [] : [button('understood', id)]), ...(talkAt ? [] : [button('talk', id)])];
  return {
    text: lines.join('\n'),
    blocks: [
      section(lines.join('\n')),
      ...(answers.length > 0 ? [context(answers.join(' '))] : []),
      ...(left.length > 0 ? [buttons('target.news', left)] : []),
    ],
  };
}

/** Replaces the buttons if the goals were set anew before the answer: shows how they stand `now`. */
export function supersededNewsMessage(news: News, now: readonly SaidTarget[]): Message {
  const [only, ...others] = now;
  const value = only && others.length === 0 ? valueText(only, news) : '';
  const how = others.length > 0 ? 'several' : only?.value == null ? 'removed' : 'changed';
  const line = text('target.news.superseded', { how, value });
  const said = newsLines(news).join('\n');
  return { text: line, blocks: [section(said), context(line)] };
}

const talkText = ({ talksTo }: News, at: string) =>
  talksTo ? text('target.news.talk', { name: escaped(talksTo.name), at }) : text('target.news.nobody', { at });

/** Tells the person named in `talksTo` that somebody wants to talk about a goal. */
export function wantsToTalkMessage(name: string, news: News): Message {
  const [first] = news.goals;
  if (!first || !news.talksTo) return { text: '', blocks: [] };
  const { goal } = first;
  const by = goal.setById === news.talksTo.id ? 'you' : goal.setById === null ? 'import' : 'other';
  const isGone = news.goals.every((each) => each.goal.value === null);
  const title = text(isGone ? 'target.wants_to_talk.removed' : 'target.wants_to_talk', {
    ...wordsOf(news),
    ...targetWords(goal, news),
    ...{ name: escaped(name), by, count: news.goals.length },
  });
  const line = [title, ...partLines(news)].join('\n');
  return { text: line, blocks: [section(line)] };
}

const button = (answer: 'understood' | 'talk', value: string): ButtonSpec => ({
  actionId: targetActions[answer],
  label: text(`target.button.${answer}`),
  value,
});

function newsLines(news: News): string[] {
  const [first, ...others] = news.goals;
  if (!first) return [];
  const said = others.length === 0 ? [oneLine(first, news)] : severalLines(news);
  return news.perDay ? [...said, perDayLine(first, news.perDay, news)] : said;
}

function oneLine({ goal, before }: GoalNews, news: News): string {
  const kind = goal.value === null ? 'removed' : before?.value == null ? 'set' : 'changed';
  return text(`target.news.${kind}`, {
    ...wordsOf(news),
    ...targetWords(goal, news),
    before: beforeText(before, news),
  });
}

function severalLines(news: News): string[] {
  const [first] = news.goals;
  if (!first) return [];
  const endsOn = news.goals.at(-1)?.goal.endsOn ?? first.goal.endsOn;
  return [
    text('target.news.several', { ...wordsOf(news), ...targetWords({ ...first.goal, endsOn }, news) }),
    ...partLines(news),
  ];
}

/** A line for each stretch with its own value, and what it was before. */
function partLines(news: News): string[] {
  const goals = news.goals.map(({ goal, before }) => ({ ...goal, before }));
  const parts = stretchesOf(goals, (one, other) => one.before?.value === other.before?.value);
  return parts.map((part) => {
    const kind = part.value === null ? 'part_gone' : part.before?.value == null ? 'part' : 'part_was';
    const isOne = goals.some(({ id, endsOn: end }) => id === part.id && end === part.endsOn);
    const each = isOne ? 'no' : part.unit;
    return text(`target.news.${kind}`, { ...targetWords(part, news), before: beforeText(part.before, news), each });
  });
}

function perDayLine({ goal }: GoalNews, { value, days }: NonNullable<News['perDay']>, news: News): string {
  const each = figureText(value, { unit: news.unit, currency: goal.currency ?? news.currency });
  return text('target.news.per_day', { value: each, days, span: goalDays(goal, news) });
}

const wordsOf = ({ setter, isOwn }: News) => ({ setter: escaped(setter), whose: isOwn ? 'own' : 'team' });

const beforeText = (before: GoalNews['before'], told: Told) => (before ? valueText(before, told) : '');
