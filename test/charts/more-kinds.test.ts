import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ChartFailed, createRenderer, type Renderer } from '../../src/charts/render.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { type Theme, themes } from '../../src/charts/theme.ts';
import { picture, rgb } from './picture.ts';
import { bars, bullet, compared, grouped, lines, parts } from './specs.ts';

let renderer: Renderer;
beforeAll(() => {
  renderer = createRenderer({ threads: 1 });
});
afterAll(() => renderer.close());

const drawn = async (spec: ChartSpec) => picture(await renderer.render(spec));
type Image = Awaited<ReturnType<typeof drawn>>;

/** The legend stands above: a bar begins below it. */
const legendEnd = 185;
const bandsBelow = (image: Image, colour: string, fewest: number) =>
  image.bands(rgb(colour), fewest).filter(([first]) => first > legendEnd);

describe.each(Object.entries(themes) as ['light' | 'dark', Theme][])('in the %s theme', (theme, colours) => {
  test('bullets reach as far as their numbers, over tracks that end at the targets', async () => {
    const image = await drawn({ ...bullet, theme });
    const reached = bandsBelow(image, colours.actual, 40).map(([first]) => image.inRow(first + 3, rgb(colours.actual)));
    const tracks = bandsBelow(image, colours.grid, 40).map(([first]) => image.inRow(first + 2, rgb(colours.grid)));
    const zero = reached[0]!.first;
    const whole = tracks[0]!.last + 1 - zero;
    const shares = reached.map(({ last }) => (last + 1 - zero) / whole);
    expect(shares).toHaveLength(3);
    for (const [index, share] of [0.5, 1.25, 0.75].entries())
      expect(Math.abs(shares[index]! - share)).toBeLessThan(0.02);
    // The target's stroke stands at the end of the track, above and below it as well.
    const stroke = image.inColumn(tracks[0]!.last + 3, rgb(colours.target));
    expect(stroke.count).toBeGreaterThan(150);
    // Two of four have a pace; today's is two thirds of the way.
    const marks = bandsBelow(image, colours.ideal, 1);
    expect(marks).toHaveLength(2);
    const { first, last } = image.inRow(Math.round((marks[0]![0] + marks[0]![1]) / 2), rgb(colours.ideal));
    expect(Math.abs(((first + last) / 2 - zero) / whole - 2 / 3)).toBeLessThan(0.02);
  });

  test('bars of a group stand under each other, as long as their values', async () => {
    const image = await drawn({ ...grouped, theme });
    const [one, other] = colours.series;
    const pro = bandsBelow(image, one!, 40);
    const basic = bandsBelow(image, other!, 40);
    expect([pro.length, basic.length]).toEqual([2, 1]);
    expect(basic[0]![0]).toBeGreaterThan(pro[0]![1]);
    expect(basic[0]![1]).toBeLessThan(pro[1]![0]);
    const long = (band: [number, number], colour: string) => image.inRow(band[0] + 6, rgb(colour)).count;
    expect(Math.abs(long(pro[0]!, one!) - 2 * long(basic[0]!, other!))).toBeLessThan(4);
  });

  test('a row’s parts follow each other from left to right in the size of their values', async () => {
    const image = await drawn({ ...parts, theme });
    const rows = bandsBelow(image, colours.series[1]!, 30);
    // The sliver of the second row is thinner than that.
    expect(rows).toHaveLength(2);
    const [pro, basic, others] = colours.series.map((colour) => image.inRow(rows[0]![0] + 3, rgb(colour)));
    expect(pro!.last).toBeLessThan(basic!.first);
    expect(basic!.last).toBeLessThan(others!.first);
    expect(Math.abs(pro!.count - 2 * basic!.count)).toBeLessThan(8);
  });

  test('lines are as high as their values, with a gap where there is no data', async () => {
    const image = await drawn({ ...lines, theme });
    const [east, west] = colours.series;
    // January is at the left, June at the right; the steps between are equal.
    const at = (month: number) => Math.round(122 + (month * 720) / 5);
    const heightOf = (month: number, colour: string) => {
      const { first, last, count } = image.inColumn(at(month), rgb(colour));
      return count ? (first + last) / 2 : null;
    };
    expect(heightOf(0, east!)!).toBeGreaterThan(heightOf(3, east!)!);
    expect(heightOf(0, west!)!).toBeGreaterThan(heightOf(0, east!)!);
    expect(heightOf(2, west!)).toBeNull();
    expect(heightOf(2, east!)).not.toBeNull();
  });

  test('the year before is a line across the columns', async () => {
    const image = await drawn({ ...compared, theme });
    const without = await drawn({
      ...compared,
      theme,
      before: { ...compared.before!, values: compared.columns.map(() => null) },
    });
    const inked = (each: Image, colour: string) => {
      let columns = 0;
      for (let x = 100; x < each.width; x++) if (each.inColumn(x, rgb(colour)).last > legendEnd) columns++;
      return columns;
    };
    expect(inked(image, colours.projected)).toBeGreaterThan(600);
    expect(inked(without, colours.projected)).toBe(0);
  });
});

