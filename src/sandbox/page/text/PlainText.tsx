import { Emoji } from './Emoji.tsx';

const EMOJI = /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/;

/** A plain_text object: no marks, but emoji names are drawn. */
export function PlainText({ text }: { text: string }) {
  return text.split(EMOJI).map((part, index) =>
    // Odd places hold what the pattern's group caught; the parts never reorder.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    index % 2 === 1 ? <Emoji key={index} name={part} /> : part,
  );
}
