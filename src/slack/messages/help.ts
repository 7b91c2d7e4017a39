import { text } from '../../language/text.ts';
import { context, section } from './mrkdwn.ts';

/** Working examples, and the words that questions can use. */
export function kpiHelp() {
  return {
    text: text('help.kpi.text'),
    blocks: [
      section(text('help.kpi.title')),
      section(text('help.kpi.examples')),
      section(text('help.kpi.words')),
      section(text('help.kpi.commands')),
      context(text('help.kpi.more')),
    ],
  };
}
