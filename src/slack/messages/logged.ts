import type { Temporal } from 'temporal-polyfill';
import { dayLabel, momentLabel } from '../../language/dates.ts';
import { text, textIfAny } from '../../language/text.ts';
import { durationWords } from '../../records/log/durations.ts';
import type { CompleteEntry } from '../../records/log/store-log.ts';
import type { Message } from './answer.ts';
import { keptLine, keptWords, wordSections } from './kept-words.ts';
import { type ButtonSpec, buttons, clipped, context, escaped, section } from './mrkdwn.ts';

/** Slack wants different ids for the buttons of one message. */
export const logActions = {
  undo: 'log.undo',
  choose: ['log.choose.1', 'log.choose.2', 'log.choose.3', 'log.choose.4', 'log.choose.5', 'log.choose.6'],
} as const;

/** The count of this kind on the activity's day, and its target. */
export interface Standing {
  kind: 'call' | 'meeting' | 'activity';
  value: number;
  target: number | null;
  /** null: today. */
  day: Temporal.PlainDate | null;
}

export interface Told {
  now: Temporal.Instant;
  /** The workspace's zone. */
  zone: string;
  /** null: could not be counted. */
  standing: Standing | null;
}

/** What was logged, how the day's goal stands, and *Undo*. */
export function loggedMessage(entry: CompleteEntry, activityId: string, told: Told): Message {
  const what = text('log.done', { what: entryText(entry, told) });
  const undo = { actionId: logActions.undo, label: text('log.button.undo'), value: activityId };
  const unnamed = customerNote(entry);
  return {
    text: lineOf(what, told),
    blocks: [section(linesOf(what, told)), ...(unnamed ? [context(unnamed)] : []), buttons('log.logged', [undo])],
  };
}

/** What was undone, how the day stands now, and the words to log it again. */
export function undoneMessage(entry: CompleteEntry, words: string, told: Told): Message {
  const what = text('log.undone', { what: entryText(entry, told) });
  return {
    text: lineOf(what, told),
    blocks: [section(linesOf(what, told)), context(text('log.again')), ...wordSections(`/log ${words}`)],
  };
}

export function helpMessage(): Message {
  const examples = text('log.ask.examples');
  return { text: `${text('log.ask.words')}\n${examples}`, blocks: [section(`${text('log.ask.words')}\n${examples}`)] };
}

/** Asks for what is missing, with choices, and repeats the words so that they are not lost. */
export function askMessage(question: string, words: string, choices: readonly ButtonSpec[] = []): Message {
  const lead = text('log.ask.nothing_logged');
  const typed = `/log ${words}`;
  return {
    text: `${escaped(question)} ${keptLine(lead, typed)}`,
    blocks: [
      section(escaped(question)),
      ...(choices.length ? [buttons('log.ask', choices)] : []),
      ...keptWords(lead, typed),
    ],
  };
}

/** Characters of a text that are repeated; all of it is stored. */
const SHOWN = 200;

/** "Call · Acme · Answered · 12m · “asked for a proposal” · next: send offer (Fri 27 Nov)", escaped. */
function entryText(entry: CompleteEntry, { now, zone }: Told): string {
  const { type, direction, outcome, result, durationSeconds, note, customers } = entry;
  const word = (slot: string, value: string) => textIfAny(`group.${slot}.${value}`) ?? value;
  const parts = [
    word('type', type),
    direction === 'inbound' && word('direction', direction),
    customers[0] && `*${escaped(clipped(customers[0].name, 100))}*`,
    outcome && word('outcome', outcome).toLowerCase(),
    result && word('result', result).toLowerCase(),
    durationSeconds !== null && durationWords(durationSeconds),
    whenText(entry, now, zone),
    note !== null && `“${escaped(clipped(note, SHOWN))}”`,
    nextText(entry),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Empty for what happened just now. */
function whenText({ occurred }: CompleteEntry, now: Temporal.Instant, zone: string): string {
  if ('on' in occurred) return dayLabel(occurred.on, 'day');
  const isNow = Math.abs(now.epochMilliseconds - occurred.at.epochMilliseconds) < 60_000;
  return isNow ? '' : momentLabel(occurred.at, now, zone);
}

function nextText({ nextStep, nextStepOn }: CompleteEntry): string {
  const step = nextStep === null ? null : escaped(clipped(nextStep, SHOWN));
  const day = nextStepOn && dayLabel(nextStepOn, 'day');
  if (step && day) return text('log.next_on', { step, day });
  if (step) return text('log.next', { step });
  return day ? text('log.next_day', { day }) : '';
}

function customerNote({ customers, note, type }: CompleteEntry): string {
  if (customers.length > 0) return '';
  if (note === null) return text('log.no_customer');
  return type === 'note' ? '' : text('log.unnamed', { words: escaped(clipped(note, 100)) });
}

const lineOf = (what: string, { standing }: Told) =>
  standing ? `${what} — ${standingText(standing)}.` : `${what}. ${text('log.no_standing')}`;

const linesOf = (what: string, { standing }: Told) =>
  `${what}\n${standing ? `*${standingText(standing)}*` : text('log.no_standing')}`;

function standingText({ kind, value, target, day }: Standing): string {
  const on = day ? text('log.on_day', { day: dayLabel(day, 'day') }) : text('log.today');
  if (target === null) return text('log.count', { kind, count: value, day: on });
  const goal = Math.ceil(target);
  return text('log.of_target', { kind, value, target: goal, day: on, isPast: String(value > goal) });
}
