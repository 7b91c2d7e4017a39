type Rgb = readonly [red: number, green: number, blue: number];

/** The three parts of "#0072b2", 0 to 255 each. */
const parts = (hex: string): Rgb => {
  const colour = Number.parseInt(hex.slice(1), 16);
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
};

/** The colour `share` of the way from one to another. */
export function between(from: string, to: string, share: number): string {
  const end = parts(to);
  const mixed = parts(from).map((part, index) => Math.round(part + share * ((end[index] ?? 0) - part)));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Dark or light ink, whichever is easier to read on a filled surface. */
export function inkOn(surface: string): string {
  const dark = '#1d1c1d';
  const light = '#ffffff';
  return contrast(surface, dark) > contrast(surface, light) ? dark : light;
}

/** The contrast of two colours, 1 to 21, as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = parts(hex);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
