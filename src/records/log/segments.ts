import type { Temporal } from 'temporal-polyfill';
import { leaningWords, sentenceWords } from '../../language/en/log-words.ts';
import type { ActivityType } from '../activity.ts';
import { durationAt, likeDurationAt } from './durations.ts';
import { type Keyword, keywordAt } from './keywords.ts';
import { type FoundMoment, momentAt } from './moments.ts';
import type { Piece } from './pieces.ts';

export type Said =
  | { kind: 'keyword'; keywords: readonly Keyword[] }
  | { kind: 'duration'; seconds: number }
  /** What looks like one and cannot be. */
  | { kind: 'no duration' }
  | { kind: 'moment'; moment: FoundMoment }
  | { kind: 'customer' }
  | { kind: 'quoted' }
  | { kind: 'text' };

/** Neighbouring pieces that say one thing. */
export interface Segment {
  said: Said;
  pieces: readonly Piece[];
  /** Whether the words stay in the note, too: they say something and are just as likely part of a sentence. */
  isSentence: boolean;
}

/** What pieces are read with; `taken` are those that name the customer. */
export interface Cutting {
  taken: ReadonlySet<Piece>;
  now: Temporal.Instant;
  zone: string;
}

/** Cuts pieces into segments, the longest keyword first. */
export function segmentsOf(pieces: readonly Piece[], { taken, now, zone }: Cutting): Segment[] {
  const segments: Segment[] = [];
  for (let at = 0; at < pieces.length; ) {
    const { length, said, phrase } = segmentAt(at);
    const sentence = sentenceWords.some((word) => word === phrase);
    segments.push({ said, pieces: pieces.slice(at, at + length), isSentence: sentence });
    at += length;
  }
  return segments;

  function segmentAt(at: number): { length: number; said: Said; phrase?: string } {
    const piece = pieces[at];
    if (piece?.kind === 'quoted') return { length: 1, said: { kind: 'quoted' } };
    const isCustomer = (one: Piece | undefined) => one !== undefined && taken.has(one);
    if (isCustomer(piece)) {
      const behind = pieces.findIndex((each, index) => index > at && !isCustomer(each));
      return { length: (behind < 0 ? pieces.length : behind) - at, said: { kind: 'customer' } };
    }
    const words = wordsFrom(pieces, at, isCustomer);
    const keyword = keywordAt(words);
    const duration = durationAt(words);
    const moment = momentAt(words, now, zone);
    const longest = Math.max(keyword?.length ?? 0, duration?.length ?? 0, moment?.length ?? 0);
    if (duration?.length === longest) return { length: longest, said: { kind: 'duration', seconds: duration.seconds } };
    if (moment?.length === longest)
      return { length: longest, said: { kind: 'moment', moment }, phrase: words.slice(0, longest).join(' ') };
    if (keyword)
      return { length: longest, said: { kind: 'keyword', keywords: keyword.keywords }, phrase: keyword.phrase };
    const like = likeDurationAt(words);
    return like > 0 ? { length: like, said: { kind: 'no duration' } } : { length: 1, said: { kind: 'text' } };
  }
}

/** The words that a phrase beginning at a piece can have: no phrase reaches across punctuation. */
function wordsFrom(pieces: readonly Piece[], at: number, isCustomer: (piece: Piece) => boolean): string[] {
  const words: string[] = [];
  for (const piece of pieces.slice(at)) {
    if (piece.kind !== 'word' || isCustomer(piece)) break;
    words.push(piece.text);
    if (piece.stops) break;
  }
  return words;
}

/** The type that is said first; in the middle of other text only if it is said nowhere else. */
export function typeOf(segments: readonly Segment[]): ActivityType | null {
  const said = [...asInSentences(segments), ...segments].flatMap((segment) => typesIn(segment));
  return said[0] ?? null;
}

function typesIn({ said }: Segment): ActivityType[] {
  if (said.kind !== 'keyword') return [];
  return said.keywords.flatMap((keyword) => (keyword.slot === 'type' ? [keyword.value] : []));
}

/** The segments as an activity of the type understands them: what says nothing about it is text. */
export function readAs(type: ActivityType | null, segments: readonly Segment[]): Segment[] {
  const about = segments.map((segment): Segment => {
    if (segment.said.kind !== 'keyword') return segment;
    const keywords = segment.said.keywords.filter((keyword) => isAbout(keyword, type));
    return { ...segment, said: keywords.length ? { kind: 'keyword', keywords } : { kind: 'text' } };
  });
  const placed = asInSentences(about);
  const isType = (segment: Segment) => typesIn(segment).length > 0;
  if (placed.some(isType)) return placed;
  const only = about.findIndex(isType);
  return placed.map((segment, index) => (index === only ? (about[only] ?? segment) : segment));
}

function isAbout(keyword: Keyword, type: ActivityType | null): boolean {
  switch (keyword.slot) {
    case 'type':
      return keyword.value === type;
    case 'direction':
      return type !== null && hasDirection(type);
    default:
      return keyword.of === (type === 'demo' ? 'meeting' : type);
  }
}

export const hasDirection = (type: ActivityType): boolean => ['call', 'email', 'message', 'social'].includes(type);

/**
 * A single keyword in the middle of other text, or one that leans on the word before it ("sent him the demo"), is text
 * itself; a customer there is meant, and stays in the text as well.
 */
function asInSentences(segments: readonly Segment[]): Segment[] {
  return segments.map((segment, index) => {
    const { said } = segment;
    if (said.kind === 'text' || said.kind === 'quoted') return segment;
    const before = textBefore(segments, index);
    const after = textAfter(segments, index);
    const leans = before !== null && isLeaning(before) && !startsText(segments, index - 1);
    const inText = (before !== null && after !== null) || leans;
    if (said.kind === 'customer') return { ...segment, isSentence: inText };
    if (inText) return { ...segment, said: { kind: 'text' as const } };
    return { ...segment, isSentence: segment.isSentence && (before !== null || after !== null) };
  });
}

const isLeaning = (segment: Segment) => leaningWords.some((word) => word === segment.pieces.at(-1)?.text);

function textBefore(segments: readonly Segment[], index: number): Segment | null {
  const before = segments[index - 1];
  return before?.said.kind === 'text' && !before.pieces.at(-1)?.stops ? before : null;
}

function textAfter(segments: readonly Segment[], index: number): Segment | null {
  const after = segments[index + 1];
  return after?.said.kind === 'text' && !segments[index]?.pieces.at(-1)?.stops ? after : null;
}

/** Whether no other text stands right before: "with" in "call with Acme", but not in "spoke about it with Acme". */
const startsText = (segments: readonly Segment[], index: number) => textBefore(segments, index) === null;
