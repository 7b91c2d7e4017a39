import { localDay } from '../../calendar/local-day.ts';
import { connectors } from '../../language/en/log-words.ts';
import type { LogEntry, LogReading, LogSetting } from './entry.ts';
import { findMention } from './mentioned-customer.ts';
import { cutNextStep } from './next-step.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { hasDirection, readAs, type Segment, segmentsOf, typeOf } from './segments.ts';

/**
 * Reads what a person did, in any order: `call Acme answered 12m asked for a proposal next: send offer friday`. Each
 * thing is said once; whatever means nothing else is the note, as typed. Never throws.
 */
export function parseLog(words: string, { customers, now, zone }: LogSetting): LogReading {
  const step = cutNextStep(words, piecesOf(words), localDay(now, zone));
  const { notes, rest, beginsWithNote } = cutNotes(step.rest);
  const plain = new Set(segmentsOf(rest, { taken: new Set(), now, zone }).flatMap(piecesOfText));
  const mention = findMention(rest, customers, (piece) => plain.has(piece));
  const cut = segmentsOf(rest, { taken: new Set(mention?.pieces), now, zone });
  const type = beginsWithNote ? 'note' : typeOf(cut);
  const segments = readAs(type, cut);
  const entry: LogEntry = {
    type,
    direction: type && hasDirection(type) ? 'outbound' : null,
    outcome: null,
    result: null,
    durationSeconds: null,
    occurred: null,
    customers: mention?.customers ?? [],
    note: null,
    nextStep: step.text,
    nextStepOn: step.on,
  };
  let future: string | null = null;
  let noDuration: string | null = null;
  const slots = new Set<string>();
  const left = segments.filter((segment) => !take(segment) || segment.isSentence);
  const free = left
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => piece.kind !== 'quoted' || !mention?.pieces.includes(piece));
  entry.note = noteOf(words, withoutConnector(free, rest, mention?.pieces[0]), notes);
  const [first] = mention?.pieces ?? [];
  const last = mention?.pieces.at(-1);
  return { entry, customerAt: first && last ? { start: first.start, end: last.end } : null, future, noDuration };

  /** Takes over what a segment says; false if that is not for this type of activity, or was said before. */
  function take({ said, pieces }: Segment): boolean {
    switch (said.kind) {
      case 'text':
      case 'quoted':
        return false;
      case 'customer':
        return true;
      case 'duration':
        return once('duration', () => {
          entry.durationSeconds = said.seconds;
        });
      case 'no duration':
        noDuration ??= words.slice(pieces[0]?.start, pieces.at(-1)?.end);
        return true;
      case 'moment':
        return once('moment', () => {
          entry.occurred = said.moment.occurred;
          if (said.moment.isFuture) future = words.slice(pieces[0]?.start, pieces.at(-1)?.end);
        });
      case 'keyword':
        return said.keywords.some((keyword) =>
          once(keyword.slot, () => {
            if (keyword.slot === 'direction') entry.direction = keyword.value;
            if (keyword.slot === 'outcome') entry.outcome = keyword.value;
            if (keyword.slot === 'result') entry.result = keyword.value;
          }),
        );
    }
  }

  function once(slot: string, set: () => void): boolean {
    if (slots.has(slot)) return false;
    slots.add(slot);
    set();
    return true;
  }
}

const piecesOfText = ({ said, pieces }: Segment) => (said.kind === 'text' ? pieces : []);

/** A quote after `note:` is the note. Without quotes the mark is the type, if it comes first. */
function cutNotes(pieces: readonly Piece[]): { notes: Piece[]; rest: Piece[]; beginsWithNote: boolean } {
  const notes = pieces.filter(({ kind }, index) => kind === 'quoted' && pieces[index - 1]?.kind === 'note:');
  const rest = pieces.filter((piece) => piece.kind !== 'note:' && piece.kind !== 'next:' && !notes.includes(piece));
  const beginsWithNote = pieces[0]?.kind === 'note:' && pieces[1]?.kind !== 'quoted';
  return { notes, rest, beginsWithNote };
}

/** "with" in "call with Acme" is not worth a note. */
function withoutConnector(free: readonly Piece[], rest: readonly Piece[], customer: Piece | undefined): Piece[] {
  const before = customer && rest[rest.indexOf(customer) - 1];
  const alone = before && free.includes(before) && !free.includes(rest[rest.indexOf(before) - 1] ?? before);
  const drop = alone || (before && rest.indexOf(before) === 0) ? before : undefined;
  const isConnector = drop && !free.includes(customer ?? drop) && connectors.some((word) => word === drop.text);
  return free.filter((piece) => !isConnector || piece !== drop);
}

/** The free words as typed; words that were together stay together. */
function noteOf(words: string, free: readonly Piece[], notes: readonly Piece[]): string | null {
  const texts: string[] = [];
  let end = -1;
  let from = -1;
  for (const piece of free) {
    const joins = from >= 0 && piece.kind === 'word' && /^\s*$/.test(words.slice(end, piece.start));
    if (piece.kind === 'quoted') texts.push(piece.text);
    else if (joins) texts[texts.length - 1] = words.slice(from, piece.end);
    else texts.push(words.slice(piece.start, piece.end));
    from = piece.kind === 'quoted' ? -1 : joins ? from : piece.start;
    end = piece.end;
  }
  const typed = texts.map((each) => each.trim()).filter((each) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(each));
  return [...typed, ...notes.map(({ text }) => text)].join(' ').replace(/^[,;\s]+|[,;\s]+$/g, '') || null;
}
