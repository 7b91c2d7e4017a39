import iamcal from 'emojibase-data/en/shortcodes/iamcal.json' with { type: 'json' };

/** The names Slack knows, which are those of the iamcal set: GitHub's differ in places (`large_green_circle`). */
const characters = new Map(
  Object.entries(iamcal).flatMap(([hexcode, names]) => [names].flat().map((name) => [name, fromHex(hexcode)] as const)),
);

const SKIN_TONES: Record<string, string> = { '2': '1F3FB', '3': '1F3FC', '4': '1F3FD', '5': '1F3FE', '6': '1F3FF' };

/** The characters of `tada` or `+1::skin-tone-3`; undefined for a name Slack does not have. */
export function emojiCharacter(name: string): string | undefined {
  const [base = '', tone] = name.split('::skin-tone-');
  const character = characters.get(base);
  const modifier = tone === undefined ? undefined : SKIN_TONES[tone];
  return character && modifier ? character.replace('\uFE0F', '') + fromHex(modifier) : character;
}

function fromHex(hexcode: string): string {
  const points = hexcode.split('-').map((hex) => Number.parseInt(hex, 16));
  const text = String.fromCodePoint(...points);
  // Old symbols such as ☎ are drawn in black and white unless the variation selector asks for the emoji.
  const first = points[0];
  return points.length === 1 && first !== undefined && first < 0x1f000 ? `${text}\uFE0F` : text;
}
