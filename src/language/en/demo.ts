/** What `npm run demo` says while it works. */
export const demo = {
  'demo.fresh': 'Clearing the last demo away …',
  'demo.server': 'Starting PostgreSQL …',
  'demo.migrate': 'Bringing the database up to date …',
  'demo.seed': 'The demo team: 12 reps, 2 managers, 15 months of work up to today …',
  'demo.sandbox': 'Starting the local Slack …',
  'demo.bot': 'Connecting the bot to it …',
  'demo.ready':
    '\nReady. Open {url} – you are Anna, a rep. Type /kpi me\n\nCtrl-C stops everything. npm run demo -- --fresh starts anew.',
  'demo.stopping': '\nStopping …',
  'demo.stopped': 'Stopped. What you did is kept for the next time.',
} as const;
