/** Texts about days and periods. */
export const calendar = {
  'problem.period.backwards':
    '{from} is after {through}. Write the earlier day first, such as `{through} to {from}`.',
  'problem.period.no_such_date': 'There is no day {date} in the calendar. Write days as YYYY-MM-DD, such as 2026-03-31.',
  'problem.period.no_such_period':
    'There is no {what, select, n {period of} other {{what}}} {value}. Choose a whole number from {least} to {most}.',
} as const;