test.each([bullet, compared, grouped, lines, parts])(
  'a $kind chart is readable at 360 pixels and nothing is cut off at its edge',
  async (spec) => {
    const background = rgb(themes.light.background);
    const names = 'W'.repeat(60);
    const longest =
      spec.kind === 'bullet'
        ? { ...spec, rows: spec.rows.map((row) => ({ ...row, label: names })) }
        : spec.kind === 'parts' || spec.kind === 'grouped'
          ? { ...spec, rows: spec.rows.map((row) => row + names) }
          : spec;
    expect((await drawn({ ...longest, title: names })).edgeIs(4, background)).toBe(true);
    const image = await drawn({ ...spec, title: '', subtitle: '888' });
    const [ink] = image.bands(rgb(themes.light.quietText), 1);
    expect(((ink![1] - ink![0] + 1) * 360) / image.width).toBeGreaterThan(6);
  },
);

test('a number beside a target’s stroke stands in its bar, not across or behind the stroke', async () => {
  const near = { ...bars, bars: [{ label: 'Anna', value: 38, target: 40 }] };
  const image = await drawn(near);
  const { actual, target } = themes.light;
  const [[top, bottom]] = bandsBelow(image, actual, 100) as [[number, number]];
  const middle = Math.round((top + bottom) / 2);
  const bar = image.inRow(top + 3, rgb(actual));
  // White ink of the number, within the bar.
  const white = Array.from({ length: bar.last - bar.first }, (_, step) => image.at(bar.first + step, middle)).filter(
    (colour) => colour.join() === '255,255,255',
  );
  expect(white.length).toBeGreaterThan(2);
  const behind = Array.from({ length: image.width - bar.last - 1 }, (_, step) => image.at(bar.last + 1 + step, middle));
  const dark = behind.filter((colour) => colour.join() === rgb(target).join());
  expect(dark.length).toBeGreaterThan(2);
  expect(dark.length).toBeLessThan(8);
});

test('more than a picture has room for is refused', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `Row ${index}`);
  const values = many(25).map(() => 1);
  for (const spec of [
    { ...parts, rows: many(17), series: [{ label: 'A', values }] },
    { ...grouped, rows: many(13), series: [1, 2].map((label) => ({ label: `${label}`, values })) },
    { ...lines, series: many(6).map((label) => ({ label, values })) },
    { ...bullet, rows: many(17).map((label) => ({ ...bullet.rows[0]!, label })) },
  ]) {
    await expect(renderer.render(spec)).rejects.toThrow(ChartFailed);
  }
});

test('a bullet far beyond its target does not make the others too short to read', async () => {
  const [revenue, calls] = bullet.rows;
  const far = await drawn({ ...bullet, rows: [revenue!, { ...calls!, value: 24_000 }] });
  const [half] = bandsBelow(far, themes.light.actual, 40).map(([first]) =>
    far.inRow(first + 3, rgb(themes.light.actual)),
  );
  expect(half!.count).toBeGreaterThan(100);
});
