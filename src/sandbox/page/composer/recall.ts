/**
 * The arrow keys in what was typed before, as in a shell: the entry `step` away from the one on show, starting after the
 * last. Undefined where the keys should move the cursor instead: in a text of one's own, or beyond the first entry.
 */
export function recall(typed: string[], shown: string, step: -1 | 1): string | undefined {
  const at = shown === '' ? typed.length : typed.lastIndexOf(shown);
  if (at < 0 || (shown === '' && step === 1)) return undefined;
  const next = at + step;
  return next === typed.length ? '' : typed[next];
}
