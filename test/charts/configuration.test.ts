import fc from 'fast-check';
import { expect, test } from 'vitest';
import { configuration } from '../../src/charts/configuration.ts';
import { shorten, wrap } from '../../src/charts/fit-text.ts';
import { inkOn } from '../../src/charts/ink.ts';
import { numberFormat } from '../../src/charts/numbers.ts';
import { maxColumns, maxSeries } from '../../src/charts/spec.ts';
import { themes } from '../../src/charts/theme.ts';
import { rgb } from './picture.ts';
import { columns, pace } from './specs.ts';

const monospace = (text: string) => 10 * text.length;

test.each([
  [{ kind: 'count' }, 12_345, '12.3K'],
  [{ kind: 'percent' }, 0.125, '12.5%'],
  [{ kind: 'days' }, 12.34, '12.3d'],
  [{ kind: 'duration' }, 5_400, '1.5h'],
  [{ kind: 'duration' }, 0, '0s'],
  [{ kind: 'ratio' }, 3.333, '3.33'],
  [{ kind: 'score' }, 41.25, '41.3'],
  [{ kind: 'money', currency: 'EUR' }, 1_234_567, '€1.23M'],
] as const)('a number in %o is written short', (unit, value, written) => {
  expect(numberFormat(unit, 'en')(value)).toBe(written);
});

test('numbers follow the reader’s language', () => {
  expect(numberFormat({ kind: 'percent' }, 'ru')(0.125)).toBe('12,5\u00a0%');
  expect(numberFormat({ kind: 'count' }, 'fa')(76)).toContain('۷۶');
});

test('a shortened text fits, and is left alone when it fits already', () => {
  expect(shorten('Maximiliana', 60, monospace)).toBe('Maxim…');
  expect(shorten('Anna', 60, monospace)).toBe('Anna');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 10, max: 300 }), (text, width) => {
      expect(monospace(shorten(text, width, monospace))).toBeLessThanOrEqual(width);
    }),
  );
});

test('a wrapped text keeps all its words as long as there are lines for them', () => {
  expect(wrap('Revenue of the northern team', 120, 3, monospace)).toEqual(['Revenue of', 'the northern', 'team']);
  expect(wrap('Revenue of the northern team', 120, 2, monospace)).toEqual(['Revenue of', 'the norther…']);
});

test('a long title makes the picture higher, not the plot smaller', () => {
  const height = (title: string) => configuration({ ...pace, title }, monospace).height;
  expect(height('Revenue '.repeat(15))).toBeGreaterThan(height('Revenue'));
});

test('a period of one day has no pace to draw', () => {
  expect(() => configuration({ ...pace, days: ['1 Mar'] }, monospace)).toThrow(RangeError);
});

test('where every number fits they stand above the columns, else an axis tells them', () => {
  const axis = (count: number) => {
    const spec = {
      ...columns,
      columns: Array.from({ length: count }, (_, week) => ({ label: `W${week}`, value: 1_000 })),
    };
    return configuration(spec, monospace).config.options?.scales?.y?.ticks?.display;
  };
  expect(axis(6)).toBe(false);
  expect(axis(52)).toBe(true);
  expect(() => axis(maxColumns + 1)).toThrow(RangeError);
});

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = rgb(hex).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter! + 0.05) / (darker! + 0.05);
}

test.each(Object.entries(themes))('in the %s theme texts and lines stand out from the background', (_, theme) => {
  for (const text of [theme.text, theme.quietText, theme.actual]) {
    expect(contrast(text, theme.background)).toBeGreaterThanOrEqual(4.5);
  }
  const { actual, projected, ideal, target, series, detractors, passives, promoters } = theme;
  for (const line of [actual, projected, ideal, target, ...series, detractors, passives, promoters]) {
    expect(contrast(line, theme.background)).toBeGreaterThanOrEqual(3);
  }
});

test.each(Object.entries(themes))('in the %s theme a number in a coloured surface stands out from it', (_, theme) => {
  const { series, detractors, passives, promoters, heat } = theme;
  for (const surface of [...series, detractors, passives, promoters, heat.low, heat.high]) {
    // Bold and of 25 pixels: large text in the sense of WCAG.
    expect(contrast(inkOn(surface), surface)).toBeGreaterThanOrEqual(3);
  }
  expect(contrast(theme.quietText, heat.few)).toBeGreaterThanOrEqual(4.5);
  expect(series).toHaveLength(maxSeries);
});

test('no two lines of a pace chart are told apart by colour alone', () => {
  const { config } = configuration(pace, monospace);
  const strokes = config.data.datasets.map(({ borderWidth, ...dataset }) =>
    JSON.stringify([borderWidth, 'borderDash' in dataset && dataset.borderDash]),
  );
  expect(strokes).toHaveLength(4);
  expect(new Set(strokes).size).toBe(4);
});
