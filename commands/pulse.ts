import { Problem } from '../src/errors.ts';
import { momentLabel } from '../src/language/dates.ts';
import { text } from '../src/language/text.ts';
import { managedTeamIds } from '../src/people/manages.ts';
import { pulseOf } from '../src/schedule/pulse.ts';
import { zoneOf } from '../src/schedule/recipients.ts';
import { schedulesOf } from '../src/schedule/schedule.ts';
import { type Asked, type Command, type Reply, say } from '../src/slack/command.ts';
import { privacyMessage } from '../src/slack/messages/pulse.ts';
import { type Held, pulseNowMessage } from '../src/slack/messages/pulse-now.ts';
import { pulseResultsMessage } from '../src/slack/messages/pulse-results.ts';
import { resultsFor } from '../src/slack/outgoing/pulse-results.ts';
import { invitationOf, lastClosed, openRounds } from '../src/surveys/rounds.ts';
import { asksForHelp } from './asks-for-help.ts';
import { actionsForm } from './pulse/actions.ts';
import { pulseForm } from './pulse/add.ts';
import { pulsePresses } from './pulse/answering.ts';
import { commentForm } from './pulse/comment.ts';
import { commentsForm } from './pulse/comments.ts';
import { answersForm, mine } from './pulse/named.ts';
import { repliesForm } from './pulse/replies.ts';
import { listedAs, sees } from './salespulse/schedule.ts';

/** `/pulse`: what employees are asked, what came of it, and what is kept. */
export default {
  name: '/pulse',
  description: text('pulse.description'),
  usageHint: text('pulse.usage'),
  async run(words, asked) {
    if (words.trim() && asksForHelp(words)) return say(text('pulse.help'));
    const verb = words.trim().toLowerCase();
    if (verb === '') return now(asked);
    if (verb === 'results') return results(asked);
    if (verb === 'mine') return mine(asked);
    if (verb === 'privacy') return { message: privacyMessage };
    throw new Problem('pulse.unknown', { words });
  },
  tracelessActions: pulsePresses,
  forms: [commentForm, pulseForm, repliesForm, commentsForm, answersForm, actionsForm],
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

async function results(asked: Asked): Promise<Reply> {
  const all = await published(asked);
  if (all.length === 0) return say(text('pulse.now.no_results'));
  const messages = all.map(pulseResultsMessage);
  return {
    message: () => ({
      text: messages.map((message) => message.text).join('\n\n'),
      blocks: messages.flatMap(({ blocks }) => blocks),
    }),
  };
}

/** Of each kind of survey the last that has closed and asked this reader, or that they may read without. */
async function published(asked: Asked) {
  const { db, workspace, member, directory } = asked;
  const leads = member.role === 'admin' ? 'all' : managedTeamIds(member, directory);
  const closed = await lastClosed(db, workspace.id, { memberId: member.id, leads });
  return Promise.all(closed.map((round) => resultsFor(round, member, asked)));
}
