/** Every KPI as a formula in plain loops. */
import {
  acquisitionCost,
  boughtMore,
  by,
  calls,
  costed,
  cycles,
  done,
  ended,
  engaged,
  type Given,
  grossMargin,
  hasDeal,
  heard,
  lifetimeValue,
  lost,
  meanOf,
  meetings,
  ofKind,
  over,
  proposed,
  revenue,
  scoresOf,
  secondsFrom,
  share,
  soldTowards,
  solved,
  timed,
  total,
  won,
} from './oracle-measures.ts';
import { isSellerOn } from './oracle-rows.ts';
import { happenedBy } from './oracle-shapes.ts';

export const formulas: Record<string, (given: Given) => number | null> = {
  activities_logged: ({ rows }) => rows.activities.length,
  outbound_activities: (given) =>
    done(given, 'call', 'email', 'message', 'social').filter(({ direction }) => direction === 'outbound').length,
  calls_made: (given) => calls(given).length,
  calls_answered: (given) => ended(given, 'answered').length,
  calls_unanswered: (given) => ended(given, 'unanswered', 'busy').length,
  voicemails_left: (given) => ended(given, 'voicemail').length,
  call_answer_rate: (given) => over(ended(given, 'answered').length, calls(given).length),
  call_success_rate: (given) =>
    over(heard(given).filter(({ result }) => result === 'positive').length, heard(given).length),
  avg_call_duration: (given) => over(total(timed(given).map(({ seconds }) => seconds)), timed(given).length),
  meetings_held: (given) => meetings(given, 'held').length,
  meeting_show_rate: (given) => over(meetings(given, 'held').length, meetings(given, 'held', 'no_show').length),
  meeting_success_rate: (given) =>
    over(
      meetings(given, 'held').filter(({ result = '' }) => ['sale', 'demo', 'next_step'].includes(result)).length,
      meetings(given, 'held').length,
    ),
  customer_interactions: ({ rows }) =>
    rows.activities.filter(
      ({ fact }) => fact.type !== 'note' && (fact.customer || fact.lead || fact.deal !== undefined),
    ).length,
  customer_engagement: (given) => {
    const active = given.rows.customers.filter(({ within }) => within);
    return over(active.filter(({ name }) => engaged(given, name)).length, active.length);
  },
  activities_per_win: ({ rows }) => over(rows.activities.length, won(rows).length),
  revenue_per_activity: ({ rows }) => over(revenue(rows), rows.activities.length),

  leads_generated: ({ rows }) => rows.created.length,
  qualified_leads: ({ rows }) => rows.qualified.length,
  lead_qualification_rate: (given) => share(given.rows.created, ({ fact }) => by(fact.qualified, given)),
  lead_to_opportunity: (given) => share(given.rows.created, ({ name }) => hasDeal(given, name)),
  lead_response_time: (given) =>
    meanOf(
      given.rows.created
        .filter(({ fact }) => fact.channel === 'inbound' && by(fact.contacted, given))
        .map(({ fact }) => secondsFrom(fact.created ?? '2026-01-01', fact.contacted ?? '')),
    ),
  lead_reply_time: (given) =>
    meanOf(
      given.rows.contacted
        .filter(({ fact }) => by(fact.replied, given))
        .map(({ fact }) => secondsFrom(fact.contacted ?? '', fact.replied ?? '')),
    ),
  lead_conversion_rate: (given) => share(given.rows.created, ({ fact }) => by(fact.converted, given)),
  customer_acquisition_rate: ({ rows }) =>
    over(rows.customers.filter(({ isNew }) => isNew).length, rows.created.length),
  avg_lead_score: ({ rows }) => meanOf(rows.created.flatMap(({ fact }) => fact.score ?? [])),
  hot_lead_share: ({ rows }) => rows.openLeads && share(rows.openLeads, ({ score }) => score !== null && score >= 70),

  new_opportunities: ({ rows }) => rows.opened.length,
  deals_won: ({ rows }) => won(rows).length,
  deals_lost: ({ rows }) => lost(rows).length,
  win_rate: ({ rows }) => over(won(rows).length, rows.closed.length),
  win_odds: ({ rows }) => over(won(rows).length, lost(rows).length),
  opportunity_conversion: ({ rows, window }) =>
    over(
      rows.opened.filter(({ fact }) => fact.status === 'won' && happenedBy(fact.closed ?? '', window.seen)).length,
      rows.opened.length,
    ),
  avg_deal_size: ({ rows }) => over(revenue(rows), won(rows).filter(({ amount }) => amount !== null).length),
  sales_cycle: (given) => over(total(cycles(given)), cycles(given).length),
  proposals_sent: ({ rows }) => rows.proposals.length,
  proposal_success: (given) =>
    over(proposed(given).filter(({ fact }) => fact.status === 'won').length, proposed(given).length),
  pipeline_value: ({ rows }) => rows.state && total(rows.state.map(({ amount }) => amount)),
  weighted_pipeline: ({ rows }) =>
    rows.state &&
    total(
      rows.state.filter(({ isDeal }) => isDeal).map(({ amount, probability }) => (amount ?? 0) * (probability ?? 0)),
    ),
  pipeline_coverage: ({ rows, aim }) => {
    const missing = aim ? aim.target - soldTowards(rows, aim) : 0;
    const open = rows.state?.filter((row) => aim?.counts(row));
    return missing > 0 && open ? total(open.map(({ amount }) => amount)) / missing : null;
  },

  revenue: ({ rows }) => revenue(rows),
  units_sold: ({ rows }) => total(rows.lines.map(({ line }) => line && (line.quantity ?? 1))),
  new_revenue: (given) => ofKind(given, 'new'),
  sales_growth: ({ rows, earlier }) => {
    const growth = earlier && over(revenue(rows), revenue(earlier));
    return growth === null ? null : growth - 1;
  },
  avg_sales_per_rep: ({ facts, rows }) =>
    over(
      total(
        won(rows)
          .filter(({ owner, day }) => isSellerOn(facts, owner, day))
          .map(({ amount }) => amount),
      ),
      new Set(rows.sellers.map(({ owner }) => owner)).size,
    ),
  upsell_revenue: (given) => ofKind(given, 'upsell', 'cross_sell'),
  upsell_rate: (given) => {
    const active = given.rows.customers.filter(({ atStart }) => atStart);
    return over(active.filter(({ name }) => boughtMore(given, name)).length, active.length);
  },
  gross_profit: (given) => (costed(given).length ? total(costed(given).map(({ profit }) => profit)) : null),
  gross_margin: grossMargin,
  new_customers: ({ rows }) => rows.customers.filter(({ isNew }) => isNew).length,
  retention_rate: ({ rows }) =>
    share(
      rows.customers.filter(({ atStart }) => atStart),
      ({ atEnd }) => atEnd,
    ),
  churn_rate: ({ rows }) =>
    share(
      rows.customers.filter(({ atStart }) => atStart),
      ({ atEnd }) => !atEnd,
    ),
  repeat_purchase_rate: ({ rows }) =>
    share(
      rows.customers.filter(({ bought }) => bought.some((each) => each.in)),
      ({ bought, hadBefore }) => hadBefore || bought.length > 1,
    ),
  cac: acquisitionCost,
  clv: lifetimeValue,
  clv_to_cac: (given) => {
    const [value, margin] = [lifetimeValue(given), grossMargin(given)];
    return over(value === null || margin === null ? null : value * margin, acquisitionCost(given));
  },
  customer_value: ({ rows }) => {
    const spent = rows.customers
      .filter(({ within }) => within)
      .map(({ bought }) => ({ bought, known: bought.flatMap(({ amount }) => amount ?? []) }))
      .filter(({ bought, known }) => known.length || !bought.length);
    return meanOf(spent.map(({ known }) => total(known)));
  },
  nps: (given) => {
    const scores = scoresOf(given, 'nps');
    const share = (least: number, most: number) => scores.filter((score) => score >= least && score <= most).length;
    return over(100 * (share(9, 10) - share(0, 6)), scores.length);
  },
  csat: (given) => share(scoresOf(given, 'csat'), (score) => score >= 4),
  detractor_follow_up: (given) => meanOf(solved(given).map(({ when, solved: at }) => secondsFrom(when, at ?? ''))),
  employee_satisfaction: () => null,
  enps: () => null,
  pulse_participation: () => null,
  price_index: ({ rows }) => {
    const quotients = rows.prices.flatMap(({ ours, theirs }) => {
      const mean = meanOf(theirs.flatMap(({ price }) => price ?? []));
      return ours && mean ? [ours / mean] : [];
    });
    if (!quotients.length) return null;
    return 100 * quotients.reduce((product, each) => product * each, 1) ** (1 / quotients.length);
  },
  target_attainment: ({ rows, aim }) => aim && over(soldTowards(rows, aim), aim.target),
};
