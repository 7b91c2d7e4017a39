/** Messages about an unhappy customer, to those who can do something about it, and about a happy one. */
import type { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../calendar/js-date.ts';
import { momentLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import type { CustomerAnswer } from '../../surveys/customers/answers.ts';
import { answeredAt } from '../../surveys/customers/cases.ts';
import { mostOf } from '../../surveys/customers/instruments.ts';
import type { Message } from './answer.ts';
import { type ButtonSpec, buttons, context, escaped, section } from './mrkdwn.ts';

export const caseActions = {
  call: 'nps_call',
  solved: 'nps_solved',
  reference: 'nps_reference',
  /** Slack wants different ids within a message. */
  show: ['nps_show_1', 'nps_show_2', 'nps_show_3', 'nps_show_4', 'nps_show_5'],
} as const;

/** When and in which time zone it is read, and the people whose names it may mention. */
export interface Readers {
  now: Temporal.Instant;
  zone: string;
  directory: Pick<Directory, 'members'>;
}

export const nameIn = (memberId: string | null, { directory }: Readers): string =>
  escaped(directory.members.find(({ id }) => id === memberId)?.name ?? text('nps.somebody'));

/** "Jane of Acme", "Acme" */
export const whoAnswered = (customer: string, person: string | null): string =>
  text('nps.who', { customer, person: person ?? 'none' });

export const whoIn = ({ customer, respondent }: CustomerAnswer): string =>
  whoAnswered(customer?.name ?? text('nps.somebody'), respondent);

/** A customer's answer, their earlier ones, and who owns the case. */
export interface Case {
  answer: CustomerAnswer;
  /** Latest first. */
  before: readonly { score: number; day: string }[];
  /** The current owner. */
  ownerId: string | null;
}

export function caseMessage(
  { answer, before, ownerId }: Case,
  how: 'opened' | 'reminder' | 'escalated',
  readers: Readers,
): Message {
  const { id, score, comment, typedById } = answer;
  const at = momentLabel(answeredAt(answer), readers.now, readers.zone);
  const who = escaped(whoIn(answer));
  const title = text(`nps.case.${answer.solvedOn ? 'closed' : how}`, {
    who,
    score,
    most: mostOf(answer),
    at,
    owner: nameIn(ownerId, readers),
  });
  const told = before.map((each) => text('nps.case.before.one', each)).join(', ');
  const known = [
    told ? text('nps.case.before', { all: told }) : text('nps.case.first'),
    ...(typedById ? [text('nps.case.typed', { name: nameIn(typedById, readers) })] : []),
  ];
  const left = leftToDo(answer);
  return {
    text: title,
    blocks: [
      section(`*${title}*\n${comment ? quoted(comment) : text('nps.case.no_words')}`),
      context(known.join(' ')),
      ...standing(answer, readers).map(section),
      ...(left.length > 0 ? [buttons(`nps.case.${id}`, left)] : []),
    ],
  };
}

function standing(answer: CustomerAnswer, readers: Readers): string[] {
  const { callAt, callById, solvedAt, solvedOn, solvedById, solution } = answer;
  const at = (moment: Date) => momentLabel(instantOf(moment), readers.now, readers.zone);
  if (!solvedOn) return callAt ? [text('nps.case.call', { name: nameIn(callById, readers), at: at(callAt) })] : [];
  const when = at(solvedAt ?? solvedOn);
  if (!solution) return [text('nps.case.solved_before', { at: when })];
  return [text('nps.case.solved', { name: nameIn(solvedById, readers), at: when, solution: escaped(solution) })];
}

function leftToDo({ id, callAt, solvedOn }: CustomerAnswer): ButtonSpec[] {
  if (solvedOn) return [];
  const call = { actionId: caseActions.call, label: text('nps.case.button.call'), value: id };
  const solved = { actionId: caseActions.solved, label: text('nps.case.button.solved'), value: id };
  return [...(callAt ? [] : [call]), { ...solved, style: 'primary' }];
}

/** A customer who would recommend us. `noted`: what has been done about it. */
export function promoterMessage(answer: CustomerAnswer, noted: string | null): Message {
  const { id, score, comment } = answer;
  const title = text('nps.promoter', { who: escaped(whoIn(answer)), score });
  const button = { actionId: caseActions.reference, label: text('nps.promoter.button'), value: id };
  return {
    text: title,
    blocks: [
      section(comment ? `*${title}*\n${quoted(comment)}` : `*${title}*`),
      context(noted ?? text('nps.promoter.hint')),
      ...(noted ? [] : [buttons(`nps.promoter.${id}`, [button])]),
    ],
  };
}

/** Somebody else's words as a quotation. */
export const quoted = (words: string): string =>
  escaped(words)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
