/** A piece of a question: its text as compared (lower case, no accents), and where it stands in what was typed. */
export interface Token {
  text: string;
  start: number;
  end: number;
  /** Where the quoted words begin that it is one of, if no phrase is just these. */
  quote?: number;
}

const QUOTE = '["“”„«»]';
const JOINT = '[-‐‑_]';
const JOINTS = new RegExp(JOINT, 'g');
const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*(?:['’ʼ‘][\p{L}\p{M}\p{N}]*)*`;

/**
 * Everything between these only separates: spaces, brackets, emoji. A comma is kept because no phrase reaches across
 * it, dots and dashes only next to a digit, where they may join two days.
 */
const PIECE = new RegExp(
  [
    String.raw`<@(?<mention>\w+)(?:\|[^>]*)?>`,
    `${QUOTE}(?<quoted>[^"“”„«»]*)${QUOTE}`,
    // Apostrophes are no quotes.
    String.raw`(?<![\p{L}\p{N}])['‘](?<single>[^'‘’"]*)['’](?![\p{L}\p{N}])`,
    String.raw`(?<date>\p{Nd}{4}[-‐‑/][\p{L}\p{N}]+(?:[-‐‑/]\p{N}+)?)`,
    String.raw`(?<range>(?<=\p{N}\s?)(?:\.{2,}|…)|(?:\.{2,}|…)(?=\s?\p{N})|(?<=\p{N}\s?)[–—](?=\s?\p{N})|(?<=\p{N}\s)-(?=\s\p{N}))`,
    // Without its sign it would be another number, and a share is no number of things.
    String.raw`(?<number>(?<![\p{L}\p{N}])(?:[-−‐‑]\p{N}+%?|\p{N}+\s?%)(?![\p{L}\p{N}/.-]))`,
    // "Not webinar" must not pass for webinar, nor "after 9" for 9.
    String.raw`(?<compared>!=|≠|<>|[<>]=?(?=\s*\p{N}))`,
    `(?<joined>${WORD}(?:${JOINT}${WORD})+)`,
    `(?<word>${WORD})`,
    '[@,]',
  ].join('|'),
  'gu',
);

/**
 * Cuts a question into tokens. What is quoted or joined ("win rate", win_rate, win-rate) stays one token, its words
 * with single spaces between, if `isPhrase` knows it; else it is read as if it were just words. A mention
 * `<@U123|anna>` is the two tokens "@" and "u123". `offset`: where the text begins in what was typed.
 */
export function tokenise(typed: string, isPhrase: (phrase: string) => boolean, offset = 0): Token[] {
  return [...typed.matchAll(PIECE)].flatMap((match): Token[] => {
    const [piece] = match;
    const start = offset + match.index;
    const end = start + piece.length;
    const { mention, single, quoted = single, joined, date, range, number, word } = match.groups ?? {};
    if (mention !== undefined) return ['@', mention.toLowerCase()].map((text) => ({ text, start, end }));
    if (range !== undefined) return [{ text: '..', start, end }];
    if (date !== undefined) return [{ text: fold(date).replace(/[‐‑/]/g, '-'), start, end }];
    if (number !== undefined) return [{ text: fold(number).replace(/^[−‐]/, '-').replace(/\s/, ''), start, end }];
    if (word !== undefined) return [{ text: withoutPossessive(fold(word)), start, end }];
    if (quoted === undefined && joined === undefined) return [{ text: piece, start, end }];

    const inside = quoted === undefined ? piece.replace(JOINTS, ' ') : ` ${quoted} `;
    // In quotes a comma is a part of the name, and names are compared without theirs.
    const words = tokenise(inside, isPhrase, start).filter(({ text }) => quoted === undefined || text !== ',');
    const phrase = words.map(({ text }) => text).join(' ');
    if (isPhrase(phrase)) return [{ text: phrase, start, end }];
    return quoted === undefined ? words : words.map((each) => ({ ...each, quote: start }));
  });
}

/** Most names and all ids are plain, and there are tens of thousands of them; of such words only a date is more than these. */
const PLAIN = /^[a-z0-9]+(?:[ -][a-z0-9]+)*$/i;
const BEGINS_A_DATE = /(?:^| )\d{4}-/;

/** A name or phrase as the words it is compared by. */
export function wordsOf(phrase: string): string[] {
  if (PLAIN.test(phrase) && !BEGINS_A_DATE.test(phrase)) return phrase.toLowerCase().split(/[ -]/);
  return tokenise(phrase.replace(/["“”„«»,]/g, ' '), () => false).map(({ text }) => text);
}

/** What was folded before: the names of a large company come with each question, and few of them are new. */
const known = new Map<string, string>();
const MOST_KNOWN = 100_000;

/** A name or phrase as it is compared: its words with single spaces between. */
export function folded(phrase: string): string {
  const before = known.get(phrase);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const words = wordsOf(phrase).join(' ');
  known.set(phrase, words);
  return words;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[’ʼ‘]/g, "'");
}

/** Without the possessive: "Anna's" and "the reps'" are Anna and the reps. */
function withoutPossessive(word: string): string {
  return word.replace(/'s?$/, '');
}
