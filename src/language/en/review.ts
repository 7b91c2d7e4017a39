/** What the monthly and the quarterly review say. */
export const review = {
  'review.title': '{unit, select, month {Monthly} other {Quarterly}} review',
  'review.headline': '{title} · {headline}',
  'review.empty': '{title}: nothing is recorded for {subject} in {period}.',
  'review.trend':
    '*Trend of revenue*: the last three months against the three before them, and the last six against the six before',
  'review.trend.line': '{label}  3 months *{six}* · 6 months {twelve}',
  'review.goals': '*Targets*: {met} of {count} met',
  'review.goals.more': '{count, plural, one {and # more} other {and # more}}: `/target review` has them all',
  'review.goals.none':
    '*Targets*: nobody had one set for exactly this {unit}{above, select, true {, so nobody is judged by theirs. What stands above is held against a target of all of them, or what those of other periods come to} other {}}.',
  'review.goals.reached': 'At or above it in {reached} of the last {count} {unit}s.',
  'review.goals.proposals': '`/target review` sets what is proposed.',
  'review.cycle':
    '*Sales cycle*: {count, plural, one {the one deal won took} other {half of the # deals won took up to}} {own}, in the whole workspace over twelve months half took up to {benchmark}: {how, select, longer {longer than usual} shorter {shorter than usual} other {as usual}}.',
  'review.cycle.none': '*Sales cycle*: no deal was won whose start is known.',
  'review.products': '*Products* that rose or fell three months in a row, by revenue',
  'review.products.of': 'Products of {subject}, up to {month}',
  'review.products.count':
    '{rising, plural, =0 {none} other {#}} rising and {falling, plural, =0 {none} other {#}} falling three months in a row',
  'review.products.headline': '{title}: {counted}.',
  'review.products.line': '{direction, select, rising {Rising} other {Falling}}  *{product}*  {months}',
  'review.products.none': '*Products*: none rose or fell three months in a row.',
  'review.capacity':
    '*Capacity*: {what} rose three months in a row. {isSlower, select, yes {Leads wait longer while there is more to do: the team may be at the end of what it can.} other {If it goes on, more hands will be needed.}}',
  'review.capacity.activity': 'activities',
  'review.capacity.pipeline': 'pipeline',
  'review.capacity.revenue': 'revenue',
  'review.capacity.response': 'response times',
  'review.capacity.none': '*Capacity*: nothing points to its end.',
  'review.outlook':
    '*The year* is heading for {low} to {high} of revenue: {soFar} up to {until}, and {left, plural, one {one month} other {# months}} to come. Four of five years end in it, were those months like the last {months}.',
  'review.outlook.few':
    '*The year*: no data on where it is heading. That takes six whole months; {months, plural, =0 {none is} one {one is} other {# are}} known.',
  'review.outlook.over': '*The year* is over, with {soFar} of revenue.',
  'review.list':
    '`/kpi report review last month`  Review of a month or quarter that is over\n`/kpi report products of everyone`  Products rising or falling',
  'problem.review.period':
    'A review is of a month or quarter that is over: `/kpi report review`, `/kpi report review last quarter`, or `2026-Q1`.',
} as const;
