import { text } from '../../src/language/text.ts';
import { type Reply, say } from '../../src/slack/command.ts';
import { context, section } from '../../src/slack/messages/mrkdwn.ts';

/** `/salespulse help`: what can be said. */
export function help(): Reply {
  const what = text('salespulse.help');
  return say(what, [section(what), context(text('salespulse.help.rules'))]);
}
