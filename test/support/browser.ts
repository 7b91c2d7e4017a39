import bundled from '@sparticuz/chromium';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

/** A browser without a window: the Chromium that comes through npm, elsewhere than on Linux x64 the installed Chrome. */
export async function openBrowser(): Promise<Browser> {
  if (process.platform === 'linux' && process.arch === 'x64')
    return chromium.launch({ executablePath: await bundled.executablePath(), args: ['--no-sandbox', '--disable-gpu'] });
  return chromium.launch({ channel: 'chrome' });
}

/** A page of this size, and what goes wrong in it: errors, warnings and requests that failed. */
export async function openPage(browser: Browser, size: { width: number; height: number }) {
  const page = await browser.newPage({ viewport: size, hasTouch: size.width < 500 });
  const troubles: string[] = [];
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) troubles.push(line.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('requestfailed', (request) => {
    // What a page was still asking for when it was left is given up, and no trouble; the stream of events ends so, too.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') troubles.push(`${request.url()} failed`);
  });
  return { page, troubles };
}

/** How many colours an image has once the browser has decoded it: one or two in a blank picture. */
export function coloursIn(image: Locator): Promise<number> {
  return image.evaluate(async (element) => {
    const picture = element as HTMLImageElement;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.naturalWidth, picture.naturalHeight);
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0);
    const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const colours = new Set<string>();
    for (let at = 0; at + 2 < data.length; at += 4 * 7) colours.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
    return colours.size;
  });
}

/** Whether something reaches beyond the window, so that one would have to scroll sideways. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
