import { text } from '../../src/language/text.ts';
import { type Form, say } from '../../src/slack/command.ts';
import { pulseActions } from '../../src/slack/messages/pulse.ts';
import { commentIn, commentView } from '../../src/slack/modals/pulse-comment.ts';
import { keepOwn, ownAnswer } from '../../src/surveys/own-answer.ts';
import { answering } from './answering.ts';

const ID = 'pulse.comment';

/** *Add a comment*, to an answer; to an anonymous round without a name. */
export const commentForm: Form = {
  id: ID,
  opener: pulseActions.comment,
  title: text('pulse.comment.title'),
  leavesNoTrace: true,
  async open(value, asked) {
    const { round, own } = await answering(value, asked);
    const { comment } = await ownAnswer(asked.db, round, own);
    return commentView(ID, value, comment ?? '', round.mode);
  },
  faults: () => ({}),
  async submit(filled, asked) {
    const { round, own } = await answering(filled.metadata, asked);
    const comment = commentIn(filled);
    await keepOwn(asked.db, round, own, { comment });
    const saved = round.mode === 'confidential' ? 'pulse.comment.saved.confidential' : 'pulse.comment.saved';
    return { ...say(text(comment ? saved : 'pulse.comment.removed')), isDone: true };
  },
};
