import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { registerFonts } from '../../src/charts/fonts.ts';
import { cssFont } from '../../src/charts/theme.ts';

const { measureText } = textMeasure();

test.each([
  ['Latin', 'Revenue 1,234 € – …'],
  ['extended Latin', 'łźżőğ'],
  ['Cyrillic', 'Выручка'],
  ['extended Cyrillic', 'ҶҚӘ'],
  ['Arabic', 'درآمد تیم ۱۲۳'],
])('%s letters come from the packages, not from the machine', (_, text) => {
  expect(measureText(text, cssFont(30))).not.toBe(measureText(text, '30px "no such font"'));
  expect(measureText(text, cssFont(30, 'bold'))).toBeGreaterThan(measureText(text, cssFont(30)));
});

function textMeasure() {
  registerFonts();
  const context = createCanvas(1, 1).getContext('2d');
  return {
    measureText(text: string, font: string): number {
      context.font = font;
      return context.measureText(text).width;
    },
  };
}
