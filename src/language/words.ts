/** The words that people type, in the language that is spoken: the door for what stands outside the parsers. */
export { meetingOutcomeWords, typeWords } from './en/log-words.ts';
export { attainmentWords, dimensionWords, helpWords, kpiWords } from './en/words.ts';
