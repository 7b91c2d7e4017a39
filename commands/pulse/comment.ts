import { text } from '../../src/language/text.ts';
import { type Form, type Reply, say } from '../../src/slack/command.ts';
import { pulseActions } from '../../src/slack/messages/pulse-asked.ts';
import { commentIn, commentView } from '../../src/slack/modals/pulse-comment.ts';
import { keepOwn, ownAnswer } from '../../src/surveys/own-answer.ts';
import type { Round } from '../../src/surveys/rounds.ts';
import { answering, nextInAsk, textAsked } from './answering.ts';

const ID = 'pulse.comment';

/** *Add a comment* to an answer; in an anonymous round without a name. */
export const commentForm: Form = {
  id: ID,
  opener: pulseActions.comment,
  title: text('pulse.comment.title'),
  leavesNoTrace: true,
  async open(value, asked) {
    const { round, own, asked: put } = await answering(value, asked);
    const { comment } = await ownAnswer(asked.db, round, own);
    const label = text(round.instrument === 'enps' ? 'pulse.why.label' : 'pulse.comment.label');
    return commentView(ID, value, { title: commentForm.title, label, written: comment ?? '', privacy: put.privacy });
  },
  faults: () => ({}),
  async submit(filled, asked) {
    const found = await answering(filled.metadata, asked);
    const { round, button, own } = found;
    const comment = commentIn(filled);
    const before = await ownAnswer(asked.db, round, own);
    await keepOwn(asked.db, round, own, { comment });
    const changed = await nextInAsk({ ...found, button: { ...button, through: true } }, asked);
    return { ...said(comment, before.comment, round), ...changed };
  },
};

/** *Write an answer* to a question that asks for words. */
export const wordsForm: Form = {
  id: 'pulse.words',
  opener: pulseActions.write,
  title: text('pulse.words.title'),
  leavesNoTrace: true,
  async open(value, asked) {
    const found = await answering(value, asked);
    const { id, text: label } = textAsked(found);
    const { texts } = await ownAnswer(asked.db, found.round, found.own);
    const { title } = wordsForm;
    return commentView(wordsForm.id, value, { title, label, written: texts[id] ?? '', privacy: found.asked.privacy });
  },
  faults: () => ({}),
  async submit(filled, asked) {
    const found = await answering(filled.metadata, asked);
    const { round, own } = found;
    const words = commentIn(filled);
    const { id } = textAsked(found);
    const before = await ownAnswer(asked.db, round, own);
    await keepOwn(asked.db, round, own, { texts: { [id]: words } });
    return { ...said(words, before.texts[id], round), ...(await nextInAsk(found, asked)) };
  },
};

/** Says whether the comment was saved or removed, or there was none. */
function said(words: string, before: string | null | undefined, { mode }: Pick<Round, 'mode'>): Reply {
  const saved = mode === 'confidential' ? 'pulse.comment.saved.confidential' : 'pulse.comment.saved';
  return { ...say(text(words ? saved : before ? 'pulse.comment.removed' : 'pulse.comment.none')), isDone: true };
}
