/** How people say what an alert watches, and when. Only data. */
export const alertWords = {
  below: ['below', 'under', 'less than', 'fewer than'],
  above: ['above', 'over', 'more than'],
  unusual: ['unusual', 'unusually'],
  detractors: ['detractors', 'unhappy customers'],
  rise: ['rise', 'rising', 'increase', 'up'],
  /** The number that detractors are a part of, and of which days where none are named. */
  ofDetractors: { kpi: 'nps', period: 'last 30 days' },
  everyone: 'of everyone',
  low: 'low',
  high: 'high',
  noData: 'no data from',
  /** Of a target; behind a number of times or a share of it. */
  target: ['of target', 'target'],
  times: 'x',
  at: ['by', 'at', 'on', 'every'],
  weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
} as const;
