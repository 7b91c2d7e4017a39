import { text } from '../src/language/text.ts';
import { logWords } from '../src/records/log/log-words.ts';
import { undoLog } from '../src/records/log/store-log.ts';
import { type Asked, type Command, type Reply, say } from '../src/slack/command.ts';
import { logActions, undoneMessage } from '../src/slack/messages/logged.ts';
import { chosenWords } from './log/choices.ts';
import { logOrAsk } from './log/log-or-ask.ts';
import { standingIfKnown } from './log/standing.ts';

/** `/log call Acme answered 12m asked for a proposal`: records an activity and shows how the day's goal stands. */
export default {
  name: '/log',
  description: text('log.description'),
  usageHint: text('log.usage'),
  run: (words, asked) => logOrAsk({ words: words.trim(), deed: asked.deed, now: asked.now, customerId: null }, asked),
  actions: {
    [logActions.undo]: undo,
    ...Object.fromEntries(
      logActions.choose.map((id) => [id, (value: string, asked: Asked) => logOrAsk(chosenWords(value), asked)]),
    ),
  },
} satisfies Command;

async function undo(activityId: string, asked: Asked): Promise<Reply> {
  const { db, workspace, member, now } = asked;
  const entry = await undoLog(db, workspace, activityId, member.id);
  if (!entry) return say(text('log.undone_already'));
  const { zone } = workspace;
  const { standing, lacking } = await standingIfKnown(entry, asked);
  const message = undoneMessage(entry, logWords(entry, zone), { now, zone, standing });
  return { message: () => message, isDone: true, lacking };
}
