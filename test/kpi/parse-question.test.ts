import { describe, expect, test } from 'vitest';
import { parseQuestion } from '../../src/kpi/parse/parse-question.ts';
import type { Question } from '../../src/kpi/question.ts';
import { asked, commandLine, member, myTeams, office, ofMaria, team, workspace } from './parse-vocabulary.ts';

const webinars = { by: 'source' as const, keys: ['Webinar', 'webinar'] };
const eitherSource = { by: 'source' as const, keys: ['Webinar', 'trade fair', 'webinar'] };

const sentences: [words: string, question: Partial<Question>][] = [
  ['', {}],
  ['me', {}],
  ['how are my numbers?', {}],
  ['show me the win rate', { kpis: ['win_rate'] }],
  ['win_rate', { kpis: ['win_rate'] }],
  ['Win-Rate', { kpis: ['win_rate'] }],
  ['close rate and revenue', { kpis: ['win_rate', 'revenue'] }],
  ['calls, meetings, wins', { kpis: ['calls_made', 'meetings_held', 'deals_won'] }],
  ['lead funnel', { kpis: ['leads_generated', 'lead_qualification_rate', 'lead_conversion_rate'] }],
  ['sales funnel by team', { kpis: ['new_opportunities', 'proposals_sent', 'deals_won'], by: ['team'], ...myTeams }],
  ['my revenue by team', { kpis: ['revenue'], by: ['team'] }],
  [
    'best time to call',
    { kpis: ['call_success_rate'], by: ['weekday', 'hour'], period: { kind: 'trailing', n: 12, unit: 'week' } },
  ],
  ['best time to call this month', { kpis: ['call_success_rate'], by: ['weekday', 'hour'] }],
  ['wins and deal funnel', { kpis: ['deals_won', 'new_opportunities', 'proposals_sent'] }],
  ['sales cycle', { kpis: ['sales_cycle'] }],
  ['revenue, cycle', { kpis: ['revenue', 'sales_cycle'] }],
  ['revenue revenue turnover', { kpis: ['revenue'] }],
  ['cross-sell', { kpis: ['upsell_revenue'] }],
  ['sales per rep', { kpis: ['avg_sales_per_rep'] }],
  ['revenue top 5 customers', { kpis: ['revenue'], by: ['customer'], top: 5 }],
  ['top 3 by weekday calls', { kpis: ['calls_made'], by: ['weekday'], top: 3 }],
  [
    'the top 5 teams in march',
    { by: ['team'], ...myTeams, top: 5, period: { kind: 'month', month: 3, calendar: 'gregory' } },
  ],
  ['top 5 team by product', { ...team('north'), by: ['product'], top: 5 }],
  ['by rep top 10 reps', { by: ['rep'], top: 10 }],
  ['revenue by region by month', { kpis: ['revenue'], by: ['region', 'month'] }],
  ['top 3 reps by team', { by: ['rep', 'team'], top: 3 }],
  ['revenue in East', { kpis: ['revenue'], where: [{ by: 'region', keys: ['r-east'] }] }],
  ['win rate for GTX Pro', { kpis: ['win_rate'], where: [{ by: 'product', keys: ['p-gtx'] }] }],
  ['where source = webinar', { where: [{ by: 'source', keys: ['Webinar', 'webinar'] }] }],
  ['where lead source is "trade fair"', { where: [{ by: 'source', keys: ['trade fair'] }] }],
  [
    'from webinar, source trade fair in East',
    {
      where: [
        { by: 'region', keys: ['r-east'] },
        { by: 'source', keys: ['Webinar', 'trade fair', 'webinar'] },
      ],
    },
  ],
  [
    'activities where type = calls by hour',
    { kpis: ['activities_logged'], by: ['hour'], where: [{ by: 'type', keys: ['call'] }] },
  ],
  ['revenue for @smith', { ...member('anna-s'), kpis: ['revenue'] }],
  ['team revenue for <@U2>', { ...team('north'), kpis: ['revenue'], where: [{ by: 'rep', keys: ['anna-s'] }] }],
  ['all where rep = Smith', { ...workspace, where: [{ by: 'rep', keys: ['anna-s'] }] }],
  ['all where person is @smith', { ...workspace, where: [{ by: 'rep', keys: ['anna-s'] }] }],
  ['all where rep = <@U2>', { ...workspace, where: [{ by: 'rep', keys: ['anna-s'] }] }],
  ['leads where source = webinar or trade fair', { kpis: ['leads_generated'], where: [eitherSource] }],
  ['leads where source = "trade fair", or webinar', { kpis: ['leads_generated'], where: [eitherSource] }],
  ['leads where source is webinar, trade fair', { kpis: ['leads_generated'], where: [eitherSource] }],
  ['leads where source in (webinar, trade fair)', { kpis: ['leads_generated'], where: [eitherSource] }],
  ["leads where source = 'trade fair' or 'webinar'", { kpis: ['leads_generated'], where: [eitherSource] }],
  ['leads from webinar and trade fair', { kpis: ['leads_generated'], where: [eitherSource] }],
  ['leads where source = webinar or source = trade fair', { kpis: ['leads_generated'], where: [eitherSource] }],
  ['revenue in East or Rocket', { kpis: ['revenue'], where: [{ by: 'region', keys: ['r-east', 'r-rocket'] }] }],
  ['revenue in East, North', { ...team('north'), kpis: ['revenue'], where: [{ by: 'region', keys: ['r-east'] }] }],
  [
    'wins of everyone where rep = smith or berg by month',
    { ...workspace, kpis: ['deals_won'], by: ['month'], where: [{ by: 'rep', keys: ['anna-s', 'jan'] }] },
  ],
  ['leads where source = webinar, calls', { kpis: ['leads_generated', 'calls_made'], where: [webinars] }],
  ['avg deal', { kpis: ['avg_deal_size'] }],
  ['avg deal size and average call', { kpis: ['avg_deal_size', 'avg_call_duration'] }],
  ['mean sales cycle', { kpis: ['sales_cycle'] }],
  ['average response time', { kpis: ['lead_response_time'] }],
  ['all where rep = Anna Smith', { ...workspace, where: [{ by: 'rep', keys: ['anna-s'] }] }],
  [
    'how much did anna smith sell last month',
    { ...member('anna-s'), kpis: ['revenue'], period: { kind: 'last', unit: 'month' } },
  ],
  ['why is revenue down', { kpis: ['revenue'], why: true }],
  ['what changed in win rate last month?', { kpis: ['win_rate'], why: true, period: { kind: 'last', unit: 'month' } }],
  ['which products sell worst', { kpis: ['revenue'], by: ['product'], order: 'worst' }],
  ['which source brings the most leads', { kpis: ['leads_generated'], by: ['source'] }],
  [
    'who made the fewest calls yesterday',
    { kpis: ['calls_made'], by: ['rep'], order: 'lowest', period: { kind: 'last', unit: 'day' } },
  ],
  ['bottom 5 reps by revenue', { kpis: ['revenue'], by: ['rep'], order: 'worst', top: 5 }],
  ['worst products', { by: ['product'], order: 'worst' }],
  ['top 5 reps by revenue', { kpis: ['revenue'], by: ['rep'], top: 5 }],
  [
    'top 5 products by revenue last month',
    { kpis: ['revenue'], by: ['product'], top: 5, period: { kind: 'last', unit: 'month' } },
  ],
  ['calls by rep, top 3 by wins', { kpis: ['deals_won', 'calls_made'], by: ['rep'], top: 3 }],
  ['revenue vs last month', { kpis: ['revenue'] }],
  ['wins this week compared with last week', { kpis: ['deals_won'], period: { kind: 'this', unit: 'week' } }],
  ['qtd revenue vs last quarter', { kpis: ['revenue'], period: { kind: 'toDate', unit: 'quarter' } }],
  ['North vs Enterprise Sales', { ...team('north', 'enterprise'), by: ['team'] }],
  ['revenue team sales vs north by month', { ...team('sales', 'north'), kpis: ['revenue'], by: ['team', 'month'] }],
  ['North vs Rocket vs team sales', { ...team('north', 'rocket', 'sales'), by: ['team'] }],
  [
    'East vs Rocket revenue',
    { kpis: ['revenue'], by: ['region'], where: [{ by: 'region', keys: ['r-east', 'r-rocket'] }] },
  ],
  [
    'wins of Anna Smith vs @berg',
    { ...workspace, kpis: ['deals_won'], by: ['rep'], where: [{ by: 'rep', keys: ['anna-s', 'jan'] }] },
  ],
  ['how many calls did I make yesterday?', { kpis: ['calls_made'], period: { kind: 'last', unit: 'day' } }],
  ['can you show me what we made so far', team('north')],
  ['revenue vs last year', { kpis: ['revenue'], against: 'lastYear' }],
  ['last month compared with last year', { period: { kind: 'last', unit: 'month' }, against: 'lastYear' }],
  ['YoY growth', { kpis: ['sales_growth'], against: 'lastYear' }],
  ['revenue vs previous period', { kpis: ['revenue'] }],
  ['revenue per rep', { kpis: ['revenue'], by: ['rep'] }],

  ['team', team('north')],
  ['our pipeline', { ...team('north'), kpis: ['pipeline_value'] }],
  ['how is my team doing this quarter', { ...team('north'), period: { kind: 'this', unit: 'quarter' } }],
  ['team enterprise sales', team('enterprise')],
  ['the Enterprise Sales team', team('enterprise')],
  ['team sales', team('sales')],
  ['rocket', team('rocket')],
  ['Team Rocket', team('rocket')],
  ['team rocket and team north', team('rocket', 'north')],
  ['all', workspace],
  ['the whole company by team', { ...workspace, by: ['team'] }],
  ['everyone by product type', { ...workspace, by: ['product_type'] }],

  ['Maria', {}],
  ['ANNA SMITH', member('anna-s')],
  ['smith', member('anna-s')],
  ['@jones', member('anna-j')],
  ["Anna Jones's win rate", { ...member('anna-j'), kpis: ['win_rate'] }],
  ['“Anna Jones” wins', { ...member('anna-j'), kpis: ['deals_won'] }],
  ['van der Berg', member('jan')],
  ['berg', member('jan')],
  ['o’brien', member('conan')],
  ["conan o'brien's calls", { ...member('conan'), kpis: ['calls_made'] }],
  ['<@U2|anna> mtd', { ...member('anna-s'), period: { kind: 'toDate', unit: 'month' } }],
  ['<@U8>', member('twin-1')],
  ['@twin-2', member('twin-2')],
  ['@me', member('me')],
  ['@april revenue', { ...member('april'), kpis: ['revenue'] }],
  ['revenue in april', { kpis: ['revenue'], period: { kind: 'month', month: 4, calendar: 'gregory' } }],
];

