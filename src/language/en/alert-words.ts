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
  target: ['of target', 'of its target', 'of the target', 'its target', 'the target', 'target'],
  times: ['x', '×', 'times'],
  /** Before a number of days that are looked at, "over 30 days", and of what. */
  over: ['over', 'in', 'within', 'during'],
  last: 'last',
  spanUnits: ['days', 'weeks', 'months'],
  /** Behind the number of a limit. */
  timeUnits: ['days', 'day', 'hours', 'hour', 'h', 'minutes', 'minute', 'min'],
  /** What is looked at on one day of each week, where no days are named. */
  ofWeek: 'this week',
  at: ['by', 'at', 'on', 'every'],
  /** Before what is watched. */
  opening: ['tell me', 'let me know', 'warn me', 'alert me', 'notify me', 'ping me'],
  when: ['if', 'when', 'whenever', 'once'],
  /** What somebody does, before a limit. */
  verbs: ['makes', 'make', 'has', 'have', 'does', 'do', 'books', 'book', 'gets', 'get', 'logs', 'log', 'holds', 'hold'],
  noon: { words: ['noon', 'midday'], at: '12:00' },
  weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
} as const;
