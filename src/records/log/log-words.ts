import { Temporal } from 'temporal-polyfill';
import * as language from '../../language/en/log-words.ts';
import type { Moment } from '../activity.ts';
import { durationWords } from './durations.ts';
import type { LogEntry } from './entry.ts';

/** An entry in words that `/log` reads as the same entry; times to the minute. */
export function logWords(entry: LogEntry, zone: string): string {
  const { type, direction, outcome, result, customers, note, nextStep, nextStepOn } = entry;
  const [customer] = customers;
  const parts = [
    type && language.typeWords[type][0],
    direction === 'inbound' && language.directionWords.inbound[0],
    customer && quoted(customer.name),
    outcome && { ...language.callOutcomeWords, ...language.meetingOutcomeWords }[outcome][0],
    result && { ...language.callResultWords, ...language.meetingResultWords }[result][0],
    entry.durationSeconds !== null && durationWords(entry.durationSeconds),
    entry.occurred && momentWords(entry.occurred, zone),
    note !== null && `note: ${quoted(note)}`,
    (nextStep !== null || nextStepOn) &&
      `next: ${[quoted(nextStep ?? ''), nextStepOn?.toString() ?? ''].join(' ').trim()}`,
  ];
  return parts.filter(Boolean).join(' ');
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function momentWords(moment: Moment, zone: string): string {
  if ('on' in moment) return moment.on.toString();
  const local = moment.at.toZonedDateTimeISO(zone).toPlainDateTime();
  return `${local.toPlainDate()} ${Temporal.PlainTime.from(local).toString({ smallestUnit: 'minute' })}`;
}
