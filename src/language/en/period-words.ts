/** How people say when. Only data. */

export const unitWords = {
  day: ['day', 'days'],
  week: ['week', 'weeks', 'wk', 'wks'],
  month: ['month', 'months', 'mth', 'mths', 'mo', 'mos'],
  quarter: ['quarter', 'quarters', 'qtr', 'qtrs'],
  year: ['year', 'years', 'yr', 'yrs'],
} as const;

/** "this wk", "last q" */
export const shortUnitWords = {
  week: ['wk'],
  month: ['mth', 'mo'],
  quarter: ['qtr', 'q'],
  year: ['yr'],
} as const;

/** "Calls weekly" may be a week's, or those of each week: people are asked. */
export const everyUnitWords = {
  day: ['daily'],
  week: ['weekly'],
  month: ['monthly'],
  quarter: ['quarterly'],
  year: ['yearly', 'annual', 'annually'],
} as const;

export const periodWords = {
  today: ['today', 'this day'],
  yesterday: ['yesterday', 'last day'],
  tomorrow: ['tomorrow', 'next day'],
  this: ['this', 'current'],
  last: ['last', 'past', 'previous'],
  next: ['next', 'coming'],
  toDate: {
    week: ['wtd', 'week to date'],
    month: ['mtd', 'month to date'],
    quarter: ['qtd', 'quarter to date'],
    year: ['ytd', 'year to date', 'fytd', 'fiscal year to date'],
  },
  quarter: 'q',
  fiscalYear: 'fy',
  /** Before "year" and "quarter", which are those of the workspace anyway. */
  fiscal: ['fiscal', 'financial'],
  from: ['from', 'between'],
  /** Two dots, or a dash between days, which is read as two dots. */
  through: ['to', 'until', 'till', 'through', '..'],
  and: ['and'],
  ordinal: ['st', 'nd', 'rd', 'th'],
} as const;

/** The days of the week, Monday first. */
export const weekdayWords = [
  ['monday', 'mon'],
  ['tuesday', 'tue', 'tues'],
  ['wednesday', 'wed', 'weds'],
  ['thursday', 'thu', 'thur', 'thurs'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
] as const;

/** Before a weekday, or in one word with it ("mondays"): all of them are meant. */
export const everyWords = ['every', 'each'] as const;

/** Month names by calendar, January and Farvardin first; each with its short forms. */
export const monthWords = {
  gregory: [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  persian: [
    ['farvardin'],
    ['ordibehesht'],
    ['khordad'],
    ['tir'],
    ['mordad'],
    ['shahrivar'],
    ['mehr'],
    ['aban'],
    ['azar'],
    ['dey'],
    ['bahman'],
    ['esfand'],
  ],
} as const;

/** How goals for several periods are said: "per month", "/month", "monthly", "from march", "until june", "50 % in month 1", "seasonal 20 20 25 35". */
export const planWords = {
  each: ['per', 'each', 'every', 'a'],
  /** Behind "per"; days are counted in working days. */
  day: ['day', 'working day', 'work day', 'workday', 'business day', 'weekday'],
  daily: 'daily',
  everyUnit: { week: 'weekly', month: 'monthly', quarter: 'quarterly', year: 'yearly' },
  from: ['from', 'starting', 'beginning'],
  until: ['until', 'till', 'through', 'to'],
  in: 'in',
  seasonal: 'seasonal',
} as const;
