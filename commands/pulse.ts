import { Problem } from '../src/errors.ts';
import { text } from '../src/language/text.ts';
import type { Command } from '../src/slack/command.ts';
import { privacyActions, privacyColumnsMessage, privacyMessage } from '../src/slack/messages/pulse-privacy.ts';
import { pulseResultsActions } from '../src/slack/messages/pulse-results.ts';
import { pulseHelp } from '../src/slack/messages/pulse-usage.ts';
import { asksForHelp } from './asks-for-help.ts';
import { actionsForm } from './pulse/actions.ts';
import { pulseChangeForm, pulseForm } from './pulse/add.ts';
import { pulsePresses } from './pulse/answering.ts';
import { commentForm, wordsForm } from './pulse/comment.ts';
import { commentsForm } from './pulse/comments.ts';
import { exported, sendResults } from './pulse/export.ts';
import { answersForm, mine } from './pulse/named.ts';
import { now } from './pulse/now.ts';
import { repliesForm } from './pulse/replies.ts';
import { results, resultsPresses } from './pulse/results.ts';

/** `/pulse`: surveys of employees, their results, and what is stored about them. */
export default {
  name: '/pulse',
  description: text('pulse.description'),
  usageHint: text('pulse.usage'),
  async run(words, asked) {
    if (words.trim() && asksForHelp(words)) return { message: pulseHelp };
    const [, verb = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(words.trim().toLowerCase()) ?? [];
    if (verb === '') return now(asked);
    if (verb === 'results') return results(rest, asked);
    if (verb === 'export') return exported(rest, asked);
    if (verb === 'mine' && !rest) return mine(asked);
    if (verb === 'privacy' && !rest) return { message: privacyMessage };
    throw new Problem('pulse.unknown', { words });
  },
  actions: { ...resultsPresses, [pulseResultsActions.csv]: sendResults },
  tracelessActions: {
    ...pulsePresses,
    [privacyActions.columns]: async () => ({ message: privacyColumnsMessage }),
    [privacyActions.short]: async () => ({ message: privacyMessage }),
  },
  forms: [
    ...[commentForm, wordsForm, pulseForm, pulseChangeForm],
    ...[repliesForm, commentsForm, answersForm, actionsForm],
  ],
} satisfies Command;
