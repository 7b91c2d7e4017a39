import { text } from '../src/language/text.ts';
import type { Asked, Command, Reply } from '../src/slack/command.ts';
import { escaped } from '../src/slack/messages/mrkdwn.ts';
import { peopleActions } from '../src/slack/messages/people.ts';
import { asksForHelp } from './asks-for-help.ts';
import { unknownVerb } from './near-verbs.ts';
import { alert } from './salespulse/alert.ts';
import { help } from './salespulse/help.ts';
import { log } from './salespulse/log.ts';
import { nextStepPresses } from './salespulse/next-steps.ts';
import { officeForm } from './salespulse/office-form.ts';
import { offices } from './salespulse/offices.ts';
import { otherPage, people } from './salespulse/people.ts';
import { personForm } from './salespulse/person-form.ts';
import { keptPresses, quiet, quietForm } from './salespulse/quiet.ts';
import { schedule } from './salespulse/schedule.ts';
import { scheduleChangeForm, scheduleForm } from './salespulse/schedule-form.ts';
import { schedulePresses } from './salespulse/schedule-presses.ts';
import { standup } from './salespulse/standup.ts';
import { answerInThread, standupAnswerForm, standupPresses } from './salespulse/standup-answer.ts';
import { standupChangeForm, standupForm } from './salespulse/standup-form.ts';
import { heardPresses, mayBeAnswer } from './salespulse/standup-heard.ts';
import { undeliveredPresses } from './salespulse/undelivered.ts';

/** One for each command that may have been meant. */
const chooseActions = ['salespulse.choose.0', 'salespulse.choose.1', 'salespulse.choose.2'];

const verbs = new Map<string, (rest: string, asked: Asked) => Promise<Reply>>([
  ['schedule', schedule],
  ['schedules', schedule],
  ['standup', standup],
  ['standups', standup],
  ['alert', alert],
  ['alerts', alert],
  ['log', log],
  ['people', people],
  ['quiet', (_rest, asked) => quiet(asked)],
  ['quieter', (_rest, asked) => quiet(asked)],
  ['offices', (_rest, asked) => offices(asked)],
]);

/** `/salespulse`: all that is neither numbers nor targets: scheduled messages, and who works where and when. */
export default {
  name: '/salespulse',
  description: text('salespulse.description'),
  usageHint: text('salespulse.usage'),
  run,
  repliedTo: answerInThread,
  wondersAt: mayBeAnswer,
  actions: {
    ...Object.fromEntries(chooseActions.map((id) => [id, run])),
    [peopleActions.page]: otherPage,
    ...schedulePresses,
    ...standupPresses,
    ...heardPresses,
    ...undeliveredPresses,
    ...nextStepPresses,
    ...keptPresses,
  },
  forms: [
    personForm,
    officeForm,
    scheduleForm,
    scheduleChangeForm,
    standupForm,
    standupChangeForm,
    standupAnswerForm,
    quietForm,
  ],
} satisfies Command;

async function run(words: string, asked: Asked): Promise<Reply> {
  if (asksForHelp(words)) return help();
  const [, verb = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(words) ?? [];
  const known = verbs.get(verb.toLowerCase());
  if (known) return known(rest.trim(), asked);
  const line = text('salespulse.unknown', { verb: escaped(verb) });
  return unknownVerb(line, { verb, rest: rest.trim() }, verbs, chooseActions);
}
