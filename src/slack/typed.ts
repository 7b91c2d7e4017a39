/** Slack writes these three as entities in what people type. */
export const decoded = (words: string) =>
  words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
