/**
 * Block ids by which a question's message shows how far somebody is: reminders read them there, as nothing else records
 * it.
 */
export const DONE = 'pulse.done';
export const DECLINED = 'pulse.declined';
/** What is left is for words, and may be left out. */
export const WHY = 'pulse.why';
export const WORDS_LEFT = 'pulse.words_left';
/** Everything is answered, and is gone through once more. */
export const AGAIN = 'pulse.again';
/** The blocks that tell a reminder that nothing is left to ask. */
export const throughBlocks: readonly string[] = [DONE, DECLINED, WHY, WORDS_LEFT, AGAIN];
