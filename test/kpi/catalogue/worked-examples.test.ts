import { describe, expect, it } from 'vitest';
import type { Figure, KpiValue } from '../../../src/kpi/answer.ts';
import { catalogue } from '../../../src/kpi/catalogue/index.ts';
import type { Dimension } from '../../../src/kpi/question.ts';
import { useDatabase } from '../../support/database.ts';
import { tell } from '../asking.ts';
import { activityExamples } from './activity.ts';
import { customerExamples } from './customers.ts';
import { dealExamples } from './deals.ts';
import type { Example } from './example.ts';
import { leadExamples } from './leads.ts';
import { lifetimeExamples } from './lifetime.ts';
import { priceExamples } from './prices.ts';
import { revenueExamples } from './revenue.ts';
import { surveyExamples } from './surveys.ts';

const db = useDatabase();
const examples = [
  ...activityExamples,
  ...leadExamples,
  ...dealExamples,
  ...revenueExamples,
  ...customerExamples,
  ...lifetimeExamples,
  ...priceExamples,
  ...surveyExamples,
];

/** As the tables of kpis.md have them, each with which way is better. */
const arrows = { up: '↑', down: '↓', neither: '–' };
const tables = {
  activity: `activities_logged ↑, outbound_activities ↑, calls_made ↑, calls_answered ↑, calls_unanswered –,
    voicemails_left –, call_answer_rate ↑, call_success_rate ↑, avg_call_duration –, meetings_held ↑,
    meeting_show_rate ↑, meeting_success_rate ↑, customer_interactions ↑, customer_engagement ↑, activities_per_win ↓,
    revenue_per_activity ↑`,
  leads: `leads_generated ↑, qualified_leads ↑, lead_qualification_rate ↑, lead_to_opportunity ↑,
    lead_response_time ↓, lead_reply_time ↓, lead_conversion_rate ↑, customer_acquisition_rate ↑, avg_lead_score –,
    hot_lead_share –`,
  deals: `new_opportunities ↑, deals_won ↑, deals_lost ↓, win_rate ↑, win_odds ↑, opportunity_conversion ↑,
    avg_deal_size ↑, sales_cycle ↓, proposals_sent ↑, proposal_success ↑, pipeline_value ↑, weighted_pipeline ↑,
    pipeline_coverage ↑`,
  revenue: `revenue ↑, units_sold ↑, new_revenue ↑, sales_growth ↑, avg_sales_per_rep ↑, upsell_revenue ↑,
    upsell_rate ↑, gross_profit ↑, gross_margin ↑, target_attainment ↑`,
  customers: `new_customers ↑, retention_rate ↑, churn_rate ↓, repeat_purchase_rate ↑, cac ↓, customer_value ↑, clv ↑,
    clv_to_cac ↑, price_index –`,
  surveys: `nps ↑, csat ↑, detractor_follow_up ↓, employee_satisfaction ↑, enps ↑, pulse_participation ↑`,
};

const round = (figure: Figure | null | undefined) =>
  typeof figure === 'number' ? Number(figure.toFixed(9)) : (figure ?? null);
const rounded = (groups: Record<string, Figure | null> = {}) =>
  Object.fromEntries(Object.entries(groups).map(([key, figure]) => [key, round(figure)]));
const leftOut = ({ leftOut: all }: KpiValue) =>
  all.map(({ count, reason, currency = '' }) => `${count} ${reason} ${currency}`.trim());

describe('worked out by hand', () => {
  it.each(examples)('$kpi', async ({ kpi, facts, is, was, median, leftOut: missing = [], by }: Example) => {
    const story = await tell(db(), facts);
    const found = await story.kpi(kpi);
    expect({
      is: round(found.value),
      was: round(found.previous),
      median: round(found.median),
      missing: leftOut(found),
    }).toEqual({ is: round(is), was: round(was), median: round(median), missing });
    for (const [dimension, groups] of Object.entries(by)) {
      expect({ dimension, ...rounded(await story.groups(kpi, dimension as Dimension)) }).toEqual({
        dimension,
        ...rounded(groups),
      });
    }
  });

  it('each is the same number, asked alone or with all the others', async () => {
    for (const { facts } of [activityExamples[0]!, leadExamples[0]!, dealExamples[0]!, revenueExamples[0]!]) {
      const story = await tell(db(), facts);
      const together = await story.ask(examples.map(({ kpi }) => kpi));
      for (const each of together.kpis) expect(await story.kpi(each.id)).toEqual(each);
    }
  });

  it('of nothing yet: a count and a sum are 0, a rate, a mean and a state are no data', async () => {
    const story = await tell(db(), {});
    const period = { kind: 'this', unit: 'month' } as const;
    const { kpis } = await story.ask(
      examples.map(({ kpi }) => kpi),
      { period },
    );
    expect(Object.fromEntries(kpis.map(({ id, value }) => [id, value]))).toEqual(
      Object.fromEntries(examples.map(({ kpi, ofNothing }) => [kpi, ofNothing])),
    );
  });
});

describe('the catalogue', () => {
  it('is the tables of the families, and every KPI is worked out by hand', () => {
    const listed = Object.entries(tables).flatMap(([family, kpis]) =>
      kpis.split(/,\s+/).map((kpi) => `${family} ${kpi}`),
    );
    expect(listed.length).toBe(64);
    expect(catalogue.map(({ family, id, better }) => `${family} ${id} ${arrows[better]}`)).toEqual(listed);
    expect(examples.map(({ kpi }) => kpi).sort()).toEqual(catalogue.map(({ id }) => id).sort());
  });

  it('has no dimension that is not worked out by hand somewhere', () => {
    const worked = new Set(examples.flatMap(({ by }) => Object.keys(by)));
    const offered = catalogue.flatMap((kpi): Dimension[] => [...kpi.dimensions]);
    expect([...new Set(offered)].filter((by) => !worked.has(by))).toEqual(['quarter', 'year']); // parts like months
  });
});
