import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failedMessage } from '../../../src/slack/messages/failed.ts';
import { askMessage } from '../../../src/slack/messages/logged.ts';
import { clipped, escaped } from '../../../src/slack/messages/mrkdwn.ts';
import { targetRefusal } from '../../../src/slack/messages/targets.ts';

const ROOM = { section: 3000, context: 2000 };

/** The texts of a message's blocks, each within what Slack takes. */
function textsOf({ blocks }: ReturnType<typeof askMessage>): string[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'section' && block.type !== 'context') return [];
    const said = block.type === 'section' ? block.text : block.elements[0];
    const written = said && 'text' in said ? (said.text ?? '') : '';
    expect(written.length).toBeLessThanOrEqual(ROOM[block.type]);
    return [written];
  });
}

/** What stands between the marks of code, as it was typed. */
const given = (texts: readonly string[]) =>
  texts
    .flatMap((text) => /`(.*)`$/s.exec(text)?.[1] ?? [])
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const typed = [
  'call Acme',
  '&'.repeat(1500),
  '<'.repeat(3000),
  `${'a'.repeat(2985)}${'😀'.repeat(400)}`,
  'b'.repeat(8000),
];

describe('the words that come back', () => {
  it.each(typed.map((words) => [words.slice(0, 20), words.length, words] as const))(
    'are all there: %s… (%i characters)',
    (_start, _length, words) => {
      const asked = askMessage('What was it?', words);
      const refused = targetRefusal(['No.'], `/target set ${words}`, null);
      const failed = failedMessage({ request: '1', typed: `/log ${words}`, isDone: false });
      expect(given(textsOf(asked))).toBe(`/log ${words}`);
      expect(given(textsOf(refused))).toBe(`/target set ${words}`);
      expect(given(textsOf(failed))).toBe(`/log ${words}`);
      for (const { text } of [asked, refused, failed]) expect(text.length).toBeLessThanOrEqual(16_000);
    },
  );
});

describe('a cut text', () => {
  it('never ends in half a character, nor in half of what escaping makes', () => {
    const part = fc.constantFrom('&', '<', '>', '😀', 'a', 'é', ' ');
    fc.assert(
      fc.property(fc.array(part, { minLength: 12, maxLength: 40 }), fc.integer({ min: 2, max: 40 }), (parts, limit) => {
        const text = escaped(parts.join(''));
        const cut = clipped(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
        expect(cut.replaceAll(/&(amp|lt|gt);/g, '')).not.toContain('&');
      }),
    );
  });
});
