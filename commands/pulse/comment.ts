import { text } from '../../src/language/text.ts';
import { type Form, type Reply, say } from '../../src/slack/command.ts';
import { pulseActions } from '../../src/slack/messages/pulse.ts';
import { commentIn, commentView } from '../../src/slack/modals/pulse-comment.ts';
import { answerBy, keepAnswer } from '../../src/surveys/answers.ts';
import { answering, nextInAsk, textAsked } from './answering.ts';

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
    const label = text(round.instrument === 'enps' ? 'pulse.why.label' : 'pulse.comment.label');
    return commentView(ID, value, { label, written: comment ?? '' });
  },
  faults: () => ({}),
  async submit(filled, asked) {
    const found = await answering(filled.metadata, asked);
    const { round, button, teamId } = found;
    const comment = commentIn(filled);
    await keepAnswer(asked.db, round, { token: button.token, teamId, comment });
    const changed = await nextInAsk({ ...found, button: { ...button, through: true } }, asked);
    return { ...said(comment), ...changed };
  },
};

/** *Write an answer*, to a question that asks for words. */
export const wordsForm: Form = {
  id: 'pulse.words',
  opener: pulseActions.write,
  title: text('pulse.words.title'),
  leavesNoTrace: true,
  async open(value, asked) {
    const found = await answering(value, asked);
    const { id, text: label } = textAsked(found);
    const { texts } = await answerBy(asked.db, found.round, found.button.token);
    return commentView(wordsForm.id, value, { label, written: texts[id] ?? '' });
  },
  faults: () => ({}),
  async submit(filled, asked) {
    const found = await answering(filled.metadata, asked);
    const { round, button, teamId } = found;
    const words = commentIn(filled);
    await keepAnswer(asked.db, round, { token: button.token, teamId, texts: { [textAsked(found).id]: words } });
    return { ...said(words), ...(await nextInAsk(found, asked)) };
  },
};

const said = (words: string): Reply => ({
  ...say(text(words ? 'pulse.comment.saved' : 'pulse.comment.removed')),
  isDone: true,
});
