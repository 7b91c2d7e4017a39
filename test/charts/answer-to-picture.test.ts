// From facts in a database to pixels: a question is asked, its chart drawn, and what is drawn measured against what happened.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { answerChart } from '../../src/charts/chart-for.ts';
import { createRenderer, type Renderer } from '../../src/charts/render.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { themes } from '../../src/charts/theme.ts';
import { type About, type Story, tell } from '../kpi/asking.ts';
import { useDatabase } from '../support/database.ts';
import { type AnswerFact, call, type Facts, lost, won } from '../support/facts.ts';
import { picture, rgb } from './picture.ts';

vi.setConfig({ testTimeout: 60_000 });
const db = useDatabase();
const { light } = themes;
const ground = rgb(light.background);

let renderer: Renderer;
let story: Story;
beforeAll(async () => {
  renderer = createRenderer({ threads: 1 });
  story = await tell(db(), quarter);
});
afterAll(() => renderer.close());

/** A name as long as people's names get. */
const cleo = 'Cleopatra Featherstonehaugh-Cholmondeley';
const several = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const answers = (on: string, scores: number[]): AnswerFact[] =>
  scores.map((score, index) => ({ instrument: 'nps', score, when: on, respondent: `${on} ${index}` }));

/** Mondays at nine and Tuesdays at ten of March 2026 have calls enough; a noon on a Wednesday has one, which was answered. */
const calls = [
  ...several(8, (index) => call('anna', '2026-03-02T09:10', { outcome: index < 2 ? 'answered' : 'unanswered' })),
  ...several(8, (index) => call('ben', '2026-03-03T10:10', { outcome: index < 6 ? 'answered' : 'unanswered' })),
  call('ben', '2026-03-04T12:10'),
];

const quarter: Facts = {
  workspace: { zone: 'Europe/Berlin' },
  belongs: [
    { who: 'anna', team: 'East' },
    { who: 'ben', team: 'East' },
    { who: cleo, team: 'West' },
  ],
  activities: calls,
  leads: Object.fromEntries(
    several(8, (index) => [
      `Lead ${index}`,
      {
        owner: 'anna',
        created: '2026-03-02T09:00',
        ...(index < 4 ? { qualified: '2026-03-03T09:00' } : {}),
        ...(index < 2 ? { converted: '2026-03-04T09:00' } : {}),
      },
    ]),
  ),
  deals: [
    won('anna', '2026-01-05T10:00', 100),
    won(cleo, '2026-01-06T10:00', 50),
    won('anna', '2026-02-05T10:00', 50),
    won('anna', '2026-03-02T10:00', 400),
    won('ben', '2026-03-04T10:00', 200),
    won(cleo, '2026-03-06T10:00', 100),
    lost('ben', '2026-03-05T10:00'),
  ],
  answers: [
    ...answers('2026-01-12T10:00', [10, 10, 10, 10, 10, 8, 8, 8, 3, 3]),
    ...answers('2026-02-12T10:00', [10, 10, 8, 8, 8, 3, 3, 3, 3, 3]),
  ],
  targets: [
    { kpi: 'revenue', from: '2026-03-01', to: '2026-04-01', value: 1400 },
    { kpi: 'calls_made', from: '2026-03-01', to: '2026-04-01', value: 17 },
  ],
};

const firstMonths = { kind: 'between', from: '2026-01-01', through: '2026-02-28' } as const;

/** The picture that goes to Slack with the answer to a question asked in the afternoon of Monday, 16 March. */
async function pictureOf(kind: ChartSpec['kind'], kpis: string[], about: About = {}) {
  const now = '2026-03-16T17:00';
  const spec = await answerChart(await story.ask(kpis, { now, ...about }), story.at(now));
  if (spec?.kind !== kind) throw new Error(`a ${kind} chart was expected, not ${spec?.kind}`);
  const image = picture(await renderer.render(spec));
  // Nothing is cut off at an edge, and the title's and the axes' letters are six pixels high on a phone's 360.
  expect({ kind, edge: image.edgeIs(4, ground) }).toEqual({ kind, edge: true });
  const letters = image.bands(rgb(light.text), 1)[0] ?? [0, 0];
  expect(((letters[1] - letters[0] + 1) * 360) / image.width).toBeGreaterThan(6);
  return image;
}
type Image = Awaited<ReturnType<typeof pictureOf>>;

/** The bars of a colour, top to bottom, each from its first to its last pixel; the legend's boxes are shorter than 45. */
const barsOf = (image: Image, colour: string, fewest = 45) =>
  image.bands(rgb(colour), fewest).map(([top]) => {
    const { first, last } = image.inRow(top + 4, rgb(colour));
    return { first, last, length: last + 1 - first };
  });
