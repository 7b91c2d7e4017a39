import { text } from '../../src/language/text.ts';
import { type Form, type Reply, say } from '../../src/slack/command.ts';
import { pulseActions } from '../../src/slack/messages/pulse.ts';
import { commentIn, commentView } from '../../src/slack/modals/pulse-comment.ts';
import { keepOwn, ownAnswer } from '../../src/surveys/own-answer.ts';
import type { Round } from '../../src/surveys/rounds.ts';
import { answering, nextInAsk, textAsked } from './answering.ts';

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
    const label = text(round.instrument === 'enps' ? 'pulse.why.label' : 'pulse.comment.label');
    return commentView(ID, value, { title: commentForm.title, label, written: comment ?? '', mode: round.mode });
  },
  faults: () => ({}),
  async submit(filled, asked) {
    const found = await answering(filled.metadata, asked);
    const { round, button, own } = found;
    const comment = commentIn(filled);
    await keepOwn(asked.db, round, own, { comment });
    const changed = await nextInAsk({ ...found, button: { ...button, through: true } }, asked);
    return { ...said(comment, round), ...changed };
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
    const { texts } = await ownAnswer(asked.db, found.round, found.own);
    const { title } = wordsForm;
    return commentView(wordsForm.id, value, { title, label, written: texts[id] ?? '', mode: found.round.mode });
  },
  faults: () => ({}),
  async submit(filled, asked) {
    const found = await answering(filled.metadata, asked);
    const { round, own } = found;
    const words = commentIn(filled);
    await keepOwn(asked.db, round, own, { texts: { [textAsked(found).id]: words } });
    return { ...said(words, round), ...(await nextInAsk(found, asked)) };
  },
};

function said(words: string, { mode }: Pick<Round, 'mode'>): Reply {
  const saved = mode === 'confidential' ? 'pulse.comment.saved.confidential' : 'pulse.comment.saved';
  return { ...say(text(words ? saved : 'pulse.comment.removed')), isDone: true };
}
