/** How to ask. Every example in backticks is understood as it stands. A test asks them all. */
export const help = {
  'help.kpi.text': 'Ask for numbers with /kpi, for example /kpi me, or /kpi team revenue last quarter by product.',
  'help.kpi.title': '*Ask for numbers*: whose, which and when, in any order.',
  'help.kpi.examples':
    '`/kpi me`  your numbers this month\n`/kpi me last week`\n`/kpi team`  your team’s totals\n`/kpi revenue by product`\n`/kpi win rate this quarter`\n`/kpi calls last 30 days by week`\n`/kpi pipeline by stage`  open now',
  'help.kpi.words':
    '*When*: `today` `yesterday` `this week` `last month` `mtd` `qtd` `ytd` `march` `2025-Q3` `2025-01-01..2025-03-31` `last 30 days`\n*By*: `by team` `by region` `by product` `by type` `by weekday` `by hour` `by week` `by month`, managers also `by rep`; or two at once: `revenue by product by month` `answer rate by weekday by hour`\n*Only*: `activities where type = call` `calls where weekday = monday`, and by name: in a region, for a product, from a source, where rep = a name\n*The largest*: `top 5 products by revenue` `top 3 by weekday`   *Compared*: `revenue vs last month` `revenue vs last year`; two teams, people or regions with *vs* between them stand side by side',
  'help.kpi.more':
    'The same words work in your messages with me, and where you mention me. Who leads: `/kpi leaderboard`. Of a week, month or quarter: `/kpi report`. For a talk with one of your people: `/kpi sheet`. Log with `/log call Acme answered 12m`. See or set targets with `/target`.',
} as const;
