/** Alerts: what they say, and how they are made. */
export const alert = {
  'alert.number': '{title} of {subject}, {period}: {value}.',
  'alert.limit.limit': 'It should be {side, select, below {{low} or more} other {{low} or less}}.',
  'alert.limit.target': 'It should be {side, select, below {{low} or more} other {{low} or less}}, by its target.',
  'alert.limit.usual': 'Usual by now is {low} to {high}, as in the last 8 comparable periods.',
  'alert.rise': 'Unhappy customers of {subject}, {period}: {now}.',
  'alert.rise.share': '{count} of {of, plural, one {# answer} other {# answers}} ({share})',
  'alert.rise.before': 'Before, {span}: {before}. Had nothing changed, so many would come {chance}.',
  'alert.rise.often': 'more often than not',
  'alert.rise.once': '{isMore, select, true {less than once in {times} times} other {about once in {times} times}}',
  'alert.rise.by': '*By {by}*: {parts}',
  'alert.rise.part': '{label} {now}{before, select, none {} other {, {before} before}}',
  'alert.no_limit': 'There is nothing to compare it with.',
  'alert.no_data': 'There is no data yet for what this alert watches.',
  'alert.state.broken': 'I tell you again when it has recovered and then happens anew.',
  'alert.state.kept': 'That is as it should be: no alert.',
  'alert.state.unknown': 'No alert: there is too little data.',
  'alert.checked': 'Checked {at}.',
  'alert.silence.broken':
    'No data has come from {source} for {silent, plural, one {a working day} other {# working days}}, and you wanted to know after {days}. The last came {at}.',
  'alert.silence.kept':
    'Data from {source}: {at, select, none {none so far} other {the last came {at}}}. I tell when none comes for {days, plural, one {a working day} other {# working days}}.',
  'alert.list': 'Your alerts',
  'alert.none': 'You have no alerts. Make one: `/salespulse alert meetings below 2 this week by wed 11:00`',
  'alert.added.no_target': 'There is no target to compare it with yet: I can tell only once there is one.',
  'alert.added': 'I watch this for you, from now on.',
  'alert.added.of':
    'I watch this for you, from now on: {kpi}{whose, select, none {} other { of {whose}}}, {kind, select, this {{unit, select, day {today} other {this {unit}}}} last {{unit, select, day {yesterday} other {last {unit}}}} toDate {this {unit} so far} trailing {the last {n, plural, one {{unit}} other {# {unit}s}}} other {the days you named}}.',
  'alert.help':
    '`/salespulse alert` shows your alerts. These make one, told to you alone and only once until it has recovered:\n`… alert meetings below 2 this week by wed 11:00`\n`… alert win rate below 20% last 30 days`\n`… alert revenue below 50% of target this month by fri 09:00`\n`… alert calls unusual this week by fri 16:00` (or `unusually low`, `unusually high`)\n`… alert detractors rise`: more customers are unhappy in 30 days than chance explains, against the 90 before\n`… alert no data from crm for 2 days`\n`… alert remove 3`. Without a time it is checked every hour; with a weekday and without a period it is about this week; what comes up outside your working hours waits until they begin.',
  'schedule.what.alert': 'Alert: {words}{whose, select, none {} other { ({whose})}}',
  'problem.alert.not_understood':
    'I did not understand “{words}” as an alert.{unknown, select, none {} other { I do not know {unknown}.}} An alert has a number and its limit. Try `/salespulse alert meetings below 2 this week by wed 11:00`, or `/salespulse alert help`.',
  'problem.alert.one_number': 'An alert watches one number as a whole: name one, without “by” and “top”.',
  'problem.alert.no_source': 'I know no source “{source}”. I know: {known}.',
  'problem.alert.time': 'No clock shows {time}. Write a time such as 9:00 or 16:30.',
  'problem.alert.no_such': 'There is no alert {number} of yours. `/salespulse alert` shows them.',
  'problem.alert.below_zero':
    '{kpi} is never below 0, so `{typed}` would never tell you anything. Write a number above 0, such as `below {unit, select, rate {20%} duration {2h} other {10}}`.',
  'problem.alert.share': 'A part of the target is more than 0: write `below 80% of target` or `below 3x target`.',
  'problem.alert.value': '{why}',
} as const;
