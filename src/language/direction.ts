/** The languages that are written from right to left, of those there may be a catalogue of. */
const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

/** Which way a language (BCP 47) is written, as HTML says it. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(language.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
