/** What a person reads, sees and can press in a message. */
import { expect } from 'vitest';
import type { Message } from '../../src/sandbox/protocol.ts';
import { picture } from '../charts/picture.ts';
import type { Person } from './bot.ts';

type Part = Record<string, unknown>;

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);
const partsOf = (value: unknown): Part[] => (Array.isArray(value) ? value.filter(isPart) : []);
const blocksOf = (message: Message) => partsOf(message.blocks);
const wordsIn = (part: unknown): string[] => (isPart(part) && typeof part.text === 'string' ? [part.text] : []);

/** As one reads it: a space that holds together what belongs together is a space. */
export const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

/** All it says, line by line, as it was sent: names and links are still in Slack's marks. Buttons are left out. */
export const words = (message: Message): string =>
  blocksOf(message)
    .filter(({ type }) => type !== 'actions')
    .flatMap((block) => [...wordsIn(block.text), ...partsOf(block.elements).flatMap(wordsIn)])
    .map(plain)
    .join('\n');

interface Button {
  label: string;
  actionId: string;
  value: string;
}

const buttonsOf = (message: Message): Button[] =>
  blocksOf(message)
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements }) => partsOf(elements))
    .map(({ text, action_id, value }) => ({
      label: wordsIn(text).join(),
      actionId: String(action_id),
      value: String(value),
    }));

export const labels = (message: Message): string[] => buttonsOf(message).map(({ label }) => label);

export function buttonCalled(message: Message, label: string): Button {
  const found = buttonsOf(message).find((button) => button.label === label);
  if (!found) throw new Error(`No button "${label}" among: ${labels(message).join(', ') || 'none'}`);
  return found;
}

/** The picture in a message: its address or file, and what it says to those who cannot see it. */
export function imageIn(message: Message) {
  const image = blocksOf(message).find(({ type }) => type === 'image');
  if (!image) return undefined;
  const file = isPart(image.slack_file) ? image.slack_file.id : undefined;
  return {
    url: image.image_url as string | undefined,
    fileId: file as string | undefined,
    alt: String(image.alt_text),
  };
}

/** Fetches a picture and asserts that something is drawn in it: it has more than a frame and a background. */
export async function expectDrawing(url: string, wide = 900): Promise<void> {
  const response = await fetch(url);
  expect(response.headers.get('content-type')).toBe('image/png');
  const { width, height, at } = picture(new Uint8Array(await response.arrayBuffer()));
  const colours = new Set<string>();
  for (let x = 0; x < width; x += 3) for (let y = 0; y < height; y += 3) colours.add(at(x, y).join());
  expect(width).toBe(wide);
  expect(colours.size, 'colours in the picture').toBeGreaterThan(5);
}

/** The message with its chart: where drawing took longer than the answer waits, the person presses for it. */
export const shown = async (person: Person, message: Message): Promise<Message> =>
  labels(message).includes('Show chart') ? person.presses(message, 'Show chart') : message;
