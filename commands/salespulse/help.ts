import { text } from '../../src/language/text.ts';
import { type Reply, say } from '../../src/slack/command.ts';
import { context, section } from '../../src/slack/messages/mrkdwn.ts';

/** `/salespulse help`: what can be typed. */
export function help(): Reply {
  const parts = [
    text('salespulse.help'),
    text('salespulse.help.standup'),
    text('salespulse.help.quiet'),
    text('salespulse.help.people'),
  ];
  return say(parts.join('\n'), [...parts.map(section), context(text('salespulse.help.rules'))]);
}
