/** What was said about comments: for who may read them all, and for whoever wrote one. */
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { text } from '../../language/text.ts';
import type { Said, Talk } from '../../surveys/replies.ts';
import type { Filled } from '../command.ts';
import { type ButtonSpec, buttons, clipped, context, escaped, plainText, section } from '../messages/mrkdwn.ts';
import { quoted } from '../messages/pulse-asked.ts';
import { textField } from './fields.ts';

const WORDS = 'words';
/** Slack takes 100 blocks: a comment with its talk has two. */
const ON_PAGE = 10;
/** Of a talk. */
const MOST_SAID = 10;
/** Slack takes 3,000 characters in a section. */
const LONGEST_TALK = 2900;
const LONGEST_REPLY = 1000;

type NameOf = (memberId: string) => string;

/** Which comments are shown, and which of them is replied to. */
const keptSchema = z.object({ round: z.guid(), page: z.int().min(0), key: z.string().optional() });
export type CommentsForm = z.infer<typeof keptSchema>;

/** All comments, each with its talk and *Reply*; `note` says what was done last. */
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

/** One comment, with a field for what is said to it. `name`: under which. */
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
 * What one has written oneself, with a field to answer wherever somebody has replied. `button`: what the button carried that opened
 * it.
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

/** The field for what one answers in a talk of one's own. */
const fieldOf = ({ question }: Pick<Talk, 'question'>): string => (question ? `${WORDS} ${question.id}` : WORDS);

const questionOf = ({ question }: Pick<Talk, 'question'>): string => (question ? escaped(question.text) : 'none');

/** What is answered in which of one's own talks. */
export const answeredIn = ({ fields }: Filled, talks: readonly Talk[]): { key: string; words: string }[] =>
  talks.flatMap((talk) => {
    const words = fields.get(fieldOf(talk))?.value.trim() ?? '';
    return words ? [{ key: talk.key, words }] : [];
  });

/** Where there is no talk of one's own. */
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

/** What was written, below the question it was written to. */
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

/** What was said, the last of it where there is much. */
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

/** What a button within the comments wants: another page, or to reply to one. */
export function turnedTo({ metadata }: Filled, value: string): CommentsForm {
  const { round, page } = commentsFormIn(metadata);
  const [verb, what = ''] = value.split(' ');
  return verb === 'reply' ? { round, page, key: what } : { round, page: Number(what) };
}

export const commentsFormIn = (metadata: string): CommentsForm => keptSchema.parse(JSON.parse(metadata));

export const repliedIn = ({ fields }: Filled): string => fields.get(WORDS)?.value.trim() ?? '';

/** What is wrong with a reply, or with several: there is none, or one is too long. */
export function replyFaults({ fields }: Filled): Record<string, string> {
  const all = [...fields]
    .filter(([id]) => id.startsWith(WORDS))
    .map(([id, { value }]) => ({ id, words: value.trim() }));
  if (all.every(({ words }) => words === '')) return { [all[0]?.id ?? WORDS]: text('pulse.replies.empty') };
  const long = all.filter(({ words }) => words.length > LONGEST_REPLY);
  return Object.fromEntries(long.map(({ id }) => [id, text('pulse.replies.too_long', { most: LONGEST_REPLY })]));
}
