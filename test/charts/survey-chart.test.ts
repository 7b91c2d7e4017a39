import { afterAll, beforeAll, expect, it } from 'vitest';
import { chartAlt, chartCsv, chartLines } from '../../src/charts/chart-text.ts';
import { createRenderer, type Renderer } from '../../src/charts/render.ts';
import { type SurveyCourse, surveyChart } from '../../src/charts/survey-chart.ts';
import { themes } from '../../src/charts/theme.ts';
import { picture, rgb } from './picture.ts';

let renderer: Renderer;
beforeAll(() => {
  renderer = createRenderer({ threads: 1 });
});
afterAll(() => renderer.close());

const round = (when: string, score: number | null): SurveyCourse['rounds'][number] => ({
  ...{ when, score, answers: 20, invited: 25, loyalty: null },
  questions: [
    { driver: 'Pay', text: 'I am paid fairly for what I do.', score: 31.25 },
    { driver: 'Team', text: 'I can rely on my team.', score: 88 },
  ],
});
const pulse = (...rounds: SurveyCourse['rounds'][number][]) =>
  surveyChart({ instrument: 'pulse', when: 'Mar 2026', rounds, theme: 'light' })!;
const drawn = async (spec: ReturnType<typeof surveyChart>) => picture(await renderer.render(spec!));

it('a pulse without a course yet is drawn by driver, the strongest on top', async () => {
  const spec = pulse(round('Feb 2026', 50), round('Mar 2026', 60));
  expect(chartAlt(spec!)).toBe('Bar chart: How is work?, Mar 2026, from 0 to 100. Highest: Team 88. Lowest: Pay 31.');
  expect(chartCsv(spec!)).toBe('Group,Satisfaction\r\nTeam,88\r\nPay,31\r\n');
  const image = await drawn(spec);
  const lengths = image
    .bands(rgb(themes.light.actual), 60)
    .map(([from]) => image.inRow(from + 5, rgb(themes.light.actual)).count);
  expect(lengths).toHaveLength(2);
  expect(lengths[1]! / lengths[0]!).toBeCloseTo(31 / 88, 1);
});

it('from the third round on its course is drawn, without rounds that too few answered', async () => {
  const spec = pulse(round('Dec 2025', 40), round('Jan 2026', null), round('Feb 2026', 50), round('Mar 2026', 60));
  expect(chartAlt(spec!)).toContain('Highest: Mar 2026 60. Lowest: Dec 2025 40. Last: Mar 2026 60.');
  expect(chartLines(spec!)).toEqual(['Dec 2025: 40', 'Feb 2026: 50', 'Mar 2026: 60']);
  expect((await drawn(spec)).width).toBe(900);
});

it('an eNPS is drawn by who would recommend and who warn, a row a round', async () => {
  const loyal = (when: string, promoters: number, detractors: number) => ({
    ...round(when, 10 * (promoters - detractors)),
    loyalty: { promoters, passives: 10 - promoters - detractors, detractors },
  });
  const spec = surveyChart({
    ...{ instrument: 'enps', when: 'Mar 2026', theme: 'light' },
    rounds: [loyal('Dec 2025', 3, 5), round('Jan 2026', null), loyal('Mar 2026', 6, 2)],
  });
  expect(chartAlt(spec!)).toContain('What 20 of 25 answered, Mar 2026');
  expect(chartAlt(spec!)).toContain('Highest: Mar 2026 +40 (Promoters 6, Passives 2, Detractors 2)');
  expect(chartLines(spec!)).toHaveLength(2);
  const image = await drawn(spec);
  expect(image.bands(rgb(themes.light.promoters), 100)).toHaveLength(2);
});

it('of what was not published there is no picture', () => {
  expect(
    surveyChart({ instrument: 'pulse', when: 'Mar 2026', rounds: [round('Mar 2026', null)], theme: 'light' }),
  ).toBeNull();
});
