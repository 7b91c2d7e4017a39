import { addressOf } from '../../delivery/address.ts';

/**
 * Slack's marks of people, channels, links and addresses as people read them, for wherever it does not draw them: `<@U123|anna>` is
 * "@anna", `<#C123|sales>` "#sales", `<mailto:jane@acme.com|jane@acme.com>` the address.
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

/** Words where Slack draws no marks: labels, titles, headers, options. */
export const plainText = (words: string) => ({ type: 'plain_text' as const, text: unmarked(words) });

/** A person or channel by its id, or an e-mail address, as Slack makes a link of it. */
export function mention(recipient: string): string {
  const address = addressOf(recipient);
  if (address !== null) return `<${escaped(recipient)}|${escaped(address)}>`;
  return /^[UW]/.test(recipient) ? `<@${recipient}>` : `<#${recipient}>`;
}

/** The block elements that messages are made of, in short. */
export const section = (text: string) => ({
  type: 'section' as const,
  text: { type: 'mrkdwn' as const, text: clipped(text, 3000) },
});
export const context = (text: string) => ({
  type: 'context' as const,
  elements: [{ type: 'mrkdwn' as const, text: clipped(text, 2000) }],
});

/** Slack refuses what is too long; a cut text that says so is better than none. No character is cut in half. */
export const clipped = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1).replace(HALF_AT_END, '')}…`;

/** Half of an emoji, or of what `escaped` makes of a sign. */
const HALF_AT_END = /[\uD800-\uDBFF]$|&(?:a|am|amp|l|lt|g|gt)?$/;

export interface ButtonSpec {
  actionId: string;
  label: string;
  value: string;
  style?: 'primary' | 'danger';
  /** What a screen reader says, where the label alone says too little. */
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

/** Slack refuses a longer value, and the whole message with it. */
const VALUE_LIMIT = 2000;

/** A row of the buttons whose values Slack can carry; nothing where it can carry none. */
export function fittingButtons(blockId: string, specs: readonly ButtonSpec[]) {
  const fitting = specs.filter(({ value }) => value.length <= VALUE_LIMIT);
  return fitting.length ? [buttons(blockId, fitting)] : [];
}
