import type { Temporal } from 'temporal-polyfill';
import { activityRows } from './activity-rows.ts';
import { competitorPriceRows } from './competitor-prices.ts';
import { contactTimes } from './contact-times.ts';
import { customerOwnerRows, customerRows } from './customer-rows.ts';
import { tellOldCustomers, tellSaleInYen } from './customers.ts';
import { dailyWork } from './daily-work.ts';
import { dealLineRows, dealRow, dealStateRows } from './deal-rows.ts';
import { type DealStory, tellRepeats } from './deals.ts';
import { expenseRows } from './expenses.ts';
import { leadRow, leadStateRows } from './lead-rows.ts';
import { type LeadStory, tellLeads } from './leads.ts';
import {
  listPriceRows,
  memberRows,
  membershipRows,
  officeRows,
  productRows,
  regionRows,
  stageRows,
  teamRows,
} from './people-rows.ts';
import { type Post, postsOf } from './posts.ts';
import { randomFrom } from './random.ts';
import { rateRows } from './rates.ts';
import { deedsOfDeal, deedsOfLead } from './story-deeds.ts';
import { surveyAnswerRows } from './survey-answers.ts';
import { targetRows } from './targets.ts';
import { DAY, dayIndex, type Timeline, timelineTo } from './timeline.ts';

export type World = ReturnType<typeof makeWorld>;

/**
 * All rows of the demo: 15 months that end now. The same moment gives the same rows, and a later one continues the
 * story, because every lead, deal and working day is drawn for itself. Columns in camel case, without the workspace.
 */
export function makeWorld(today: Temporal.PlainDate, now: Temporal.Instant) {
  const timeline = timelineTo(today, now);
  const posts = postsOf(timeline);
  const sales = tellSales(timeline, posts);

  // Today is told to its end and then cut, so that the hours still to come change nothing in those that have passed.
  const milestones = [
    ...sales.leads.flatMap(deedsOfLead),
    ...sales.deals.flatMap((deal) => deedsOfDeal(deal, timeline)),
  ];
  const deeds = [...milestones, ...dailyWork({ ...sales, milestones }, timeline, posts)]
    .filter(({ at }) => at <= timeline.now)
    .sort((a, b) => a.at - b.at);
  const leads = sales.leads.filter(({ created }) => created <= timeline.now);
  const deals = sales.deals.filter(({ opened }) => opened <= timeline.now);
  const contacts = contactTimes(deeds);

  return {
    regions: regionRows(),
    offices: officeRows(),
    members: memberRows(),
    teams: teamRows(),
    memberships: membershipRows(posts, timeline),
    products: productRows(),
    product_prices: listPriceRows(timeline),
    stages: stageRows(),
    customers: customerRows({ ...sales, deals }, timeline),
    customer_owners: customerOwnerRows({ ...sales, deals }, timeline),
    leads: leads.map((lead) => leadRow(lead, contacts.get(lead.key), timeline)),
    lead_states: leads.flatMap((lead) => leadStateRows(lead, timeline)),
    deals: deals.map((deal) => dealRow(deal, timeline)),
    deal_lines: deals.flatMap((deal) => dealLineRows(deal, timeline)),
    deal_states: deals.flatMap((deal) => dealStateRows(deal, timeline)),
    activities: activityRows(
      deeds.filter(({ at }) => at >= timeline.first * DAY),
      timeline,
    ),
    targets: targetRows(timeline),
    expenses: expenseRows(timeline),
    competitor_prices: competitorPriceRows(timeline),
    survey_answers: surveyAnswerRows({ ...sales, deals }, timeline),
    currency_rates: rateRows(timeline),
  };
}

/** Leads and deals that begin by the end of today and were not all over when the records begin. */
function tellSales(timeline: Timeline, posts: readonly Post[]) {
  const begin = timeline.first * DAY;
  const isRecorded = (deal: DealStory | null) =>
    deal !== null && dayIndex(deal.opened) <= timeline.today && deal.closed >= begin;
  const allLeads = tellLeads(timeline, posts);
  const oldCustomers = tellOldCustomers(timeline, posts);

  const first = allLeads.flatMap(({ deal }) => deal ?? []);
  const repeats = first.flatMap((deal) => tellRepeats(deal, randomFrom(`after ${deal.key}`), timeline, posts));
  const others = [...oldCustomers.flatMap(({ deals }) => deals), tellSaleInYen(timeline, posts)];
  const deals = [...first, ...repeats, ...others].filter(isRecorded);
  const leads = allLeads.filter((lead: LeadStory) => lead.created >= begin || isRecorded(lead.deal));
  const earlierWins = first.filter(({ won, closed }) => won && closed < begin);
  return { leads, deals, oldCustomers, earlierWins };
}
