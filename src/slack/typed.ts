/** Slack writes these three as entities in what people type. */
export const decoded = (words: string) =>
  words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Who asks the bot something may say its name, with Slack's mark `<@U123>` or `<@U123|name>`: it is no part of the question. */
export const withoutMention = (words: string, botUserId: string | undefined): string =>
  botUserId ? words.replaceAll(new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g'), ' ').trim() : words;
