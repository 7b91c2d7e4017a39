import { marks } from '../../language/en/log-words.ts';

/** A word, a quoted text or a mark such as `next:`, and where it stands in what was typed. */
export interface Piece {
  kind: 'word' | 'quoted' | 'note:' | 'next:';
  /** A word in lower case without the punctuation around it; what stands between the quotes; empty for a mark. */
  text: string;
  start: number;
  end: number;
  /** Whether punctuation follows that no phrase reaches across. */
  stops: boolean;
  /** Whether that punctuation is a semicolon or a new line, which ends a next step. */
  ends: boolean;
}

const PIECE = new RegExp(
  [
    String.raw`"(?<straight>(?:[^"]|"")*)"(?=[\s,;.]|$)`,
    `[“„«](?<curly>[^“”„«»]*)[”“»]`,
    `(?<note>${marks.note}):`,
    `(?<next>${marks.next}):`,
    String.raw`(?<break>\n)`,
    String.raw`\S+`,
  ].join('|'),
  'giu',
);

/** Cuts what was typed into pieces. In straight quotes a doubled quote is a quote. */
export function piecesOf(words: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of words.matchAll(PIECE)) {
    const [typed] = match;
    const { straight, curly, note, next } = match.groups ?? {};
    const at = { start: match.index, end: match.index + typed.length };
    const last = pieces.at(-1);
    if (typed === '\n') {
      if (last) last.stops = last.ends = true;
    } else if (straight !== undefined) {
      pieces.push({ kind: 'quoted', text: straight.replaceAll('""', '"'), ...at, stops: true, ends: false });
    } else if (curly !== undefined) {
      pieces.push({ kind: 'quoted', text: curly, ...at, stops: true, ends: false });
    } else if (note !== undefined || next !== undefined) {
      pieces.push({ kind: note === undefined ? 'next:' : 'note:', text: '', ...at, stops: false, ends: false });
    } else {
      const stops = /[,;.!?)]$/.test(typed);
      pieces.push({ kind: 'word', text: bare(typed), ...at, stops, ends: typed.endsWith(';') });
    }
  }
  return pieces;
}

const bare = (typed: string) =>
  typed
    .toLowerCase()
    .replace(/^[([]+|[,;.!?:)\]]+$/g, '')
    .replace(/[’ʼ‘]/g, "'");
