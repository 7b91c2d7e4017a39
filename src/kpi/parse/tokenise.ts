/** A piece of a question: its text as compared (lower case, no accents), and where it stands in what was typed. */
export interface Token {
  text: string;
  start: number;
  end: number;
}

const QUOTE = '["“”„«»]';
const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*(?:['’ʼ‘][\p{L}\p{M}\p{N}]*)*`;

/**
 * Everything between these separates: spaces, brackets, hyphens between letters, underscores, emoji. A comma is kept
 * because no phrase reaches across it, dots and dashes only next to a digit, where they may join two days.
 */
const PIECE = new RegExp(
  [
    String.raw`<@(?<mention>\w+)(?:\|[^>]*)?>`,
    `${QUOTE}(?<quoted>[^"“”„«»]*)${QUOTE}`,
    String.raw`(?<date>\p{Nd}{4}[-‐‑/][\p{L}\p{N}]+(?:[-‐‑/]\p{N}+)?)`,
    String.raw`(?<range>(?<=\p{N}\s?)(?:\.{2,}|…)|(?:\.{2,}|…)(?=\s?\p{N})|(?<=\p{N}\s?)[–—](?=\s?\p{N})|(?<=\p{N}\s)-(?=\s\p{N}))`,
    `(?<word>${WORD})`,
    '[@,]',
  ].join('|'),
  'gu',
);

/**
 * Cuts a question into tokens. A quoted phrase that `isPhrase` knows stays one token (its words joined by spaces);
 * any other is read as if it had no quotes. A mention `<@U123|anna>` is the two tokens "@" and "u123".
 */
export function tokenise(typed: string, isPhrase: (phrase: string) => boolean): Token[] {
  const tokens: Token[] = [];
  for (const match of typed.matchAll(PIECE)) {
    const start = match.index;
    const end = start + match[0].length;
    const { mention, quoted, date, range, word } = match.groups ?? {};
    if (mention !== undefined) {
      tokens.push({ text: '@', start, end }, { text: mention.toLowerCase(), start, end });
    } else if (quoted !== undefined) {
      const inside = tokenise(quoted, isPhrase).map((t) => ({
        ...t,
        start: t.start + start + 1,
        end: t.end + start + 1,
      }));
      const phrase = inside.map(({ text }) => text).join(' ');
      if (isPhrase(phrase)) tokens.push({ text: phrase, start, end });
      else tokens.push(...inside);
    } else if (range !== undefined) {
      tokens.push({ text: '..', start, end });
    } else {
      const text =
        date !== undefined ? fold(date).replace(/[‐‑/]/g, '-') : word !== undefined ? bare(fold(word)) : match[0];
      tokens.push({ text, start, end });
    }
  }
  return tokens;
}

/** A name or phrase as the words it is compared by. */
export function wordsOf(phrase: string): string[] {
  return tokenise(phrase.replace(/["“”„«»,]/g, ' '), () => false).map(({ text }) => text);
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[’ʼ‘]/g, "'");
}

/** Without the possessive: "Anna's" and "the reps'" are Anna and the reps. */
function bare(word: string): string {
  return word.replace(/'s?$/, '');
}
