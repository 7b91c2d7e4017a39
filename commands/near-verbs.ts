import { isNear } from '../src/kpi/parse/suggest.ts';
import { text } from '../src/language/text.ts';
import { type Reply, say } from '../src/slack/command.ts';
import { section } from '../src/slack/messages/mrkdwn.ts';
import { meantButtons } from '../src/slack/messages/unclear.ts';

/** Up to three subcommands that a mistyped one may mean; synonyms of one subcommand count once. */
export function nearVerbs<Run>(typed: string, verbs: ReadonlyMap<string, Run>): string[] {
  const near = [...verbs].filter(([verb]) => verb !== '' && isNear(typed.toLowerCase(), verb));
  return near
    .filter(([, run], index) => near.findIndex(([, other]) => other === run) === index)
    .map(([verb]) => verb)
    .slice(0, MOST);
}

const MOST = 3;

/** Says that a subcommand is unknown, with a button for each command that may have been meant. */
export function unknownVerb(
  line: string,
  words: { verb: string; rest: string },
  verbs: ReadonlyMap<string, unknown>,
  actionIds: readonly string[],
): Reply {
  const near = nearVerbs(words.verb, verbs);
  if (near.length === 0) return say(line);
  const meant = near.map((verb) => `${verb} ${words.rest}`.trim());
  const asked = `${line} ${text('question.meant')}`;
  return say(asked, [section(asked), ...meantButtons(meant, actionIds)]);
}
