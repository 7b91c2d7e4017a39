/** How to ask. Every example in backticks is understood as it stands. A test asks them all. */
export const help = {
  'help.kpi.text': 'Ask for numbers with /kpi, for example /kpi me, or /kpi team revenue last quarter by product.',
  'help.kpi.title':
    '*Ask for numbers*: whose, which, when and by what, in any order: `/kpi team revenue last quarter by product`.',
  'help.kpi.examples':
    '*Whose*: `/kpi me` `/kpi team`, a team’s or a person’s name, a mention, or everyone (for admins)\n*Which*: `/kpi revenue` `revenue, win rate and calls`; none: those of the job. All there are: `/kpi list`, or a family of them: `/kpi list deals`\n*When*: `today` `yesterday` `monday` `last friday` `this week` `last month` `mtd` `qtd` `ytd` `march` `2025-Q3` `2025-01-01..2025-03-31` `last 30 days`; none: this month\n*Best time to call*: `best time to call`   *Funnels*: `lead funnel` `deal funnel`   *Attainment*: `attainment` `win rate attainment`',
  'help.kpi.words':
    '*By*: `by team` `by region` `by product` `by type` `by weekday` `by hour` `by week` `by month`, managers also `by rep`; and by country, product type, customer, segment, source, campaign, origin, kind, stage, outcome, result, place, competitor, day, quarter or year, where a number knows it\n*Two at once*, one within the other: `revenue by product by month` `answer rate by weekday by hour`\n*Only*: `activities where type = call or email` `calls where weekday = monday`, and by name: in a region, for a product, from a source, where rep = a name\n*The largest*: `top 5 products by revenue` `top 3 by weekday`   *the lowest*: `which products sell worst` `bottom 5 reps by revenue`\n*Compared*: `why is revenue down` `revenue vs last month` `revenue vs last year`; two teams, people or regions with *vs* between them stand side by side',
  'help.kpi.commands':
    '`/kpi explain win rate`  how a number is made, and its records\n`/kpi leaderboard`  who leads, by attainment or a number\n`/kpi report`  the reports of a week   `/kpi report review`  of a month or quarter\n`/kpi sheet`  for a 1:1: what was agreed on; for managers that of a person',
  'help.kpi.more':
    'The same words work in your messages with me, and where you mention me. Log with `/log call Acme answered 12m`. See or set targets with `/target`.',
} as const;
