import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import type { Asked, Form } from '../../src/slack/command.ts';
import { commentActions } from '../../src/slack/messages/pulse-replies.ts';
import {
  type CommentsForm,
  commentsFormIn,
  commentsPage,
  repliedIn,
  replyFaults,
  replyPage,
  turnedTo,
} from '../../src/slack/modals/pulse-replies.ts';
import { type Talk, talksFor } from '../../src/surveys/replies.ts';
import { replyToComment } from '../../src/surveys/reply-news.ts';
import { findRound, type Round } from '../../src/surveys/rounds.ts';
import { readsWords } from '../../src/surveys/words-readers.ts';
import { namesIn } from './replies.ts';

const ID = 'pulse.comments';

/** A round's comments, for those who may read them, each with its replies and *Reply*. */
export const commentsForm: Form = {
  id: ID,
  opener: commentActions.open,
  title: text('pulse.comments.title'),
  open: (round, asked) => shown({ round, page: 0 }, asked),
  async change(filled, value, asked) {
    const form = turnedTo(filled, value);
    if (!form.key) return shown(form, asked);
    const talk = (await readIn(form, asked)).talks.find(({ key }) => key === form.key);
    if (!talk) throw new Problem('pulse.comment_gone');
    return replyPage(ID, form, talk, namesIn(asked), asked.member.name);
  },
  faults: replyFaults,
  async submit(filled, asked) {
    const form = commentsFormIn(filled.metadata);
    const { round, talks } = await readIn(form, asked);
    const talk = talks.find(({ key }) => key === form.key);
    if (!talk) throw new Problem('pulse.comment_gone');
    await replyToComment(asked, round, { key: talk.key, byId: asked.member.id, words: repliedIn(filled) });
    return { page: await shown(form, asked, text('pulse.comments.kept')) };
  },
};

async function shown(form: CommentsForm, asked: Asked, note?: string) {
  const { talks } = await readIn(form, asked);
  return commentsPage(ID, form, talks, namesIn(asked), note);
}

async function readIn(
  { round: id }: CommentsForm,
  { db, workspace, member, directory }: Asked,
): Promise<{ round: Round; talks: Talk[] }> {
  const round = await findRound(db, workspace.id, id);
  if (!round) throw new Problem('pulse.comment_gone');
  return { round, talks: await talksFor(db, round, readsWords(round, member, directory)) };
}
