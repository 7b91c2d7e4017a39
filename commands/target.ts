import { text } from '../src/language/text.ts';
import type { Asked, Command, Reply } from '../src/slack/command.ts';
import { targetActions } from '../src/slack/messages/targets.ts';
import { unknownVerb } from './near-verbs.ts';
import { exampleFor } from './target/example.ts';
import { help } from './target/help.ts';
import { myTargets } from './target/my-targets.ts';
import { letsTalk, understood } from './target/news.ts';
import { remove, removeAnyway } from './target/remove.ts';
import { review, setProposed } from './target/review.ts';
import { setAnyway, setOrAsk } from './target/set-or-ask.ts';
import { suggest } from './target/suggest.ts';
import { teamTargets } from './target/team.ts';
import { teamForm } from './target/team-form.ts';
import { undo, undoAnyway } from './target/undo.ts';

/** One for each command that may have been meant. */
const chooseActions = ['target.choose.0', 'target.choose.1', 'target.choose.2'];

const verbs = new Map<string, (rest: string, asked: Asked) => Promise<Reply>>([
  ['', (_rest, asked) => myTargets(asked)],
  ['set', setOrAsk],
  ['remove', remove],
  ['suggest', suggest],
  ['review', review],
  ['team', teamTargets],
  ['help', async (_rest, asked) => help(asked)],
]);

/**
 * `/target` shows your own goals; `/target set revenue 50000 this month for @anna` sets one, `suggest` proposes one.
 */
export default {
  name: '/target',
  description: text('target.description'),
  usageHint: text('target.usage'),
  run,
  actions: {
    ...Object.fromEntries(chooseActions.map((id) => [id, run])),
    [targetActions.undo]: undo,
    [targetActions.undoAnyway]: undoAnyway,
    [targetActions.setSuggested]: setOrAsk,
    [targetActions.setAnyway]: setAnyway,
    [targetActions.removeAnyway]: removeAnyway,
    [targetActions.setProposed]: setProposed,
    [targetActions.understood]: understood,
    [targetActions.talk]: letsTalk,
  },
  forms: [teamForm],
} satisfies Command;

async function run(words: string, asked: Asked): Promise<Reply> {
  const [, verb = '', rest = ''] = /^\s*(\S*)(.*)$/s.exec(words) ?? [];
  const known = verbs.get(verb.toLowerCase());
  if (known) return known(rest.trim(), asked);
  const line = text('target.unknown', { example: exampleFor(asked) });
  return unknownVerb(line, { verb, rest: rest.trim() }, verbs, chooseActions);
}
