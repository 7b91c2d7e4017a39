import { text } from '../src/language/text.ts';
import { type Asked, type Command, type Reply, say } from '../src/slack/command.ts';
import { escaped } from '../src/slack/messages/mrkdwn.ts';
import { peopleActions } from '../src/slack/messages/people.ts';
import { help } from './salespulse/help.ts';
import { officeForm } from './salespulse/office-form.ts';
import { offices } from './salespulse/offices.ts';
import { otherPage, people } from './salespulse/people.ts';
import { personForm } from './salespulse/person-form.ts';

const verbs = new Map<string, (rest: string, asked: Asked) => Promise<Reply>>([
  ['', async () => help()],
  ['help', async () => help()],
  ['people', people],
  ['offices', (_rest, asked) => offices(asked)],
]);

/** `/salespulse`: what is neither numbers nor targets. `people` and `offices` show who works where and when, and change it. */
export default {
  name: '/salespulse',
  description: text('salespulse.description'),
  usageHint: text('salespulse.usage'),
  async run(words, asked) {
    const [, verb = '', rest = ''] = /^\s*(\S*)(.*)$/s.exec(words) ?? [];
    const run = verbs.get(verb.toLowerCase());
    return run ? run(rest.trim(), asked) : say(text('salespulse.unknown', { verb: escaped(verb) }));
  },
  actions: { [peopleActions.page]: otherPage },
  forms: [personForm, officeForm],
} satisfies Command;
