/** What went wrong and what to do next, by the code of a Problem. */
export const problem = {
  'problem.database.cannot_start': 'The embedded PostgreSQL did not start: {reason} Its log is {log}.',
  'problem.database.cannot_create': 'The embedded PostgreSQL could not be set up in {folder}: {reason}',
  'problem.database.no_binaries': 'There is no embedded PostgreSQL for {platform}. Set DATABASE_URL to a PostgreSQL server of your own.',
  'problem.database.locked':
    'Another process has been starting or stopping the embedded PostgreSQL for a minute. If none is running, delete {lock} and try again.',
} as const;
