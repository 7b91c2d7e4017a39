/** The words that people type, in the language that is spoken: the door for what stands outside the parsers. */

export { dimensionWords } from './en/dimension-words.ts';
export { attainmentWords, kpiWords } from './en/kpi-words.ts';
export { meetingOutcomeWords, typeWords } from './en/log-words.ts';
export { periodWords } from './en/period-words.ts';
export { helpWords, subcommandFillers, subcommandWords } from './en/question-words.ts';
