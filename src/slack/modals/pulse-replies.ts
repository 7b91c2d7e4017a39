/** Replies to comments, for people who may read all of them, and for those who wrote one. */
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { text } from '../../language/text.ts';
import type { Said, Talk } from '../../surveys/replies.ts';
import type { Filled } from '../command.ts';
import { type ButtonSpec, buttons, clipped, context, escaped, plainText, section } from '../messages/mrkdwn.ts';
import { quoted } from '../messages/pulse-asked.ts';
import { textField } from './fields.ts';

const WORDS = 'words';
/** Comments on a page: Slack allows 100 blocks, and a comment with its talk takes two. */
const ON_PAGE = 10;
/** Replies shown in a talk. */
const MOST_SAID = 10;
/** Characters; Slack allows 3,000 in a section. */
const LONGEST_TALK = 2900;
const LONGEST_REPLY = 1000;

type NameOf = (memberId: string) => string;

/** The page of comments that is shown, and the comment being replied to. */
const keptSchema = z.object({ round: z.guid(), page: z.int().min(0), key: z.string().optional() });
export type CommentsForm = z.infer<typeof keptSchema>;

/** A page of comments, each with its talk and *Reply*; `note`: what was just done. */
export function commentsPage(
  id: string,
  { round, page }: CommentsForm,
  talks: readonly Talk[],
  nameOf: NameOf,
  note?: string,
): ModalView {
  const pages = Math.max(1, Math.ceil(talks.length / ON_PAGE));
  const at = Math.min(page, pages - 1);
  const shown = talks.slice(at * ON_PAGE, (at + 1) * ON_PAGE);
  const turning = [at - 1, at + 1].filter((other) => other >= 0 && other < pages);
  return {
    ...modal(id, { round, page: at }),
    blocks: [
      ...(note ? [section(`:white_check_mark: ${note}`)] : []),
      section(`*${text('pulse.comments.head', { count: talks.length, page: at + 1, pages })}*`),
      ...(talks.length > 0 ? [context(text('pulse.comments.order'))] : []),
      ...shown.flatMap((talk, index) => [withReply(talk, index), ...saidBlocks(talk.said, nameOf, 'reader')]),
      ...(turning.length > 0 ? [buttons('pages', turning.map(pageButton))] : []),
    ],
  };
}

/** One comment with a field for a reply. `name`: the name it will appear under. */
export function replyPage(id: string, form: CommentsForm, talk: Talk, nameOf: NameOf, name: string): ModalView {
  const field = { id: WORDS, label: text('pulse.comments.label'), hint: text('pulse.comments.hint', { name }) };
  return {
    ...modal(id, form),
    submit: plainText(text('form.save')),
    blocks: [
      section(talkText(talk)),
      ...saidBlocks(talk.said, nameOf, 'reader'),
      textField(field, '', { lines: true }),
      buttons('back', [{ ...pageButton(form.page), label: text('pulse.comments.back') }]),
    ],
  };
}

/**
 * The person's own comments, with a field to answer wherever somebody has replied. `button`: the value of the button
 * that opened it.
 */
export function ownTalksView(id: string, button: string, talks: readonly Talk[], nameOf: NameOf): ModalView {
  const replied = talks.filter(({ said }) => said.some(({ byId }) => byId !== null));
  const field = (talk: Talk) => ({
    ...{ id: fieldOf(talk), hint: text('pulse.replies.answer_hint') },
    label: text('pulse.replies.answer', { question: talk.question?.text ?? 'none' }),
  });
  return {
    ...repliesModal(id, button),
    ...(replied.length > 0 ? { submit: plainText(text('form.save')) } : {}),
    blocks: [
      ...talks.flatMap((talk) => [
        section(`${text('pulse.replies.own', { question: questionOf(talk) })}\n${quoted(talk.comment)}`),
        ...saidBlocks(talk.said, nameOf, 'author'),
        ...(replied.includes(talk) ? [textField(field(talk), '', { lines: true, optional: replied.length > 1 })] : []),
      ]),
      ...(replied.length === 0 ? [section(text('pulse.replies.nobody'))] : []),
      ...(replied.length > 1 ? [context(text('pulse.replies.several'))] : []),
    ],
  };
}

