import { Temporal } from 'temporal-polyfill';
import type { KpiValue } from '../../kpi/answer.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { dayLabel } from '../../language/dates.ts';
import { valueText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import type { Said } from '../../standups/answers.ts';
import type { Done } from '../../standups/numbers.ts';
import type { StandupQuestion } from '../../standups/questions.ts';
import type { Message } from './answer.ts';
import { context, escaped, fittingButtons, section } from './mrkdwn.ts';
import { goalFigure } from './pace.ts';
import { type Listed, type Seen, scheduleBlocks } from './schedules.ts';

export const standupActions = {
  answer: 'standup_answer',
  skip: 'standup_skip',
  heard: 'standup_heard',
  add: 'standup_add',
  change: 'standup_change',
} as const;

/** The standup and day that a button is about. */
export interface StandupButton {
  scheduleId: string;
  day: string;
}

export interface Asking {
  /** The name of the team, or of several. */
  team: string;
  button: StandupButton;
  questions: readonly StandupQuestion[];
  /** In the time zone of the person asked: 12:00. */
  until: string;
  /** The first day it covers, ISO. */
  from: string;
  done: Done;
  goals: readonly KpiValue[];
}

/** A standup's questions in the person's messages with the bot, with what the bot knows already. */
export function standupAskMessage({ team, button, questions, until, from, done, goals }: Asking): Message {
  const line = escaped(text('standup.question', { team, questions: questions.length, until }));
  const known = [
    escaped(doneLine(done, from)),
    ...(goals.length > 0 ? [escaped(text('standup.goals', { figures: goals.map(goalText).join(' · ') }))] : []),
  ];
  return {
    text: line,
    blocks: [
      section([`*${line}*`, ...questions.map((question) => `• ${escaped(question.text)}`)].join('\n')),
      section(known.join('\n')),
      ...answerButtons(button),
      context(text('standup.how')),
    ],
  };
}

/** Sent when most of the time is gone. */
export function standupReminderMessage({ team, button, until }: Pick<Asking, 'team' | 'button' | 'until'>): Message {
  const line = escaped(text('standup.reminder', { team, until }));
  return { text: line, blocks: [section(line), ...answerButtons(button)] };
}

export interface SaidShown extends Pick<Said, 'answers' | 'isLate'> {
  team: string;
  button: StandupButton;
  until: string;
}

/** Replaces the questions with the person's answers, which they can change while there is time. */
export function standupSaidMessage({ team, button, until, answers, isLate }: SaidShown): Message {
  const isAdded = !isLate && answers.some((each) => each.isLate);
  const line = escaped(text('standup.said.line', { team, until, late: isAdded ? 'added' : String(isLate) }));
  const said = answers.map((each) => section(saidText(each, isAdded)));
  return {
    text: line,
    blocks: [
      section(`*${line}*`),
      ...(said.length > 0 ? said : [section(text('standup.said.nothing'))]),
      ...answerButtons(button, ['change']),
    ],
  };
}

/** A question and what was said to it; `marked`: whether late ones are marked. */
export const saidText = ({ question, words, isLate }: Said['answers'][number], marked: boolean): string =>
  text('standup.said', {
    question: escaped(question),
    words: escaped(words),
    late: String(marked && isLate === true),
  });

/** The buttons to respond with. */
function answerButtons(button: StandupButton, which: readonly ('answer' | 'skip' | 'change')[] = ['answer', 'skip']) {
  const value = JSON.stringify(button);
  const specs = {
    answer: { actionId: standupActions.answer, label: text('standup.answer'), value, style: 'primary' as const },
    skip: { actionId: standupActions.skip, label: text('standup.skip'), value },
    change: { actionId: standupActions.answer, label: text('standup.change_answers'), value },
  };
  return fittingButtons(
    'standup',
    which.map((each) => specs[each]),
  );
}

/** All standups, each with its buttons. */
export function standupsMessage(listed: readonly Listed[], mayAdd: boolean, seen: Seen): Message {
  const line = text(listed.length > 0 ? 'standup.list' : 'standup.none');
  const add = [{ actionId: standupActions.add, label: text('standup.add'), value: 'new' }];
  return {
    text: line,
    blocks: [
      section(`*${line}*`),
      ...listed.slice(0, MOST_LISTED).flatMap((each) => scheduleBlocks(each, seen)),
      ...(listed.length > MOST_LISTED ? [context(text('answer.more', { count: listed.length - MOST_LISTED }))] : []),
      ...(mayAdd ? fittingButtons('standups', add) : []),
    ],
  };
}

/** Each takes two of the 50 blocks that Slack allows. */
const MOST_LISTED = 20;

function doneLine(done: Done, from: string): string {
  const since = dayLabel(Temporal.PlainDate.from(from), 'day');
  const figures = doneText(done);
  return figures ? text('standup.done', { from: since, figures }) : text('standup.done.nothing', { from: since });
}

/** What was logged and closed, in words; empty if nothing was. */
export const doneText = ({ activities, closed }: Done): string =>
  [
    ...activities.map(({ label, count }) => text('standup.activity', { type: label, count })),
    ...closed.map((kpi) => text('standup.figure', { title: kpiTitle(kpi.id), value: valueText(kpi) })),
  ].join(' · ');

/** A goal for a day. */
export const goalText = (kpi: KpiValue): string =>
  text('standup.figure', { title: kpiTitle(kpi.id), value: goalFigure(kpi) });
