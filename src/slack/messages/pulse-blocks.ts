/** The blocks by which an ask shows how far somebody is: a reminder looks at them, as it is written nowhere else. */
export const DONE = 'pulse.done';
export const DECLINED = 'pulse.declined';
/** What is left is for words, and may be left out. */
export const WHY = 'pulse.why';
export const WORDS_LEFT = 'pulse.words_left';
/** Who has answered everything goes through it once more. */
export const AGAIN = 'pulse.again';
/** The blocks of an ask that say that nothing is left that one should do. */
export const throughBlocks: readonly string[] = [DONE, DECLINED, WHY, WORDS_LEFT, AGAIN];
