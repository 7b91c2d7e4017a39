/** What went wrong and what to do next, by the code of a Problem. */
export const problem = {
  'problem.database.cannot_start': 'The embedded PostgreSQL did not start: {reason} Its log is {log}.',
  'problem.database.cannot_create': 'The embedded PostgreSQL could not be set up in {folder}: {reason}',
  'problem.database.no_binaries':
    'There is no embedded PostgreSQL for {platform}. Set DATABASE_URL to a PostgreSQL server of your own.',
  'problem.database.locked':
    'Another process has been starting or stopping the embedded PostgreSQL for a minute. If none is running, delete {lock} and try again.',
  'problem.demo.no_option': 'The demo does not know {option}. It knows --fresh and --data FOLDER.',
  'problem.demo.running':
    'Another demo is running on {folder}. Stop it with Ctrl-C in its window first; then --fresh clears it away.',
  'problem.demo.workspace_in_use':
    'The workspace {workspace} has records of its own, so the demo does not touch it. Start the demo with another database (DATABASE_URL), or without one.',
  'problem.period.backwards': '{from} is after {through}. Write the earlier day first.',
  'problem.period.no_such_date':
    'There is no day {date} in the calendar. Write days as YYYY-MM-DD, such as 2026-03-31.',
  'problem.period.no_such_period':
    '{value} is no {what, select, n {number of periods} other {{what}}}. Write a whole number from {least} to {most}.',
  'problem.period.not_begun':
    '{period} is still to come, so there are no numbers of it yet. Targets for it can be set with `/target set`; ask for numbers of `this month`, or of any time before.',
  'problem.kpi.unknown': 'There is no KPI called “{kpi}”. `/kpi list` shows all there are.',
  'problem.kpi.two_times': 'Of two breakdowns only one can be over time. Leave out the other.',
  'problem.kpi.no_dimension': '{kpi} cannot be broken down by {by}. It can by: {known}.',
  'problem.period.too_many_parts':
    'By {by} this would be more than {most} lines. Ask about a shorter time, or by something longer.',
} as const;