const everyX = ({ width }: Image) => several(width, (x) => x);
/** Lengths against the first one. */
const shares = (bars: { length: number }[]) => bars.map(({ length }) => length / (bars[0]?.length ?? 1));
/** But for rounded ends, strokes and the gaps between parts. */
const expectShares = (found: number[], expected: number[]) => {
  expect(found).toHaveLength(expected.length);
  for (const [index, share] of expected.entries()) expect(Math.abs(found[index]! / share - 1)).toBeLessThan(0.04);
};

test('revenue this month: the line has risen to half of the target, and the even pace crosses the plot', async () => {
  const image = await pictureOf('pace', ['revenue'], { period: { kind: 'this', unit: 'month' } });
  const [target] = image.bands(rgb(light.target), 300);
  const lineAt = (x: number) => image.inColumn(x, rgb(light.actual));
  const drawn = everyX(image).filter((x) => lineAt(x).count > 0 && lineAt(x).last > 190);
  const today = drawn.at(-1)!;
  const zero = lineAt(drawn.find((x) => x > 100)!).last;
  // 700 of 1,400 have come by today: half way up to the target.
  const { first, last } = lineAt(today - 12);
  expect(Math.abs((zero - (first + last) / 2) / (zero - target![1]) - 0.5)).toBeLessThan(0.03);
  const ideal = everyX(image).filter((x) => image.inColumn(x, rgb(light.ideal)).last > 190);
  expect(ideal.at(-1)! - ideal[0]!).toBeGreaterThan(600);
  expect(image.inColumn(ideal[0]! + 20, rgb(light.ideal)).last).toBeGreaterThan(
    image.inColumn(ideal.at(-1)! - 20, rgb(light.ideal)).first,
  );
});

test('revenue by rep: bars of 400, 200 and 100, the longest on top, for whoever has how long a name', async () => {
  const image = await pictureOf('bars', ['revenue'], { by: 'rep' });
  expectShares(shares(barsOf(image, light.actual)), [1, 1 / 2, 1 / 4]);
});

test('revenue by team by month: in January West stands on East, half as high, in February it is not there', async () => {
  const image = await pictureOf('stacked', ['revenue'], { by: ['team', 'month'], period: firstMonths });
  const [east, west] = light.series;
  /** A colour's columns below the legend, near their left edge, where no number stands; neighbours are of one column. */
  const columns = (colour: string) => {
    const inked = everyX(image).filter((x) => x > 100 && image.inColumn(x, rgb(colour)).last > 190);
    const edges = inked.filter((x, index) => index === 0 || inked[index - 1]! < x - 20);
    return edges.map((x) => image.inColumn(x + 6, rgb(colour)));
  };
  const [january, february] = columns(east!);
  const [westJanuary, ...more] = columns(west!);
  const high = ({ first, last }: { first: number; last: number }) => last + 1 - first;
  expectShares(
    [high(january!), high(february!), high(westJanuary!)].map((each) => each / high(january!)),
    [1, 1 / 2, 1 / 2],
  );
  expect(more).toEqual([]);
  expect(january!.first - westJanuary!.last).toBeGreaterThan(0);
  expect(january!.first - westJanuary!.last).toBeLessThan(6);
});

test('answer rate by weekday by hour: Tuesday at ten is framed as best, and one lucky call is grey', async () => {
  const image = await pictureOf('heat', ['call_answer_rate'], { by: ['weekday', 'hour'] });
  const cell = (colour: string) =>
    image.bands(rgb(colour), 30).map(([top, bottom]) => ({ top, bottom, ...image.inRow(top + 6, rgb(colour)) }));
  const [best] = cell(light.heat.high);
  const frame = image.bands(rgb(light.projected), 60);
  expect(frame[0]![0]).toBeLessThan(best!.top);
  expect(frame.at(-1)![1]).toBeGreaterThan(best!.bottom);
  const [monday] = cell(light.heat.low);
  const wednesday = cell(light.heat.few).at(-1);
  expect(monday!.bottom).toBeLessThan(best!.top);
  expect(monday!.last).toBeLessThan(best!.first);
  expect(wednesday!.top).toBeGreaterThan(best!.bottom);
  expect(wednesday!.first).toBeGreaterThan(best!.last);
});

test('leads to customers: of 8 leads 4 qualify and 2 convert', async () => {
  const image = await pictureOf('funnel', ['leads_generated', 'lead_qualification_rate', 'lead_conversion_rate']);
  expectShares(shares(barsOf(image, light.actual)), [1, 1 / 2, 1 / 4]);
});

test('revenue and calls against their targets: half, and all of it', async () => {
  const image = await pictureOf('bullet', ['revenue', 'calls_made']);
  expectShares(shares(barsOf(image, light.actual)), [1, 2]);
});

test('NPS by month: five promoters of ten become two, and two detractors five', async () => {
  const image = await pictureOf('loyalty', ['nps'], { by: 'month', period: firstMonths });
  expectShares(shares(barsOf(image, light.promoters)), [1, 2 / 5]);
  expectShares(shares(barsOf(image, light.detractors)), [1, 5 / 2]);
  expectShares(shares(barsOf(image, light.passives)), [1, 1]);
});
