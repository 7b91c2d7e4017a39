import { text } from '../../src/language/text.ts';
import { type Form, say } from '../../src/slack/command.ts';
import { pulseActions } from '../../src/slack/messages/pulse.ts';
import { commentIn, commentView } from '../../src/slack/modals/pulse-comment.ts';
import { answerBy, keepAnswer } from '../../src/surveys/answers.ts';
import { answering } from './answering.ts';

const ID = 'pulse.comment';

/** *Add a comment*, to an answer that nobody's name stands on. */
export const commentForm: Form = {
  id: ID,
  opener: pulseActions.comment,
  title: text('pulse.comment.title'),
  leavesNoTrace: true,
  async open(value, asked) {
    const { round, button } = await answering(value, asked);
    const { comment } = await answerBy(asked.db, round, button.token);
    return commentView(ID, value, comment ?? '');
  },
  change: async () => Promise.reject(new Error('no choice of this form calls for other fields')),
  faults: () => ({}),
  async submit(filled, asked) {
    const { round, button, teamId } = await answering(filled.metadata, asked);
    const comment = commentIn(filled);
    await keepAnswer(asked.db, round, { token: button.token, teamId, comment });
    return { ...say(text(comment ? 'pulse.comment.saved' : 'pulse.comment.removed')), isDone: true };
  },
};
