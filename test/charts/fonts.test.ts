import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { registerFonts } from '../../src/charts/fonts.ts';
import { cssFont } from '../../src/charts/theme.ts';

registerFonts();
const context = createCanvas(1, 1).getContext('2d');

function widthOf(text: string, font: string): number {
  context.font = font;
  return context.measureText(text).width;
}

test.each([
  ['Latin', 'Revenue€–…'],
  ['extended Latin', 'łźżőğ'],
  ['Cyrillic', 'Выручка'],
  ['extended Cyrillic', 'ҶҚӘ'],
  ['Arabic', 'درآمد۱۲۳'],
])('%s letters come from the packages, not from the machine', (_, text) => {
  expect(widthOf(text, cssFont(30))).not.toBe(widthOf(text, '30px "no such font"'));
  expect(widthOf(text, cssFont(30, 'bold'))).toBeGreaterThan(widthOf(text, cssFont(30)));
});
