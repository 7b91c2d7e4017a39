import { constants, setPriority } from 'node:os';
import type { Canvas } from '@napi-rs/canvas';
import { createCanvas } from '@napi-rs/canvas';
import { ChartJSNodeCanvasBase } from 'chartjs-node-canvas';
import { PNG } from 'pngjs';
import { configuration } from './configuration.ts';
import type { Configuration } from './drawing.ts';
import { registerFonts } from './fonts.ts';
import type { ChartSpec } from './spec.ts';
import { sizes } from './theme.ts';

/** chartjs-node-canvas for pictures of any size, which returns raw pixels instead of a PNG. */
class PixelCanvas extends ChartJSNodeCanvasBase {
  /** RGBA, 8 bits each. */
  draw(config: Configuration, width: number, height: number): Buffer {
    const canvas = this._createCanvas(width, height);
    if (!standsInForDom(canvas)) throw new TypeError('the canvas cannot be drawn on');
    const chart = new this._chartJs(canvas, config);
    const pixels = canvas.data();
    chart.destroy();
    return pixels;
  }
}

/** Chart.js expects a browser's canvas; ours has everything that Chart.js uses. */
function standsInForDom(canvas: object): canvas is Canvas & HTMLCanvasElement {
  return 'getContext' in canvas;
}

// On Linux this sets the priority of this thread only: a chart can wait for the event loop, an acknowledgement cannot
// wait for a chart.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
registerFonts();
const charts = new PixelCanvas({
  width: sizes.width,
  height: sizes.bodyHeight,
  plugins: { modern: ['chartjs-plugin-datalabels', 'chartjs-chart-matrix'] },
});
const ruler = createCanvas(1, 1).getContext('2d');

function widthOf(text: string, font: string): number {
  ruler.font = font;
  return ruler.measureText(text).width;
}

/** Returns once the thread has loaded everything above. */
export function ready(): void {}

/** Runs in a worker thread: takes a spec, returns a PNG. */
export default function drawChart(spec: ChartSpec): Uint8Array {
  const { config, width, height } = configuration(spec, widthOf);
  const png = new PNG({ width, height });
  png.data = charts.draw(config, width, height);
  // Takes half the time of the canvas's own encoder at the same size. Without strategy 0, pngjs makes files five times
  // as large.
  return PNG.sync.write(png, { deflateLevel: 3, deflateStrategy: 0, filterType: 0 });
}
