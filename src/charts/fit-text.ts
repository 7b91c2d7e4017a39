/** A text's width in pixels. */
export type Measure = (text: string) => number;

const ellipsis = '…';
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The text, or as much of its start as fits into `width` pixels together with an ellipsis. */
export function shorten(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  let kept = '';
  for (const { segment } of characters.segment(text)) {
    if (measure(kept + segment + ellipsis) > width) break;
    kept += segment;
  }
  return kept.trimEnd() + ellipsis;
}

/** The text in at most `lines` lines of `width` pixels, broken between words; the last line is shortened if needed. */
export function wrap(text: string, width: number, lines: number, measure: Measure): string[] {
  const wrapped: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && wrapped.length < lines - 1 && measure(longer) > width) {
      wrapped.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...wrapped, line].map((each) => shorten(each, width, measure));
}
