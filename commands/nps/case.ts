import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../src/calendar/local-day.ts';
import { isAtWork } from '../../src/calendar/working-days.ts';
import { Problem } from '../../src/errors.ts';
import { dayAndMonth } from '../../src/language/dates.ts';
import { figureText } from '../../src/language/figures.ts';
import { text } from '../../src/language/text.ts';
import { ownDay } from '../../src/people/own-clock.ts';
import { memberCalendar } from '../../src/people/working-calendar.ts';
import { type Asked, type Form, type QuietAction, type Reply, say } from '../../src/slack/command.ts';
import { caseActions, caseMessage, promoterMessage, whoIn } from '../../src/slack/messages/case.ts';
import { escaped, section } from '../../src/slack/messages/mrkdwn.ts';
import { solvedFaults, solvedIn, solvedView } from '../../src/slack/modals/solved.ts';
import { askedText, caseOf, readersOf } from '../../src/slack/outgoing/case.ts';
import { answerOf, type CustomerAnswer } from '../../src/surveys/customers/answers.ts';
import { answeredAt, caseOwner, solveCase, takeCall, takeReference } from '../../src/surveys/customers/cases.ts';
import { mustBeTheirs } from './customer.ts';

/** @throws Problem if it is gone, or somebody else's */
async function theirs(id: string, asked: Asked): Promise<CustomerAnswer> {
  const answer = await answerOf(asked.db, asked.workspace.id, id);
  if (!answer) throw new Problem('nps.gone');
  const ownerId = await caseOwner(asked.db, answer, localDay(asked.now, asked.workspace.zone).toString());
  mustBeTheirs({ name: answer.customer?.name ?? '', ownerId }, asked);
  return answer;
}

async function shown(id: string, asked: Asked): Promise<Reply> {
  const known = await caseOf(await theirs(id, asked), asked);
  return { message: () => caseMessage(known, 'opened', readersOf(asked)) };
}

/** *I’ll call*: notes who will call. */
const call: QuietAction = async (id, asked) => {
  await theirs(id, asked);
  const { db, workspace, member, now } = asked;
  await takeCall(db, workspace.id, { id, memberId: member.id, now });
  return { ...(await shown(id, asked)), isDone: true };
};

/** *Ask for a reference*: adds a next step for the person who presses it, on their next day at work. */
const reference: QuietAction = async (id, asked) => {
  const { db, workspace, directory, member, now } = asked;
  const answer = await theirs(id, asked);
  const day = nextDayAtWork(asked);
  const step = text('nps.promoter.step', { who: whoIn(answer) });
  const deed = { memberId: member.id, now };
  const isNew = await takeReference(db, workspace, answer, deed, { words: step, on: day });
  const name = directory.members.find((each) => each.id === member.id)?.name ?? '';
  const noted = isNew
    ? text('nps.promoter.noted', { name: escaped(name), day: dayAndMonth(day) })
    : askedText(await theirs(id, asked), asked);
  return { message: () => promoterMessage(answer, noted), isDone: true };
};

/** Days to look ahead: nobody is off for longer. */
const FARTHEST_DAYS = 31;

function nextDayAtWork(asked: Asked): Temporal.PlainDate {
  const { member, directory, workspace } = asked;
  const calendar = memberCalendar(member.id, directory, workspace);
  const tomorrow = ownDay(member.id, asked).add({ days: 1 });
  for (let ahead = 0; ahead < FARTHEST_DAYS; ahead++) {
    const day = tomorrow.add({ days: ahead });
    if (isAtWork(day, calendar)) return day;
  }
  return tomorrow;
}

export const caseButtons: Readonly<Record<string, QuietAction>> = {
  [caseActions.call]: call,
  [caseActions.reference]: reference,
  ...Object.fromEntries(caseActions.show.map((actionId) => [actionId, shown])),
};

const ID = 'nps.solved';

/** *Solved*: asks what was done, and closes the case. */
export const solvedForm: Form = {
  id: ID,
  opener: caseActions.solved,
  title: text('nps.solved.title'),
  async open(id, asked) {
    mustBeOpen(await theirs(id, asked));
    return solvedView(ID, id);
  },
  faults: solvedFaults,
  async submit(filled, asked) {
    const { answerId: id, solution } = solvedIn(filled);
    const answer = await theirs(id, asked);
    const { db, workspace, member, now } = asked;
    if (!(await solveCase(db, workspace, { id, memberId: member.id, now }, solution)))
      mustBeOpen(await theirs(id, asked));
    const time = figureText(answeredAt(answer).until(now).total('seconds'), { unit: 'duration' });
    const line = text('nps.solved.saved', { who: escaped(whoIn(answer)), time });
    return { ...say(line, [section(line)]), isDone: true };
  },
};

function mustBeOpen({ solvedOn, customer }: CustomerAnswer): void {
  if (solvedOn) throw new Problem('nps.solved', { customer: customer?.name ?? '' });
}
