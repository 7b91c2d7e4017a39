import { Problem } from '../src/errors.ts';
import { momentLabel } from '../src/language/dates.ts';
import { text } from '../src/language/text.ts';
import { pulseOf } from '../src/schedule/pulse.ts';
import { zoneOf } from '../src/schedule/recipients.ts';
import { schedulesOf } from '../src/schedule/schedule.ts';
import { type Asked, type Command, type Reply, say } from '../src/slack/command.ts';
import { privacyMessage } from '../src/slack/messages/pulse.ts';
import { type Held, pulseNowMessage } from '../src/slack/messages/pulse-now.ts';
import { pulseResultsActions } from '../src/slack/messages/pulse-results.ts';
import { invitationOf, openRounds } from '../src/surveys/rounds.ts';
import { asksForHelp } from './asks-for-help.ts';
import { pulseForm } from './pulse/add.ts';
import { pulsePresses } from './pulse/answering.ts';
import { commentForm } from './pulse/comment.ts';
import { exported, sendResults } from './pulse/export.ts';
import { published, results, resultsPresses } from './pulse/results.ts';
import { listedAs, sees } from './salespulse/schedule.ts';

/** `/pulse`: what employees are asked, what came of it, and what is kept. */
export default {
  name: '/pulse',
  description: text('pulse.description'),
  usageHint: text('pulse.usage'),
  async run(words, asked) {
    if (words.trim() && asksForHelp(words)) return say(text('pulse.help'));
    const [, verb = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(words.trim().toLowerCase()) ?? [];
    if (verb === '') return now(asked);
    if (verb === 'results') return results(rest, asked);
    if (verb === 'export') return exported(rest, asked);
    if (verb === 'privacy' && !rest) return { message: privacyMessage };
    throw new Problem('pulse.unknown', { words });
  },
  actions: { ...resultsPresses, [pulseResultsActions.csv]: sendResults },
  tracelessActions: pulsePresses,
  forms: [commentForm, pulseForm],
} satisfies Command;

/** What is open, what came of the last of each kind, and, for who may set some up, the surveys there are. */
async function now(asked: Asked): Promise<Reply> {
  const { db, workspace, directory, member } = asked;
  const open = await Promise.all(
    (await openRounds(db, workspace.id, asked.now)).map(async (round): Promise<Held> => {
      const isAsked = (await invitationOf(db, round, member.id)) !== null;
      return { isAsked, until: momentLabel(round.closesAt, asked.now, zoneOf(member.id, directory, workspace)) };
    }),
  );
  const all = await schedulesOf(db, workspace.id);
  const listed = all.flatMap((each) => (pulseOf(each) && sees(each, asked) ? [listedAs(each, asked)] : []));
  const seen = { now: asked.now, zone: workspace.zone, directory };
  const message = pulseNowMessage({
    open,
    results: await published(asked),
    listed,
    mayAdd: member.role !== 'rep',
    seen,
  });
  return { message: () => message };
}
