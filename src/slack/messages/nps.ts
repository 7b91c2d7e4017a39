/** A customer's answers, and the link to ask them with. */
import type { Temporal } from 'temporal-polyfill';
import { instantOf, plainDateOf } from '../../calendar/js-date.ts';
import { localDay } from '../../calendar/local-day.ts';
import type { CustomerLink, SurveyAnswer } from '../../db/generated/client.ts';
import { dayAndMonth, momentLabel } from '../../language/dates.ts';
import { figureText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import type { CustomerAnswer } from '../../surveys/customers/answers.ts';
import { type Instrument, isUnhappy, mostOf } from '../../surveys/customers/instruments.ts';
import type { Rest } from '../../surveys/customers/links.ts';
import type { Participation } from '../../surveys/customers/participation.ts';
import type { Message } from './answer.ts';
import { caseActions, nameIn, quoted, type Readers, whoIn } from './case.ts';
import { buttons, clipped, context, escaped, section } from './mrkdwn.ts';

/** What is said about one link. */
export interface LinkWords {
  who: string;
  address: string;
  asked: Temporal.PlainDate;
  until: Temporal.PlainDate;
  isNew: boolean;
  instrument: Instrument;
  /** When the link that this one replaces, with the other question, was given; null: there was none. */
  replaced: Temporal.PlainDate | null;
  /** What somebody else at the customer has answered or declined lately; null: nobody has. */
  others: Rest | null;
  /** The link's id if it can be sent by e-mail; else null. */
  mailed: string | null;
}

/** *Send by e-mail* */
export const SEND_LINK = 'nps_send';

/** A link to pass on. It is shown as plain text, so that nobody opens it just to look. */
export function linkMessage(link: LinkWords): Message {
  const { who, address, asked, until, isNew, instrument, replaced, others, mailed } = link;
  const about = { who: escaped(who), asked: dayAndMonth(asked), until: dayAndMonth(until), instrument };
  const instead = replaced ? ` ${text('nps.link.replaced', { asked: dayAndMonth(replaced) })}` : '';
  const line = text(isNew ? 'nps.link.made' : 'nps.link.again', about) + instead + othersText(others);
  const send = mailed
    ? [buttons('nps.link', [{ actionId: SEND_LINK, label: text('nps.link.send'), value: mailed }])]
    : [];
  const blocks = [section(line), section(`\`${escaped(address)}\``), ...send];
  return { text: `${line}\n${escaped(address)}`, blocks };
}

/** Mentions an answer from somebody else there: it may be the same person under another name. */
export const othersText = (others: Rest | null): string =>
  others ? ` ${text('nps.link.others', { kind: others.rests, since: dayAndMonth(others.since) })}` : '';

/** Answers shown for a customer. */
export const MOST_ANSWERS = 10;
const MOST_BUTTONS = 5;

/** A customer's answers, and the links that wait for one. */
export interface History {
  answers: readonly SurveyAnswer[];
  waiting: readonly CustomerLink[];
}

/** A customer's history, latest first, with what became of each answer. */
export function historyMessage(name: string, { answers, waiting }: History, readers: Readers): Message {
  const customer = escaped(name);
  const open = waiting.map((link) => waitingLine(link, readers)).join('\n');
  const asked = open ? [context(open)] : [];
  if (answers.length === 0) {
    const none = text(open ? 'nps.history.none_yet' : 'nps.history.none', { customer });
    return { text: [none, open].join('\n').trim(), blocks: [section(none), ...asked] };
  }
  const shown = answers.slice(0, MOST_ANSWERS);
  const title = text('nps.history', { customer });
  const lines = shown.map((answer) => answerLines(answer, readers));
  const cases = shown.filter((answer) => isUnhappy(answer) && answer.solvedOn === null).slice(0, MOST_BUTTONS);
  return {
    text: [title, ...lines, open].join('\n').trim(),
    blocks: [
      section(title),
      ...lines.map(section),
      ...asked,
      ...(cases.length > 0 ? [buttons('nps.history', cases.map(showButton))] : []),
      ...(answers.length > shown.length ? [context(text('nps.history.more', { count: shown.length }))] : []),
    ],
  };
}

/** Who was asked, when, and how long they can answer. */
function waitingLine({ respondent, instrument, askedAt, expiresAt }: CustomerLink, { zone }: Readers): string {
  const dayIn = (at: Date) => dayAndMonth(localDay(instantOf(at), zone));
  return text('nps.history.waiting', {
    person: respondent === null ? 'none' : escaped(respondent),
    instrument,
    asked: dayIn(askedAt),
    until: dayIn(expiresAt),
  });
}

const showButton = (answer: SurveyAnswer, index: number) => ({
  actionId: caseActions.show[index] ?? '',
  label: text('nps.history.case', { day: dayOf(answer) }),
  value: answer.id,
});

function answerLines(answer: SurveyAnswer, readers: Readers): string {
  const { score, instrument, respondent, comment, typedById } = answer;
  const line = text('nps.history.line', {
    score,
    instrument,
    most: mostOf(answer),
    day: dayOf(answer),
    person: respondent === null ? 'none' : escaped(respondent),
    typed: typedById === null ? 'none' : nameIn(typedById, readers),
  });
  const state = isUnhappy(answer) ? ` · ${stateText(answer, readers)}` : '';
  return [line + state, ...(comment ? [quoted(comment)] : [])].join('\n');
}

/** How a case stands, in a few words. */
function stateText({ solvedOn, solvedAt, solution, callById }: SurveyAnswer, readers: Readers): string {
  if (solvedOn)
    return text('nps.state.solved', {
      at: solvedAt ? momentLabel(instantOf(solvedAt), readers.now, readers.zone) : dayAndMonth(plainDateOf(solvedOn)),
      solution: solution ? escaped(solution) : 'none',
    });
  return callById ? text('nps.state.calling', { name: nameIn(callById, readers) }) : text('nps.state.open');
}

export const dayOf = ({ answeredOn }: Pick<SurveyAnswer, 'answeredOn'>): string => {
  const day = plainDateOf(answeredOn);
  return `${dayAndMonth(day)} ${day.year}`;
};

/** The waiting cases, and the share of recently asked customers who answered. */
export interface Cases {
  open: readonly { answer: CustomerAnswer; owner: string }[];
  /** Open cases from the last `days`; `older`: from before that. */
  recent: number;
  older: number;
  asking: Participation;
  days: number;
}

/** The open cases, with buttons to as many as there is room for. */
export function casesMessage({ open: cases, recent, older, asking, days }: Cases, readers: Readers): Message {
  const more = recent - cases.length;
  const about = [
    ...(more > 0 ? [text('nps.cases.more', { more, days })] : []),
    ...(older > 0 ? [text('nps.cases.older', { older, days })] : []),
    ...(asking.asked ? [askedText(asking, days)] : []),
  ];
  if (cases.length === 0) {
    const none = older > 0 ? text('nps.cases.none_lately', { days }) : text('nps.cases.none');
    return { text: [none, ...about].join('\n'), blocks: [section(none), ...about.map(context)] };
  }
  const line = ({ answer, owner }: Cases['open'][number]) =>
    text('nps.cases.line', {
      score: answer.score,
      most: mostOf(answer),
      who: escaped(whoIn(answer)),
      owner: escaped(owner),
      day: dayAndMonth(plainDateOf(answer.answeredOn)),
      calls: answer.callById ? nameIn(answer.callById, readers) : 'none',
    });
  const said = [text('nps.cases'), ...cases.map(line)].join('\n');
  const open = cases.slice(0, MOST_BUTTONS).map(({ answer }, index) => ({
    ...showButton(answer, index),
    label: clipped(whoIn(answer), 75),
  }));
  return {
    text: [said, ...about].join('\n'),
    blocks: [section(said), buttons('nps.cases', open), ...about.map(context)],
  };
}

/** How many of the people asked have answered; counts of zero are left out. */
function askedText({ asked, answered, declined, waiting }: Participation, days: number): string {
  const share = figureText(answered / asked, { unit: 'rate' });
  const parts = [
    text('nps.asked.answered', { answered, share }),
    ...(declined ? [text('nps.asked.declined', { declined })] : []),
    ...(waiting ? [text('nps.asked.waiting', { waiting })] : []),
  ];
  return text('nps.asked', { asked, days, parts: parts.join(', ') });
}
