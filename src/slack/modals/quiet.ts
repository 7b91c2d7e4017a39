import type { ModalView } from '@slack/types';
import { text } from '../../language/text.ts';
import { isTopic, type Quiet, type Topic, topics } from '../../people/quiet.ts';
import type { Filled } from '../command.ts';
import { plainText, section } from '../messages/mrkdwn.ts';
import { quietText, type Reader } from '../messages/quiet.ts';
import { selectField } from './fields.ts';

/** What a person can choose. */
export type QuietWish = { kind: 'most'; most: number } | { kind: 'pause'; topic: Topic } | { kind: 'usual' };

const FIELD = 'wish';

/** Offers fewer messages. `about`: the topic of the message where they pressed *Quieter*, or `all`. */
export function quietView(id: string, quiet: Quiet, about: string, reader: Reader): ModalView {
  const most = Math.min(quiet.usual, quiet.own ?? quiet.usual);
  const half = Math.floor(most / 2);
  const isUsual = quiet.own === null && quiet.paused.length === 0;
  const pausable = topics.filter((topic) => topic === about || !isTopic(about));
  const choices = [
    ...pausable.map((topic) => [`pause ${topic}`, text(`quiet.choice.pause.${topic}`)] as const),
    ...(half > 0 ? [[`most ${half}`, text('quiet.choice.half', { most: half })] as const] : []),
    ...(most > 0 ? [['most 0', text('quiet.choice.morning')] as const] : []),
    ...(isUsual ? [] : [['usual', text('quiet.choice.usual', { most: quiet.usual })] as const]),
  ];
  return {
    type: 'modal',
    callback_id: id,
    title: plainText(text('quiet.title')),
    submit: plainText(text('form.save')),
    close: plainText(text('form.close')),
    blocks: [
      section(quietText(quiet, reader)),
      selectField({ id: FIELD, label: text('quiet.label'), hint: text('quiet.hint') }, choices, choices[0]?.[0] ?? ''),
    ],
  };
}

/** What they chose; null: nothing that we offered. */
export function quietWishIn({ fields }: Filled): QuietWish | null {
  const [kind, what = ''] = (fields.get(FIELD)?.value ?? '').split(' ');
  if (kind === 'most' && /^\d{1,2}$/.test(what)) return { kind, most: Number(what) };
  if (kind === 'pause' && isTopic(what)) return { kind, topic: what };
  return kind === 'usual' ? { kind } : null;
}
