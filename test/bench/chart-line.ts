import { createCanvas } from '@napi-rs/canvas';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import { configuration } from '../../src/charts/configuration.ts';
import { registerFonts } from '../../src/charts/fonts.ts';
import { createRenderer } from '../../src/charts/render.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { sizes } from '../../src/charts/theme.ts';
import { interleaved, type Line, timed } from './measure.ts';

/** One chart from its spec to the PNG, beside chartjs-node-canvas drawing the very same configuration. */
export async function chartLine(spec: ChartSpec): Promise<Line> {
  registerFonts();
  const ruler = createCanvas(1, 1).getContext('2d');
  const widthOf = (text: string, font: string) => {
    ruler.font = font;
    return ruler.measureText(text).width;
  };
  const configured = () => configuration(spec, widthOf);
  const { height } = configured();
  const plugins = { modern: ['chartjs-plugin-datalabels', 'chartjs-chart-matrix'] };
  const direct = new ChartJSNodeCanvas({ width: sizes.width, height, plugins });
  const renderer = createRenderer();
  try {
    const times = await interleaved(
      { rounds: 150, warmUp: 30 },
      () => timed(() => renderer.render(spec)),
      () => timed(() => direct.renderToBufferSync(configured().config)),
    );
    return { name: 'one chart', reference: 'Chart.js drawing the same configuration', ...times };
  } finally {
    await renderer.close();
  }
}
