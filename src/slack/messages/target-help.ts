import { text } from '../../language/text.ts';
import type { Message } from './answer.ts';
import { context, escaped, section } from './mrkdwn.ts';

/** How to see and set targets, with working examples; `who` is named in them. */
export function targetHelp(maySetThem: boolean, who: string): Message {
  const person = { who: escaped(who) };
  const parts = maySetThem
    ? [text('target.help.set', person), text('target.help.plans', person), text('target.help.more', person)]
    : [text('target.help.rep')];
  const own = text('target.help.own');
  return {
    text: [own, ...parts].join('\n'),
    blocks: [section(own), ...parts.map(section), context(text('target.help.rules'))],
  };
}
