import type {} from 'chartjs-plugin-datalabels';
import type { Drawing, Surroundings } from './drawing.ts';
import { inkOn } from './ink.ts';
import { noData, numberFormat } from './numbers.ts';
import { nameAxis, rowNames } from './row-names.ts';
import { type FunnelSpec, maxBars } from './spec.ts';
import { cssFont, font, sizes } from './theme.ts';

const row = 50;
const thickness = 46;

/** One bar per step, centred, with its number inside or beside it, and between two steps the share that went on. */
export function funnelChart(spec: FunnelSpec, { theme, measure }: Surroundings): Drawing {
  const { steps } = spec;
  if (steps.length > maxBars) throw new RangeError(`${steps.length} steps, more than ${maxBars}`);
  const format = numberFormat(spec.unit, spec.locale);
  const percent = numberFormat({ kind: 'percent' }, spec.locale);
  const { names, plot } = rowNames(
    steps.map(({ label }) => label),
    measure,
  );
  const widest = Math.max(0, ...steps.map(({ value }) => value ?? 0));
  // An unnamed row between two steps shows the share that went on.
  const rows = steps.flatMap(({ value }, index) => {
    const text = value === null ? noData : format(value);
    const isInside = measure(text, cssFont(sizes.text, 'bold')) + 24 < ((value ?? 0) / (widest || 1)) * plot;
    const step = { name: names[index] ?? '', value: value ?? 0, text, isStep: true, isInside };
    if (index === 0) return [step];
    const share = conversion(steps, index);
    const between = { name: '', value: 0, text: share === null ? '' : `↓ ${percent(share)}`, isStep: false };
    return [{ ...between, isInside: true }, step];
  });
  return {
    type: 'bar',
    bodyHeight: rows.length * row,
    data: {
      labels: rows.map(({ name }) => name),
      datasets: [
        {
          type: 'bar',
          data: rows.map(({ value }): [number, number] => [-value / 2, value / 2]),
          backgroundColor: rows.map(({ value }) => (value ? theme.actual : 'transparent')),
          barThickness: thickness,
          borderRadius: 4,
          borderSkipped: false,
          datalabels: {
            display: true,
            formatter: (_, { dataIndex }) => rows[dataIndex]?.text,
            anchor: ({ dataIndex }) => (rows[dataIndex]?.isInside ? 'center' : 'end'),
            align: ({ dataIndex }) => (rows[dataIndex]?.isInside ? 'center' : 'right'),
            offset: 10,
            color: ({ dataIndex }) => {
              const { isStep, isInside } = rows[dataIndex] ?? {};
              if (!isStep) return theme.quietText;
              return isInside ? inkOn(theme.actual) : theme.text;
            },
            font: ({ dataIndex }) => font(sizes.text, rows[dataIndex]?.isStep ? 'bold' : 'normal'),
          },
        },
      ],
    },
    options: {
      indexAxis: 'y',
      scales: { x: { display: false, min: -widest / 2 || -1, max: widest / 2 || 1 }, y: nameAxis(theme) },
    },
  };
}

/** The share of the previous step that went on to this one; null: none to speak of. */
export function conversion(steps: FunnelSpec['steps'], index: number): number | null {
  const before = steps[index - 1]?.value ?? null;
  const value = steps[index]?.value ?? null;
  return value === null || !before ? null : value / before;
}
