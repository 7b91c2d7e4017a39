import { PNG } from 'pngjs';

export type Colour = readonly [red: number, green: number, blue: number];

/** A decoded PNG that can be asked what is where. Co-ordinates are pixels from the upper left corner. */
export function picture(png: Uint8Array) {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  const at = (x: number, y: number): Colour => {
    const start = 4 * (y * width + x);
    return [data[start]!, data[start + 1]!, data[start + 2]!];
  };
  const is = (x: number, y: number, colour: Colour) =>
    at(x, y).every((part, index) => Math.abs(part - colour[index]!) <= 2);

  /** The first and last pixel of this colour in a row, and how many there are. */
  function inRow(y: number, colour: Colour) {
    const hits = Array.from({ length: width }, (_, x) => x).filter((x) => is(x, y, colour));
    return { first: hits[0] ?? -1, last: hits.at(-1) ?? -1, count: hits.length };
  }

  function inColumn(x: number, colour: Colour) {
    const hits = Array.from({ length: height }, (_, y) => y).filter((y) => is(x, y, colour));
    return { first: hits[0] ?? -1, last: hits.at(-1) ?? -1, count: hits.length };
  }

  /** The heights of the horizontal bands that hold this colour, top to bottom: `[first row, last row]`. */
  function bands(colour: Colour, fewest: number): [number, number][] {
    const found: [number, number][] = [];
    for (let y = 0; y < height; y++) {
      if (inRow(y, colour).count < fewest) continue;
      const last = found.at(-1);
      if (last && last[1] === y - 1) last[1] = y;
      else found.push([y, y]);
    }
    return found;
  }

  /** From the first to the last column in which anything is drawn in the rows `[from, to)`. */
  function widthOfInk(from: number, to: number, background: Colour): number {
    const inked = Array.from({ length: width }, (_, x) => x).filter((x) => {
      for (let y = from; y < to; y++) if (!is(x, y, background)) return true;
      return false;
    });
    return inked.length === 0 ? 0 : inked.at(-1)! - inked[0]! + 1;
  }

  /** Whether all pixels up to `wide` from the picture's edge have this colour. */
  function edgeIs(wide: number, colour: Colour): boolean {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const inside = x >= wide && x < width - wide && y >= wide && y < height - wide;
        if (!inside && !is(x, y, colour)) return false;
      }
    }
    return true;
  }

  return { width, height, at, inRow, inColumn, bands, widthOfInk, edgeIs };
}

/** "#0072b2" as its three parts. */
export function rgb(hex: string): Colour {
  const parts = hex
    .slice(1)
    .match(/../g)!
    .map((part) => Number.parseInt(part, 16));
  return [parts[0]!, parts[1]!, parts[2]!];
}
