import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';
import { fonts, weights } from './theme.ts';

/**
 * Makes the fonts known to the canvas. They come from npm packages, so that a chart looks the same on every machine,
 * also on one without any fonts. The canvas keeps one list for all threads of the process.
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