/** The id of the field for an answer in the person's own talk. */
const fieldOf = ({ question }: Pick<Talk, 'question'>): string => (question ? `${WORDS} ${question.id}` : WORDS);

const questionOf = ({ question }: Pick<Talk, 'question'>): string => (question ? escaped(question.text) : 'none');

/** Reads the answers, with the keys of their talks. */
export const answeredIn = ({ fields }: Filled, talks: readonly Talk[]): { key: string; words: string }[] =>
  talks.flatMap((talk) => {
    const words = fields.get(fieldOf(talk))?.value.trim() ?? '';
    return words ? [{ key: talk.key, words }] : [];
  });

/** Shown if the person has no talks. */
export const noTalkView = (id: string, line: string): ModalView => ({
  ...repliesModal(id, ''),
  blocks: [section(line)],
});

const repliesModal = (id: string, metadata: string) => ({
  type: 'modal' as const,
  callback_id: id,
  private_metadata: metadata,
  title: plainText(text('pulse.replies.title')),
  close: plainText(text('form.close')),
});

const modal = (id: string, form: CommentsForm) => ({
  type: 'modal' as const,
  callback_id: id,
  private_metadata: JSON.stringify(form),
  title: plainText(text('pulse.comments.title')),
  close: plainText(text('form.close')),
});

/** A comment or text, below the question it was written for. */
const talkText = (talk: Talk): string =>
  [...(talk.question ? [`*${questionOf(talk)}*`] : []), quoted(talk.comment)].join('\n');

function withReply(talk: Talk, index: number): KnownBlock {
  const { key, comment } = talk;
  return {
    ...section(talkText(talk)),
    accessory: {
      type: 'button',
      action_id: `pulse_reply_${index}`,
      text: plainText(text('pulse.comments.reply')),
      accessibility_label: clipped(text('pulse.comments.reply_to', { words: comment }), 75),
      value: `reply ${key}`,
    },
  };
}

const pageButton = (page: number): ButtonSpec => ({
  actionId: `pulse_comments_${page}`,
  label: text('pulse.comments.page', { page: page + 1 }),
  value: `page ${page}`,
});

/** The replies, only the latest ones if there are many. */
function saidBlocks(said: readonly Said[], nameOf: NameOf, reader: 'reader' | 'author'): KnownBlock[] {
  const lines: string[] = [];
  for (const each of said.slice(-MOST_SAID).reverse()) {
    const line = `${whoText(each, nameOf, reader)}\n${quoted(each.words)}`;
    if ([line, ...lines].join('\n').length > LONGEST_TALK) break;
    lines.unshift(line);
  }
  const left = said.length - lines.length;
  return [
    ...(left > 0 ? [context(text('pulse.replies.earlier', { count: left }))] : []),
    ...(lines.length > 0 ? [section(lines.join('\n'))] : []),
  ];
}

function whoText({ byId, waits }: Said, nameOf: NameOf, reader: 'reader' | 'author'): string {
  if (byId !== null) return text('pulse.replies.by', { name: escaped(nameOf(byId)) });
  return reader === 'author' ? text('pulse.replies.you', { waits }) : text('pulse.replies.author');
}

/** Reads what a button in the comments asks for: another page, or to reply to one. */
export function turnedTo({ metadata }: Filled, value: string): CommentsForm {
  const { round, page } = commentsFormIn(metadata);
  const [verb, what = ''] = value.split(' ');
  return verb === 'reply' ? { round, page, key: what } : { round, page: Number(what) };
}

export const commentsFormIn = (metadata: string): CommentsForm => keptSchema.parse(JSON.parse(metadata));

export const repliedIn = ({ fields }: Filled): string => fields.get(WORDS)?.value.trim() ?? '';

/** The errors in replies, by field: none was written, or one is too long. */
export function replyFaults({ fields }: Filled): Record<string, string> {
  const all = [...fields]
    .filter(([id]) => id.startsWith(WORDS))
    .map(([id, { value }]) => ({ id, words: value.trim() }));
  if (all.every(({ words }) => words === '')) return { [all[0]?.id ?? WORDS]: text('pulse.replies.empty') };
  const long = all.filter(({ words }) => words.length > LONGEST_REPLY);
  return Object.fromEntries(long.map(({ id }) => [id, text('pulse.replies.too_long', { most: LONGEST_REPLY })]));
}
