/** What `/target help` says. Every example in backticks is understood as it stands. A test asks them all. */
export const targetHelp = {
  'target.help.own': '*Your targets*: `/target`, and your team’s: `/target team`',
  'target.help.rep': 'Managers and admins set targets, so that everybody knows what was agreed.',
  'target.help.set':
    '*Set one*, in any order of words:\n`/target set revenue 50000 this month for {who}`\n`/target set calls 12 tomorrow for {who}`\n`/target set win rate 40% next quarter for {who}`',
  'target.help.plans':
    '*Several at once*:\n`/target set revenue 50k per month from next month until december for {who}`\n`/target set revenue 50k per month 50% in month 1, 75% in month 2 for {who}`\n`/target set revenue 600k this year seasonal 20 20 25 35 for {who}`',
  'target.help.more':
    '*And*:\n`/target team`  your people’s, and who has read of theirs\n`/target team next month`\n`/target remove revenue this month for {who}`\n`/target suggest revenue next month for {who}`  from what was reached\n`/target review last month`  how far they were reached, and which to change',
  'target.help.rules':
    'A target holds for exactly its period. Other periods take shorter ones that cover them, else their share of the working days of a longer one, whose parts keep their own.',
} as const;
