/**
 * Block ids by which a question's message shows how far somebody is: reminders read them there, as nothing else records
 * it.
 */
export const DONE = 'pulse.done';
export const DECLINED = 'pulse.declined';
/** Only optional texts are left. */
export const WHY = 'pulse.why';
export const WORDS_LEFT = 'pulse.words_left';
/** Everything is answered, and the person goes through it again. */
export const AGAIN = 'pulse.again';
/** The blocks that tell a reminder that nothing is left to ask. */
export const throughBlocks: readonly string[] = [DONE, DECLINED, WHY, WORDS_LEFT, AGAIN];
