import { beforeAll, describe, expect, it } from 'vitest';
import { calendarSettings } from '../../src/people/workspace.ts';
import { productsMoved, type Review, reviewOf } from '../../src/reports/review/review-of.ts';
import { reviewedThrough } from '../../src/reports/review/reviewed-months.ts';
import { productsMessage, reviewMessage } from '../../src/slack/messages/review.ts';
import { type Story, tell } from '../kpi/asking.ts';
import { useDatabase } from '../support/database.ts';
import { call, type DealFact, type Facts, won } from '../support/facts.ts';
import { plain } from '../support/reading.ts';

const db = useDatabase();
/** Anna sells 10 a month in thousands, and since December more of the desk; Jonas ever less of the lamp. */
const months = ['2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'];
const anna = [10, 10, 10, 10, 10, 10, 12, 14, 16];
const jonas = [8, 8, 8, 8, 8, 8, 6, 4, 2];
const sold = (who: string, product: string, month: string, thousands: number): DealFact =>
  won(who, `${month}-12`, thousands * 1000, {
    opened: `${month}-02`,
    lines: [{ product, quantity: 1, price: thousands * 1000, amount: thousands * 1000 }],
  });
const facts: Facts = {
  workspace: { zone: 'Europe/Berlin', currency: 'USD' },
  people: { Marta: { role: 'manager' } },
  belongs: [
    { who: 'Anna', team: 'North', job: 'ae' },
    { who: 'Jonas', team: 'North', job: 'ae' },
    { who: 'Lea', team: 'North', job: 'sdr_inbound' },
    { who: 'Sofia', team: 'South', job: 'ae' },
  ],
  deals: [
    ...months.flatMap((month, index) => [
      sold('Anna', 'Desk', month, anna[index]!),
      sold('Jonas', 'Lamp', month, jonas[index]!),
    ]),
    won('Sofia', '2026-03-20', 1000, { opened: '2026-01-20' }),
  ],
  activities: [call('Anna', '2025-07-03T10:00')],
  targets: months.slice(3).flatMap((month, index) => {
    const [from, to] = [`${month}-01`, `${months[index + 4] ?? '2026-04'}-01`];
    return [
      { kpi: 'revenue', whose: 'Anna', from, to, value: 9000 },
      { kpi: 'revenue', whose: 'Jonas', from, to, value: 8_000 },
    ];
  }),
};

