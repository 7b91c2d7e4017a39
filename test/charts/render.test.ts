import { afterAll, beforeAll, expect, test } from 'vitest';
import { ChartFailed, createRenderer, type Renderer } from '../../src/charts/render.ts';
import { type BarsSpec, type ChartSpec, type ColumnsSpec, maxBars } from '../../src/charts/spec.ts';
import { themes } from '../../src/charts/theme.ts';
import { createLog } from '../../src/log.ts';
import { picture, rgb } from './picture.ts';
import { bars, columns, funnel, heat, loyalty, pace, stacked } from './specs.ts';

const { light } = themes;
const white = rgb(light.background);
const blue = rgb(light.actual);

let renderer: Renderer;
beforeAll(() => {
  renderer = createRenderer({ threads: 1 });
});
afterAll(() => renderer.close());

const drawn = async (spec: ChartSpec) => picture(await renderer.render(spec));

const kinds: ChartSpec[] = [pace, bars, columns, heat, stacked, funnel, loyalty];

test.each(kinds)('a $kind chart is 900 pixels wide on its ground, and nothing is cut off at its edge', async (spec) => {
  const longest = { ...spec, title: 'W'.repeat(300), subtitle: 'Quarterly '.repeat(30) };
  const dark = { ...spec, theme: 'dark' } as const;
  for (const each of [spec, longest, dark]) {
    const image = await drawn(each);
    const ground = rgb(themes[each.theme].background);
    expect(image.width).toBe(900);
    expect(image.edgeIs(4, ground)).toBe(true);
  }
});

test('the running total rises to today and the projection goes on from there', async () => {
  const image = await drawn({ ...pace, target: null, ideal: null });
  // The plot lies below the legend, between axis labels and the numbers at the right.
  const plotted = (x: number, colour: string) => image.inColumn(x, rgb(colour));
  const early = plotted(200, light.actual);
  const late = plotted(480, light.actual);
  expect(early.count).toBeGreaterThan(0);
  expect(late.count).toBeGreaterThan(0);
  expect(late.last).toBeLessThan(early.last);
  expect(plotted(700, light.actual).count).toBe(0);
  const projected = Array.from({ length: 40 }, (_, step) => plotted(600 + step, light.projected).count);
  expect(Math.max(...projected)).toBeGreaterThan(0);
  expect(plotted(300, light.projected).last).toBeLessThan(200);
});

test('no target, no projection: neither is drawn', async () => {
  const image = await drawn({ ...pace, target: null, ideal: null, projected: null });
  expect(image.bands(rgb(light.projected), 1)).toEqual([]);
  expect(image.bands(rgb(light.ideal), 1)).toEqual([]);
  expect(image.bands(rgb(light.target), 300)).toEqual([]);
});

test('the target is one line across the whole plot', async () => {
  const image = await drawn(pace);
  expect(image.bands(rgb(light.target), 300)).toHaveLength(1);
});

const withoutTargets: BarsSpec = { ...bars, bars: bars.bars.map(({ label, value }) => ({ label, value })) };

test('bars are as long as their values, and nothing is drawn for zero and for no data', async () => {
  const image = await drawn(withoutTargets);
  const rows = image.bands(blue, 20);
  expect(rows).toHaveLength(3);
  const lengths = rows.map(([first, last]) => image.inRow(Math.round((first + last) / 2), blue).count);
  expect(lengths[0]! / 40).toBeCloseTo(lengths[1]! / 20, 0);
  expect(lengths[0]! / 4).toBeGreaterThan(lengths[2]! - 3);
  expect(lengths[0]! / 4).toBeLessThan(lengths[2]! + 3);
});

test('more bars make a higher picture, up to a limit', async () => {
  const many = (count: number): BarsSpec => ({
    ...bars,
    bars: Array.from({ length: count }, (_, rank) => ({ label: `Rep ${rank + 1}`, value: 100 - rank })),
  });
  const few = await drawn(many(2));
  const image = await drawn(many(maxBars));
  expect(image.bands(blue, 20)).toHaveLength(maxBars);
  expect(image.height).toBeGreaterThan(few.height + 700);
  await expect(renderer.render(many(maxBars + 1))).rejects.toThrow(ChartFailed);
});

test('a negative bar goes to the left of where the positive ones begin', async () => {
  const image = await drawn({
    ...withoutTargets,
    bars: [
      { label: 'North', value: 0.4 },
      { label: 'South', value: -0.2 },
    ],
  });
  const [north, south] = image
    .bands(blue, 20)
    .map(([first, last]) => image.inRow(Math.round((first + last) / 2), blue));
  expect(Math.abs(south!.last + 1 - north!.first)).toBeLessThanOrEqual(2);
  expect(Math.abs(north!.count - 2 * south!.count)).toBeLessThanOrEqual(4);
});

