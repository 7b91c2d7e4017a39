import { afterAll, beforeAll, expect, test } from 'vitest';
import { ChartFailed, createRenderer, type Renderer } from '../../src/charts/render.ts';
import { type ChartSpec, maxSeries } from '../../src/charts/spec.ts';
import { type Theme, themes } from '../../src/charts/theme.ts';
import { type Colour, picture, rgb } from './picture.ts';
import { funnel, heat, loyalty, sparkline, stacked } from './specs.ts';

let renderer: Renderer;
beforeAll(() => {
  renderer = createRenderer({ threads: 1 });
});
afterAll(() => renderer.close());

const drawn = async (spec: ChartSpec) => picture(await renderer.render(spec));
const bothThemes = Object.entries(themes) as ['light' | 'dark', Theme][];

/** How long the bars of a colour are, top to bottom; the legend's boxes are shorter than `fewest`. */
function lengths(image: ReturnType<typeof picture>, colour: string, fewest = 30): number[] {
  return image.bands(rgb(colour), fewest).map(([first]) => {
    const { first: left, last: right } = image.inRow(first + 5, rgb(colour));
    return right - left + 1;
  });
}

/** How many pixels of the picture have the colour. */
function area(image: ReturnType<typeof picture>, colour: Colour): number {
  let count = 0;
  for (let y = 0; y < image.height; y++) count += image.inRow(y, colour).count;
  return count;
}

test.each(bothThemes)(
  'a heat map in the %s theme frames the best cell and greys what stands on too little',
  async (theme, { heat: colours, projected }) => {
    const image = await drawn({ ...heat, theme });
    // The frame of Tuesday at ten, and only that, is as wide as a cell; the legend's box is narrower.
    const [top, ...others] = image.bands(rgb(projected), 60);
    expect(others).toHaveLength(1);
    const { first, last } = image.inRow(top![0] + 2, rgb(projected));
    expect(image.at(first + 8, top![0] + 10)).toEqual(rgb(colours.high));
    expect(first).toBeGreaterThan(180);
    expect(last).toBeLessThan(300);
    // Friday at five is the last cell of all: grey, although its one number is the highest.
    const grey = image.bands(rgb(colours.few), 30);
    expect(grey).toHaveLength(1);
    expect(grey[0]![0]).toBeGreaterThan(top![1] + 100);
    expect(image.inRow(grey[0]![0] + 8, rgb(colours.few)).first).toBeGreaterThan(760);
  },
);

test('where all cells stand on too little none is best', async () => {
  const few = { ...heat, fewest: 1_000 };
  const image = await drawn(few);
  expect(area(image, rgb(themes.light.projected))).toBe(0);
  expect(area(image, rgb(themes.light.heat.high))).toBe(0);
  expect(area(image, rgb(themes.light.heat.few))).toBeGreaterThan(50_000);
});

test('a day’s 24 hours fit, more do not', async () => {
  const wide = (hours: number): ChartSpec => ({
    ...heat,
    columns: Array.from({ length: hours }, (_, hour) => `${hour}`),
    cells: heat.rows.map(() => Array.from({ length: hours }, (_, hour) => ({ value: hour / 100, count: 9 }))),
  });
  const image = await drawn(wide(24));
  expect(image.edgeIs(4, rgb(themes.light.background))).toBe(true);
  await expect(renderer.render(wide(25))).rejects.toThrow(ChartFailed);
});

test.each(bothThemes)(
  'stacked columns in the %s theme have parts as large as their values',
  async (theme, { series }) => {
    const image = await drawn({
      ...stacked,
      theme,
      buckets: [{ label: 'Jan' }, { label: 'Feb' }],
      series: [
        { label: 'East', values: [100, 50] },
        { label: 'West', values: [50, null] },
      ],
    });
    // At the left edge of a column, where no number stands.
    const high = (x: number, part: number) => image.inColumn(x, rgb(series[part]!)).count;
    const [january, february] = [196, 618];
    expect(Math.abs(high(january, 0) - 2 * high(february, 0))).toBeLessThanOrEqual(8);
    expect(Math.abs(high(january, 0) - 2 * high(january, 1))).toBeLessThanOrEqual(8);
    expect(high(february, 1)).toBe(0);
    expect(image.inColumn(january, rgb(series[0]!)).first).toBeGreaterThan(
      image.inColumn(january, rgb(series[1]!)).last,
    );
  },
);

