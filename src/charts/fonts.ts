import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';
import { fonts, weights } from './theme.ts';

/**
 * Registers the fonts with the canvas. They come from npm packages, so that charts look the same on every machine, even
 * one without fonts. The canvas has one list for all threads of the process.
 */
export function registerFonts(): void {
  const { resolve } = createRequire(import.meta.url);
  for (const { family, file } of fonts) {
    if (GlobalFonts.has(family)) continue;
    for (const weight of Object.values(weights)) {
      const path = resolve(`${file}-${weight}-normal.woff2`);
      if (!GlobalFonts.registerFromPath(path, family)) throw new Error(`the canvas cannot read the font ${path}`);
    }
  }
}