test('columns stand on the zero line as high as their values; the running one is hollow', async () => {
  const spec: ColumnsSpec = {
    ...columns,
    columns: [
      { label: 'Jan', value: 100 },
      { label: 'Feb', value: 50 },
      { label: 'Mar', value: 80, partial: true },
    ],
  };
  const image = await drawn(spec);
  const middle = (column: number) => Math.round(28 + ((column + 0.5) * 844) / 3);
  const january = image.inColumn(middle(0), blue);
  const february = image.inColumn(middle(1), blue);
  expect(Math.abs(january.count - 2 * february.count)).toBeLessThanOrEqual(4);
  expect(Math.abs(january.last - february.last)).toBeLessThanOrEqual(1);
  const march = image.inColumn(middle(2), rgb(light.actualFaint));
  expect(Math.abs(march.count + 4 - 0.8 * january.count)).toBeLessThanOrEqual(4);
  const nothing = await drawn({ ...spec, columns: [{ label: 'Jan', value: null }] });
  expect(nothing.bands(blue, 1)).toEqual([]);
});

test.each([
  ['Cyrillic', 'ЖДФ', 'ШЩЫ'],
  ['Persian', 'سشص', 'قفغ'],
  ['Polish', 'łźż', 'ęąć'],
])('%s letters are drawn as themselves, not as the box of a missing glyph', async (_, one, other) => {
  const missing = '\u{e000}\u{e001}\u{e002}';
  const pictures = [];
  for (const title of [one, other, missing]) pictures.push(await renderer.render({ ...columns, title }));
  const [first, second, boxes] = pictures.map((png) => Buffer.from(png).toString('base64'));
  expect(first).not.toBe(second);
  expect(first).not.toBe(boxes);
  // Two different private characters without glyphs do look alike: the comparison above means something.
  expect(Buffer.from(await renderer.render({ ...columns, title: '\u{e003}\u{e004}\u{e005}' })).toString('base64')).toBe(
    boxes,
  );
});

test.each([
  ['Latin', 'Handlung', 155],
  ['Cyrillic', 'Выручка', 145],
  ['Persian', 'سلام', 67],
])('a %s title is as wide as the fonts we ship make it, whatever the machine has', async (_, title, wide) => {
  const image = await drawn({ ...columns, title, subtitle: '' });
  expect(Math.abs(image.widthOfInk(28, 76, white) - wide)).toBeLessThanOrEqual(2);
});

test('in a language read from the right the title stands at the right', async () => {
  const titleAt = async (locale: string) => {
    const image = await drawn({ ...columns, locale, title: 'درآمد', subtitle: '' });
    const dark = rgb(light.text);
    return image
      .bands(dark, 1)
      .slice(0, 1)
      .map(([first, last]) => image.inRow(Math.round((first + last) / 2), dark).first)[0]!;
  };
  expect(await titleAt('fa')).toBeGreaterThan(700);
  expect(await titleAt('en')).toBeLessThan(200);
});

test('the same spec gives the same picture, byte for byte', async () => {
  expect(await renderer.render(pace)).toEqual(await renderer.render(structuredClone(pace)));
});

test('a chart that takes too long is given up, and the next one is drawn', async () => {
  const hasty = createRenderer({ threads: 1, timeLimit: 1 });
  const failed = await hasty.render({ ...pace, title: 'Revenue of Anna Berger from Acme' }).catch((cause) => cause);
  await hasty.close();
  expect(failed).toBeInstanceOf(ChartFailed);
  const log: string[] = [];
  createLog('info', { write: (line) => log.push(line) }).error({ err: failed }, 'an answer lacks a part');
  expect(log.join()).toContain('no picture of a pace chart');
  expect(log.join()).not.toMatch(/Anna|Acme/);
  const again = picture(await renderer.render(pace));
  expect(again.width).toBe(900);
});

test('memory stays flat over 150 charts', async () => {
  const draw = async (count: number) => {
    for (let chart = 0; chart < count; chart++) await renderer.render(chart % 2 ? columns : pace);
  };
  await draw(30);
  const before = process.memoryUsage().rss;
  await draw(150);
  const grown = (process.memoryUsage().rss - before) / 1024 ** 2;
  // What a canvas holds, kept 150 times, would be 250 MB.
  expect(grown).toBeLessThan(100);
});
