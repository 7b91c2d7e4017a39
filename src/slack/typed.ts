/** Slack sends these three characters as entities in what people type. */
export const decoded = (words: string) =>
  words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Removes the bot's own mention, `<@U123>` or `<@U123|name>`, from what people ask it. */
export const withoutMention = (words: string, botUserId: string | undefined): string =>
  botUserId ? words.replaceAll(new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g'), ' ').trim() : words;
