import { addressOf } from '../../delivery/address.ts';

/**
 * Turns Slack's markup for people, channels, links and addresses into plain words, for places where Slack shows it raw:
 * `<@U123|anna>` becomes "@anna", `<#C123|sales>` "#sales", `<mailto:jane@acme.com|jane@acme.com>` the address.
 */
export const unmarked = (words: string): string =>
  words
    .replaceAll(/<([@#])(\w+)(?:\|([^>]*))?>/g, (_, sign: string, id: string, name?: string) => sign + (name || id))
    .replaceAll(
      /<((?:https?:|mailto:|tel:)[^|<>\s]+)(?:\|([^<>]+))?>/g,
      (_, address: string, words?: string) => words ?? address.replace(/^(mailto|tel):/, ''),
    );

/** What a person typed, made harmless in mrkdwn: without this a note could ping `<!channel>` or fake a link. */
export const escaped = (text: string): string =>
  unmarked(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Text for labels, titles, headers and options, where Slack shows markup raw. */
export const plainText = (words: string) => ({ type: 'plain_text' as const, text: unmarked(words) });

/** Slack markup that links to a person or channel by id, or to an e-mail address. */
export function mention(recipient: string): string {
  const address = addressOf(recipient);
  if (address !== null) return `<${escaped(recipient)}|${escaped(address)}>`;
  return /^[UW]/.test(recipient) ? `<@${recipient}>` : `<#${recipient}>`;
}

/** Short forms of the block elements that messages are made of. */
export const section = (text: string) => ({
  type: 'section' as const,
  text: { type: 'mrkdwn' as const, text: clipped(text, 3000) },
});
export const context = (text: string) => ({
  type: 'context' as const,
  elements: [{ type: 'mrkdwn' as const, text: clipped(text, 2000) }],
});

/** Cuts a text to the limit, as Slack refuses longer ones; an ellipsis shows the cut. No character is cut in half. */
export const clipped = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1).replace(HALF_AT_END, '')}…`;

/** Half of an emoji, or of an entity made by `escaped`. */
const HALF_AT_END = /[\uD800-\uDBFF]$|&(?:a|am|amp|l|lt|g|gt)?$/;

export interface ButtonSpec {
  actionId: string;
  label: string;
  value: string;
  style?: 'primary' | 'danger';
  /** For screen readers, if the label alone says too little. */
  spoken?: string;
}

/** A row of buttons. */
export const buttons = (blockId: string, specs: readonly ButtonSpec[]) => ({
  type: 'actions' as const,
  block_id: blockId,
  elements: specs.map(({ actionId, label, value, style, spoken }) => ({
    type: 'button' as const,
    action_id: actionId,
    text: plainText(label),
    value,
    ...(style ? { style } : {}),
    ...(spoken ? { accessibility_label: clipped(spoken, 75) } : {}),
  })),
});

/** Characters: Slack refuses a message with a longer button value. */
const VALUE_LIMIT = 2000;

/** A row of those buttons whose values Slack accepts; nothing if there are none. */
export function fittingButtons(blockId: string, specs: readonly ButtonSpec[]) {
  const fitting = specs.filter(({ value }) => value.length <= VALUE_LIMIT);
  return fitting.length ? [buttons(blockId, fitting)] : [];
}