test('a column that still runs is paler in all its parts', async () => {
  const full = await drawn({ ...stacked, buckets: stacked.buckets.map(({ label }) => ({ label })) });
  const running = await drawn(stacked);
  for (const colour of themes.light.series.slice(0, 3)) {
    expect(area(running, rgb(colour))).toBeLessThan(area(full, rgb(colour)));
  }
});

test('more parts than colours are refused', async () => {
  const series = Array.from({ length: maxSeries + 1 }, (_, part) => ({ label: `Part ${part}`, values: [1] }));
  await expect(renderer.render({ ...stacked, buckets: [{ label: 'Jan' }], series })).rejects.toThrow(ChartFailed);
});

test.each(bothThemes)(
  'a funnel in the %s theme narrows as its numbers do, around one middle',
  async (theme, { actual }) => {
    const image = await drawn({ ...funnel, theme });
    const [leads, qualified, converted] = lengths(image, actual, 10);
    expect(Math.abs(leads! - 2 * qualified!)).toBeLessThanOrEqual(4);
    expect(Math.abs(qualified! - 20 * converted!)).toBeLessThanOrEqual(20);
    const middles = image.bands(rgb(actual), 10).map(([top]) => {
      const { first, last } = image.inRow(top + 5, rgb(actual));
      return (first + last) / 2;
    });
    for (const middle of middles) expect(Math.abs(middle - middles[0]!)).toBeLessThanOrEqual(1);
  },
);

test('a funnel nobody entered draws no bars', async () => {
  const image = await drawn({ ...funnel, steps: funnel.steps.map(({ label }) => ({ label, value: 0 })) });
  expect(area(image, rgb(themes.light.actual))).toBe(0);
});

test.each(bothThemes)('loyalty in the %s theme is parted in shares of the answers', async (theme, colours) => {
  const image = await drawn({ ...loyalty, theme });
  const separator = 3;
  const [q1, q2] = lengths(image, colours.promoters);
  expect((q1! + separator) / (q2! + separator)).toBeCloseTo(50 / 20, 1);
  const [first, second] = lengths(image, colours.detractors);
  expect((first! + separator) / (second! + separator)).toBeCloseTo(20 / 45, 1);
  // Three rounds with answers, none for the one without.
  expect(image.bands(rgb(colours.passives), 30)).toHaveLength(3);
});

test.each(bothThemes)(
  'a sparkline in the %s theme is small and ends in a dot',
  async (theme, { actual, background }) => {
    const image = await drawn({ ...sparkline, theme });
    expect([image.width, image.height]).toEqual([450, 110]);
    expect(image.edgeIs(4, rgb(background))).toBe(true);
    const rightmost = Array.from({ length: image.height }, (_, y) => image.inRow(y, rgb(actual)).last);
    const dot = Math.max(...rightmost);
    expect(image.inColumn(dot - 9, rgb(actual)).count).toBeGreaterThan(14);
    await expect(renderer.render({ ...sparkline, points: sparkline.points.slice(0, 1) })).rejects.toThrow(ChartFailed);
  },
);

test.each([funnel, heat, loyalty, stacked])('what a $kind chart says can be read at 360 pixels', async (spec) => {
  // A digit is 18 px high at 900, and 7 at 360: less is not read.
  const image = await drawn({ ...spec, title: '', subtitle: '888' });
  const [ink] = image.bands(rgb(themes.light.quietText), 1);
  expect(((ink![1] - ink![0] + 1) * 360) / image.width).toBeGreaterThan(6);
});