test.each(sentences)('“%s” is understood', (words, question) => {
  expect(asked(words)).toEqual({ ...ofMaria, ...question });
});

describe('at the command line, where nobody in particular asks', () => {
  test('the whole workspace is meant, also by “team”', () => {
    expect(asked('', commandLine)).toEqual({ ...ofMaria, ...workspace });
    expect(asked('team revenue win_rate 2017-Q3 by rep', commandLine)).toEqual({
      kpis: ['revenue', 'win_rate'],
      ...workspace,
      period: { kind: 'quarter', quarter: 3, year: 2017 },
      by: ['rep'],
    });
  });

  test('“me” is nobody', () => {
    expect(parseQuestion('my revenue', commandLine)).toMatchObject({
      ok: false,
      problems: [{ kind: 'nobody', word: 'my' }],
    });
  });
});

test('by team, and of nobody in particular, is about one’s teams; of who is in none about themselves', () => {
  expect(asked('win rate by team')).toMatchObject({ ...myTeams, by: ['team'] });
  expect(asked('win rate by team', { ...office, me: { memberId: 'maria', teamIds: [] } })).toMatchObject(
    member('maria'),
  );
  expect(asked('top 3 reps by team')).toMatchObject(member('maria'));
});

test('someone without a team asks about the workspace when they say “team”', () => {
  expect(asked('team', { ...office, me: { memberId: 'maria', teamIds: [] } })).toMatchObject(workspace);
});

test('no word belongs to two KPIs', () => {
  for (const { id, words } of office.kpis) {
    for (const phrase of [id, ...words]) expect(asked(`kpi ${phrase}`), phrase).toMatchObject({ kpis: [id] });
  }
});

test('every dimension is understood after “by”', () => {
  for (const { id, words } of office.dimensions) {
    for (const phrase of [id, ...words]) expect(asked(`by ${phrase}`), phrase).toMatchObject({ by: [id] });
  }
});