describe('a review of March', () => {
  let story: Story;
  let review: Review;
  const asking = () => story.at('2026-04-01T09:00');
  beforeAll(async () => {
    story = await tell(db(), facts);
    const whose = { scope: 'team', teamIds: [story.id('team', 'North')] } as const;
    review = await reviewOf(asking(), { unit: 'month', through: '2026-03-31', whose, byPerson: true });
  });

  it('tells the trend of the team and of each person who sells, over as many whole months as are known', () => {
    // July began with the first record, so that eight months are whole.
    expect(review.trends.map(({ label, twelve }) => [label, twelve])).toEqual([
      ['North', null],
      ['Anna', null],
      ['Jonas', null],
    ]);
    const six = review.trends.map((trend) => trend.six);
    expect(six[0]).toBeCloseTo(0);
    expect(six[1]).toBeCloseTo(42 / 30 - 1);
    expect(six[2]).toBeCloseTo(12 / 24 - 1);
  });

  it('tells whose targets were met, how often, and what to propose', () => {
    expect(review.goals?.map(({ name, target, judged }) => [name, target, judged?.actual])).toEqual([
      ['Anna', 9000, 16_000],
      ['Jonas', 8_000, 2_000],
    ]);
    expect(review.goals?.[0]?.judged?.periods).toHaveLength(6);
  });

  it('sets the length of deals against the median of everybody’s last twelve months', () => {
    expect(review.cycle.own?.median).toBe(10);
    expect(review.cycle.benchmark?.median).toBe(10);
  });

  it('names the products that rose and fell', () => {
    expect(review.movers.map(({ label, direction, months: values }) => [label, direction, values])).toEqual([
      ['Desk', 'rising', [10_000, 12_000, 14_000, 16_000]],
      ['Lamp', 'falling', [8_000, 6_000, 4_000, 2_000]],
    ]);
  });

  it('says where the year is heading as a range around three months of 18 and nine like the last', () => {
    const { soFar, left, months: known, range } = review.outlook;
    expect({ soFar, left, known }).toEqual({ soFar: 54_000, left: 9, known: 8 });
    expect(range?.low).toBeLessThan(216_000);
    expect(range?.high).toBeGreaterThan(216_000);
  });

  it('is said in words, with proposals only for who sets targets', () => {
    const { now, workspace } = asking();
    const said = (next: Parameters<typeof reviewMessage>[1]['next']) =>
      plain(JSON.stringify(reviewMessage(review, { now, zone: workspace.zone, picture: { kind: 'none' }, next })));
    const next = {
      unit: 'month',
      from: review.summary.period.to,
      to: review.summary.period.to.add({ months: 1 }),
    } as const;
    expect(said(next)).toContain('Monthly review · North, 1–31 Mar 2026: Revenue $18,000');
    expect(said(next)).toContain('North  3 months *= unchanged* · 6 months –');
    expect(said(next)).toContain('Anna  3 months *+40 %* · 6 months –');
    expect(said(next)).toContain('half of the 2 deals won took up to 10 days');
    expect(said(next)).toContain('*Targets*: 1 of 2 met');
    const [revenue] = review.summary.kpis;
    const none = (target: string | null) =>
      plain(
        JSON.stringify(
          reviewMessage(
            { ...review, goals: [], summary: { ...review.summary, kpis: [{ ...revenue!, target }] } },
            { now, zone: workspace.zone, picture: { kind: 'none' }, next },
          ).blocks,
        ),
      );
    expect(none(null)).toContain('*Targets*: nobody had one set for exactly this month."');
    expect(none('90000.00')).toContain('nobody had one set for exactly this month, so nobody is judged by theirs.');
    expect(said(next)).toContain('At or above it in 6 of the last 6 months.');
    expect(said(next)).toContain('Falling  *Lamp*  $8,000 → $6,000 → $4,000 → $2,000');
    expect(said(next)).toMatch(
      /heading for \$\d+,\d+ to \$\d+,\d+ of revenue: \$54,000 up to Mar 2026, and 9 months to come/,
    );
    expect(said(next)).toContain('Raise it to');
    expect(said(null)).not.toContain('Raise it to');
  });

  it('has of everyone the teams and then the people, where they may be seen', async () => {
    const labels = async (byPerson: boolean) => {
      const about = { unit: 'month', through: '2026-03-31', whose: { scope: 'workspace' }, byPerson } as const;
      return (await reviewOf(asking(), about)).trends.map(({ label }) => label);
    };
    expect(await labels(true)).toEqual(['Everyone', 'North', 'South', 'Anna', 'Jonas', 'Sofia']);
    expect(await labels(false)).toEqual(['Everyone', 'North', 'South']);
  });

  it('has for one person their own rows alone', async () => {
    const whose = { scope: 'member', memberId: story.id('member', 'Jonas') } as const;
    const own = await reviewOf(asking(), { unit: 'quarter', through: '2026-03-31', whose, byPerson: false });
    expect(own.trends.map(({ label }) => label)).toEqual(['Jonas']);
    expect(own.movers.map(({ label }) => label)).toEqual(['Lamp']);
    expect(own.summary.kpis[0]?.value).toBe('12000.00');
  });

  it('tells nothing of the year, and no movement, before enough months are known', async () => {
    const whose = { scope: 'workspace' } as const;
    const early = await reviewOf(story.at('2025-10-01T09:00'), {
      ...{ unit: 'month', through: '2025-09-30', whose, byPerson: false },
    });
    expect(early.goals).toBeNull();
    expect(early.outlook).toMatchObject({ months: 2, range: null });
    expect(early.movers).toEqual([]);
    expect(early.trends[0]).toMatchObject({ six: null, twelve: null });
  });

  it('can be told of the products alone', async () => {
    const { now, workspace } = asking();
    const made = await productsMoved(asking(), { through: '2026-03-31', whose: { scope: 'workspace' } });
    const { text } = productsMessage(made, { now, zone: workspace.zone });
    expect(text).toBe('Products of Everyone, up to Mar 2026: 1 rising and 1 falling three months in a row.');
  });

  it('is about the last period that is complete on its day', () => {
    const settings = calendarSettings(asking().workspace);
    const day = asking().now.toZonedDateTimeISO('UTC').toPlainDate();
    expect(reviewedThrough(day, 'month', settings)).toBe('2026-03-31');
    expect(reviewedThrough(day.subtract({ days: 1 }), 'month', settings)).toBe('2026-02-28');
    expect(reviewedThrough(day.add({ days: 40 }), 'quarter', settings)).toBe('2026-03-31');
  });
});
