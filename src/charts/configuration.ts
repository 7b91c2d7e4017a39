import type {} from 'chartjs-plugin-datalabels';
import { barChart } from './bar-chart.ts';
import { bulletChart } from './bullet-chart.ts';
import { columnChart } from './column-chart.ts';
import { directed, readsFromRight } from './direction.ts';
import type { Configuration, Drawing, Options, Surroundings } from './drawing.ts';
import { wrap } from './fit-text.ts';
import { funnelChart } from './funnel-chart.ts';
import { groupedChart } from './grouped-chart.ts';
import { heatChart } from './heat-chart.ts';
import { linesChart } from './lines-chart.ts';
import { loyaltyChart } from './loyalty-chart.ts';
import { paceChart } from './pace-chart.ts';
import { partsChart } from './parts-chart.ts';
import { sparklineChart } from './sparkline-chart.ts';
import type { ChartSpec } from './spec.ts';
import { stackedChart } from './stacked-chart.ts';
import { cssFont, font, sizes, type Theme, themes } from './theme.ts';

/**
 * How Chart.js draws a spec, and at what size. Pure, but the result contains functions (number formats, label places),
 * so it is made in the drawing thread. Throws RangeError if there is too much, or too little, for a picture.
 */
export function configuration(
  spec: ChartSpec,
  measure: Surroundings['measure'],
): { config: Configuration; width: number; height: number } {
  const theme = themes[spec.theme];
  const { type, data, options, bodyHeight = sizes.bodyHeight } = draw(spec, { theme, measure });
  if (spec.kind === 'sparkline') return { ...sizes.sparkline, config: framed(type, data, options, theme) };
  const { plugins, ...rest } = options;
  const { title, subtitle } = heading(spec, theme, measure);
  const legend = { display: false, ...plugins?.legend, rtl: readsFromRight(spec.locale), align: 'start' } as const;
  return {
    width: sizes.width,
    height: Math.ceil(2 * sizes.margin + spaceOf(title) + spaceOf(subtitle) + bodyHeight),
    config: framed(type, data, { ...rest, plugins: { legend, title, subtitle } }, theme),
  };
}

/** Adds what all pictures have in common. */
function framed(type: Drawing['type'], data: Drawing['data'], options: Options, theme: Theme): Configuration {
  return {
    type,
    data,
    options: {
      responsive: false,
      animation: false,
      devicePixelRatio: 1,
      layout: { padding: sizes.margin },
      ...options,
      plugins: { legend: { display: false }, datalabels: { display: false }, ...options.plugins },
    },
    plugins: [background(theme.background)],
  };
}

function draw(spec: ChartSpec, surroundings: Surroundings): Drawing {
  switch (spec.kind) {
    case 'pace':
      return paceChart(spec, surroundings);
    case 'bars':
      return barChart(spec, surroundings);
    case 'columns':
      return columnChart(spec, surroundings);
    case 'heat':
      return heatChart(spec, surroundings);
    case 'stacked':
      return stackedChart(spec, surroundings);
    case 'lines':
      return linesChart(spec, surroundings);
    case 'parts':
      return partsChart(spec, surroundings);
    case 'grouped':
      return groupedChart(spec, surroundings);
    case 'bullet':
      return bulletChart(spec, surroundings);
    case 'funnel':
      return funnelChart(spec, surroundings);
    case 'loyalty':
      return loyaltyChart(spec, surroundings);
    case 'sparkline':
      return sparklineChart(spec, surroundings);
  }
}

/** Title and subtitle, on the side where reading begins. */
function heading({ title, subtitle, locale }: ChartSpec, theme: Theme, measure: Surroundings['measure']) {
  const align = readsFromRight(locale) ? 'end' : 'start';
  const width = sizes.width - 2 * sizes.margin;
  const lines = (text: string, most: number, css: string) =>
    wrap(text, width, most, (part) => measure(part, css)).map((line) => directed(line, locale));
  return {
    title: {
      display: true,
      align,
      text: lines(title, 2, cssFont(sizes.title, 'bold')),
      color: theme.text,
      font: font(sizes.title, 'bold'),
      padding: { top: 0, bottom: 4 },
    },
    subtitle: {
      display: subtitle !== '',
      align,
      text: lines(subtitle, 1, cssFont(sizes.text)),
      color: theme.quietText,
      font: font(sizes.text),
      padding: { top: 0, bottom: 16 },
    },
  } as const;
}

type Heading = {
  display: boolean;
  text: string[];
  font: { size: number; lineHeight: number };
  padding: { bottom: number };
};

function spaceOf({ display, text, font: { size, lineHeight }, padding }: Heading): number {
  return display ? text.length * size * lineHeight + padding.bottom : 0;
}

/** Without a background a picture would be black in dark mode. */
function background(colour: string) {
  return {
    id: 'background',
    beforeDraw({ ctx, width, height }: { ctx: CanvasRenderingContext2D; width: number; height: number }) {
      ctx.fillStyle = colour;
      ctx.fillRect(0, 0, width, height);
    },
  };
}
