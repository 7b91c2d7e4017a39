/** What weekly reports say. */
export const report = {
  'report.title.calls': 'Calls',
  'report.title.leads': 'Lead responses',
  'report.title.won': 'Won deals',
  'report.title.scores': 'Opportunity scores',
  'report.title.conversion': 'Conversion by source',
  'report.title.meetings': 'Meetings',
  'report.title.odds': 'Win odds',
  'report.list': 'The weekly reports, of last week unless you name another:',
  'report.line': '`/kpi report {id}`  {title}',
  'report.headline': '{title} · {headline}',
  'report.empty': '{title}: nothing is recorded for {subject} in {period}.',
  'report.cohort': 'In the report of {asked} stand the leads of {shown}: in four weeks they have had time to convert.',
  'report.stood': 'As it stood at the end of {day}.',
  'report.by': '*By {by}*: {kpis}',
  'report.beat_quota': '*Beat the quota*: {names}',
  'report.closed_most': '*Closed most*: {names}, {count, plural, one {# deal} other {# deals}}',
  'report.best_time': '*Best time to call* by {kpi}, {period}',
  'report.best_time.line': '{weekday} {hour}  *{value}* of {count} {counted}',
  'report.best_time.none': 'No hour stands on {fewest} {counted} yet, so none is named.',
  'report.best_time.few':
    '{count, plural, one {# hour has} other {# hours have}} fewer than {fewest} {counted} and cannot be judged.',
  'problem.report.unknown': 'There is no report {id}. There are: {known}.',
  'problem.report.week':
    'A report is about a week: `last week`, `this week`, or its days, such as `2026-03-09..2026-03-15`.',
  'problem.report.plain': 'A report has its own numbers and breakdowns. Say only whose it is, and of which week.',
} as const;
