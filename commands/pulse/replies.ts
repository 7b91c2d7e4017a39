import { momentLabel } from '../../src/language/dates.ts';
import { text } from '../../src/language/text.ts';
import { zoneOf } from '../../src/people/own-clock.ts';
import { type Asked, type Form, say } from '../../src/slack/command.ts';
import { pulseActions } from '../../src/slack/messages/pulse-asked.ts';
import { answeredIn, noTalkView, ownTalksView, replyFaults } from '../../src/slack/modals/pulse-replies.ts';
import { SMALLEST_FOR_COMMENTS } from '../../src/surveys/groups.ts';
import { ownTalks } from '../../src/surveys/replies.ts';
import { answerReply } from '../../src/surveys/reply-news.ts';
import { isOpen } from '../../src/surveys/rounds.ts';
import { pressed } from './answering.ts';

const ID = 'pulse.replies';

/** *Replies*, under everybody's own message: the replies to what they wrote, with fields to answer back. */
export const repliesForm: Form = {
  id: ID,
  opener: pulseActions.replies,
  title: text('pulse.replies.title'),
  leavesNoTrace: true,
  async open(value, asked) {
    const { button, round } = await pressed(value, asked);
    const { directory, workspace, member, now } = asked;
    if (isOpen(round, now)) {
      const until = momentLabel(round.closesAt, now, zoneOf(member.id, directory, workspace));
      return noTalkView(ID, text('pulse.replies.open', { until }));
    }
    const talks = await ownTalks(asked.db, round, button.token);
    if (talks.length === 0) return noTalkView(ID, text('pulse.replies.none', { least: SMALLEST_FOR_COMMENTS }));
    return ownTalksView(ID, value, talks, namesIn(asked));
  },
  faults: replyFaults,
  async submit(filled, asked) {
    const { button, round } = await pressed(filled.metadata, asked);
    const answers = answeredIn(filled, await ownTalks(asked.db, round, button.token));
    if (answers.length === 0) return say(text('pulse.replies.none', { least: SMALLEST_FOR_COMMENTS }));
    for (const answer of answers) await answerReply(asked, round, answer);
    return { ...say(text('pulse.replies.kept')), isDone: true };
  },
};

/** Finds the name of a member by id; "someone" if there is none. */
export const namesIn =
  ({ directory }: Pick<Asked, 'directory'>) =>
  (memberId: string): string =>
    directory.members.find(({ id }) => id === memberId)?.name ?? text('kpi.someone');
