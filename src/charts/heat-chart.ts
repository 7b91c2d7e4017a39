import type { MatrixDataPoint } from 'chartjs-chart-matrix';
import type {} from 'chartjs-plugin-datalabels';
import type { Drawing, Surroundings } from './drawing.ts';
import { type Cell, cellsOf } from './heat-cells.ts';
import { between, inkOn } from './ink.ts';
import { boxLegend } from './legend.ts';
import { noData, numberFormat } from './numbers.ts';
import { nameAxis, rowNames } from './row-names.ts';
import { type HeatSpec, maxBars, maxHours } from './spec.ts';
import { cssFont, font, sizes, type Theme } from './theme.ts';

const rowHeight = 56;
const aroundCells = 120;
const gapOfCells = 4;

/**
 * One cell per pair, more intense the higher its value, with its number if all of them fit. The best is framed, and has
 * its number if that fits its cell. Cells with too few facts are grey.
 */
export function heatChart(spec: HeatSpec, { theme, measure }: Surroundings): Drawing {
  const { rows, columns, labels } = spec;
  if (rows.length > maxBars) throw new RangeError(`${rows.length} rows, more than ${maxBars}`);
  if (columns.length > maxHours) throw new RangeError(`${columns.length} columns, more than ${maxHours}`);
  const { cells, best } = cellsOf(spec);
  const format = numberFormat(spec.unit, spec.locale);
  const { names, plot } = rowNames(rows, measure);
  const written = cells.map(({ value }) => (value === null ? noData : format(value)));
  const fits = (text = '') => measure(text, cssFont(sizes.text, 'bold')) + 8 < plot / columns.length - gapOfCells;
  const numbersFit = written.every(fits);
  const scale = heatScale(cells, theme);
  const colours = cells.map(scale.colourOf);
  const axis = nameAxis(theme);
  return {
    type: 'matrix',
    bodyHeight: rows.length * rowHeight + aroundCells,
    data: {
      datasets: [
        {
          type: 'matrix',
          data: cells.map(({ row, column }): MatrixDataPoint => ({ x: column, y: row })),
          width: ({ chart: { chartArea } }) => (chartArea?.width ?? 0) / columns.length - gapOfCells,
          height: ({ chart: { chartArea } }) => (chartArea?.height ?? 0) / rows.length - gapOfCells,
          backgroundColor: colours,
          borderColor: theme.projected,
          borderWidth: cells.map((cell) => (cell === best ? sizes.medium : 0)),
          borderRadius: 4,
          datalabels: {
            display: ({ dataIndex }) => numbersFit || (cells[dataIndex] === best && fits(written[dataIndex])),
            formatter: (_, { dataIndex }) => written[dataIndex],
            color: ({ dataIndex }) =>
              cells[dataIndex]?.isEnough ? inkOn(colours[dataIndex] ?? theme.background) : theme.quietText,
            font: font(sizes.text, 'bold'),
          },
        },
      ],
    },
    options: {
      scales: {
        x: {
          type: 'category',
          labels: columns,
          offset: true,
          grid: { display: false },
          border: { display: false },
          ticks: {
            autoSkip: true,
            autoSkipPadding: 12,
            maxRotation: 0,
            color: theme.quietText,
            font: font(sizes.text, 'bold'),
          },
        },
        y: {
          ...axis,
          type: 'category',
          labels: rows,
          offset: true,
          reverse: false,
          ticks: { ...axis.ticks, callback: (_, index) => names[index] },
        },
      },
      plugins: {
        legend: boxLegend(
          [
            ...scale.ends.map(({ value, colour }) => ({ label: format(value), colour })),
            ...(best ? [{ label: labels.best, colour: theme.background, outline: theme.projected }] : []),
            ...(cells.some(isFew) ? [{ label: labels.few, colour: theme.heat.few }] : []),
          ],
          theme,
        ),
      },
    },
  };
}

const isFew = ({ value, isEnough }: Cell) => value !== null && !isEnough;

/** Each cell's colour, between those for the lowest and the highest value worth mentioning. */
function heatScale(cells: Cell[], { heat, background }: Theme) {
  const values = cells.flatMap(({ value, isEnough }) => (isEnough && value !== null ? [value] : []));
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const colourAt = (value: number) =>
    between(heat.low, heat.high, highest > lowest ? (value - lowest) / (highest - lowest) : 1);
  return {
    ends: [...new Set(values.length ? [lowest, highest] : [])].map((value) => ({ value, colour: colourAt(value) })),
    colourOf: ({ value, isEnough }: Cell) => (value === null ? background : isEnough ? colourAt(value) : heat.few),
  };
}
