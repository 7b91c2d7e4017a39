/** What goes out by itself, and its schedules. */
export const outgoing = {
  'digest.headline': '{subject}, {span}: {figures}',
  'digest.nothing': '{subject}, {span}: nothing was logged or closed.',
  'digest.figure': '{title} {value}',

  'outgoing.late': 'Late: this was due {at}.',
  'outgoing.missed':
    '{count, plural, one {One} other {#}} of “{what}” to {whom} {count, plural, one {was} other {were}} not sent, because I was away, or Slack out of reach, for too long: {slots}.{people, plural, =0 {} one { It cost one person theirs.} other { It cost # people theirs.}} `/salespulse schedule` can make {count, plural, one {it} other {them}} again.',

  'outgoing.new_admin':
    '*{left}*, the last admin of Salespulse here, has left, so you are its admin now: you see everybody’s numbers, set up what goes out, and decide who may do what. `/salespulse people` makes others admins, too.',

  'undelivered.message': 'A message',
  'undelivered.mail': 'An e-mail',
  'undelivered.line': '“{what}” {slot, select, none {} other {of {slot} }}could not be sent to {whom}.',
  'undelivered.and_more': '{named} and {count, plural, other {# more}}',
  'undelivered.retry': 'Try again',
  'undelivered.reason.archived':
    'The channel is archived. Unarchive it, or choose another one in `/salespulse schedule`.',
  'undelivered.reason.gone':
    'I cannot see this channel any more: it was deleted or made private. Invite me, or choose another one.',
  'undelivered.reason.not_in_channel': 'I am not in this channel. Invite me there with `/invite`, then try again.',
  'undelivered.reason.left': 'They are not in this Slack any more.',
  'undelivered.reason.token': 'Slack did not accept my token. It has a new one since you can read this: try again.',
  'undelivered.reason.forbidden':
    'Slack does not allow me to write there. An admin may have to install me anew with all scopes.',
  'undelivered.reason.bug': 'That is a fault of mine; it is in the log.',
  'undelivered.reason.trouble': 'Slack had trouble, and I tried for four hours.',
  'undelivered.reason.mail_refused':
    'The mail server refused it, and would again. Most often the address is wrong: ask for the right one.',
  'undelivered.reason.mail_login':
    'The mail server does not let me in. Whoever runs me has to look at user and password in `SMTP_URL`.',
  'undelivered.reason.mail_trouble':
    'The mail server could not be reached or did not take it, and I tried for four hours.',
  'undelivered.reason.mail_unsure':
    'The mail server broke off, and there is no way to ask whether it has it. If you try again, it may arrive twice.',
  'undelivered.reason.mail_off':
    'I have no mail server any more. Whoever runs me has to set `SMTP_URL` and `SMTP_FROM`.',
  'undelivered.reason.unsure':
    'Slack broke off each time, and does not tell me whether it arrived. Have a look before you try again.',

  'schedule.what.digest': 'Daily digest of {whose}',
  'schedule.what.morning': 'Morning message',
  'schedule.what.reminder': 'Reminder: {words}',
  'schedule.what.report': '{reports} of {whose}',
  'schedule.what.review':
    '{part, select, products {Products rising or falling} other {{unit, select, month {Monthly} other {Quarterly}} review}} of {whose}',
  'schedule.what.sheet': '1:1 sheets of {whose}',
  'reminder.note': 'A reminder that goes out by itself.',
  'schedule.everyone': 'everyone',
  'schedule.somebody': 'somebody who is gone',
  'schedule.to.everyone': 'everyone, each in person',
  'schedule.to.managers': 'who manages them',
  'schedule.to.team': 'everyone in {team}, each in person',
  'schedule.when': '{days} at {at}{zone, select, own {, by everybody’s own clock} workspace {} other { ({zone})}}',
  'schedule.hourly': 'every hour',
  'schedule.every_day': 'every day',
  'schedule.every_workday': 'Monday to Friday',
  'schedule.every_nth': '{days}, every {every, selectordinal, two {#nd} few {#rd} other {#th}} week',
  'schedule.working_only': '{days} unless it is a holiday',
  'schedule.monthly': 'on the {day, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} of each month',
  'schedule.ending':
    '{before, plural, =0 {on the last working day} one {one working day before the last} other {# working days before the last}} of each {of}',
  'schedule.beginning':
    'on the first working day of {every, plural, =1 {each {of}} =2 {every second {of}} other {every #th {of}}}',

  'undelivered.retried':
    '{count, plural, =0 {There is nothing to send again: it has been sent meanwhile.} one {I am sending it again.} other {I am sending # messages again.}}',

  'salespulse.help':
    '`/salespulse schedule` shows what goes out by itself: to whom, when, and what can be done about it.\n`/salespulse schedule 2 pause until 2026-12-01`, `resume`, `test`, `now`, `again 2026-11-18`, `log` or `remove` does it to the second.\n`/salespulse schedule in #sales` and `for @anna` show what one of them receives.\n`/salespulse alert meetings below 2 this week by wed 11:00` tells you when it is so; `/salespulse alert help` has more.',
  'salespulse.unknown': 'I do not know “{verb}”. See `/salespulse help`.',
  'schedule.list': 'What goes out by itself',
  'schedule.none': 'Nothing goes out by itself yet.',
  'schedule.row': '*{number}*  {what} → {whom}\n{when}',
  'schedule.next': 'Next: {at}',
  'schedule.never': 'Nothing to come.',
  'schedule.is_paused': 'Paused{until, select, none {} other { until {until}}}',
  'schedule.add': 'Add a schedule',
  'schedule.test': 'Send me a test',
  'schedule.go_live': 'Go live',
  'schedule.pause': 'Pause',
  'schedule.now': 'Send now',
  'schedule.log': 'What was sent',
  'schedule.remove': 'Remove',
  'schedule.saved': 'Saved, and not live yet. Send yourself a test, then let it go live.',
  'schedule.tested': 'A test is on its way to your messages with me.',
  'schedule.ran':
    '{count, plural, =0 {There is nobody to send it to.} one {It is on its way.} other {It is on its way to # people.}}',
  'schedule.made_again':
    '{count, plural, =0 {There is nobody to send it to.} other {That of {day} is on its way once more.}}',
  'schedule.paused': 'Paused. What would have been sent meanwhile is not made up for.',
  'schedule.live': 'Live.',
  'schedule.live_already': 'It is live already. This is how it stands:',
  'schedule.paused_already': 'It is paused already. This is how it stands:',
  'schedule.superseded': 'This has changed meanwhile, so I did nothing. This is how it stands:',
  'schedule.ask.now':
    '{where, select, channel {Post to {channel} now?} both {Ask {count, plural, one {one person} other {# people}} now, and post what they say to {channel}?} other {Send to {count} people now?}}',
  'schedule.ask.live':
    '{where, select, channel {Let it go live, and post to {channel} by itself?} both {Let it go live, ask {count, plural, one {one person} other {# people}} by itself, and post what they say to {channel}?} other {Let it go live, and send to {count} people by itself?}}{at, select, none {} other { The first time is {at}.}}',
  'schedule.ask.remove':
    'Remove it? What waits to be sent is dropped; what it has sent, and what was said to it, is kept.',
  'schedule.ask.remove.yes': 'Yes, remove',
  'schedule.ask.now.yes': 'Yes, send',
  'schedule.ask.live.yes': 'Yes, go live',
  'schedule.ask.no': 'Not now',
  'schedule.removed': 'Removed: {what}.',
  'schedule.past': 'The last of “{what}”',
  'schedule.no_past': 'Nothing of “{what}” has been sent yet.',
  'schedule.past.line':
    '{slot} to {whom}: {state, select, sent {sent {at}} failed {not sent. {why}} skipped {left out: {why}} sending {being sent} held {waits for its time} other {waits{why, select, other { ({why})}}}}{failures, plural, =0 {} one { · one attempt failed} other { · # attempts failed}}',
  'schedule.past.stale': 'it was too late for it',
  'schedule.past.nothing': 'there was nothing to say',
  'schedule.past.removed': 'it was removed before',
  'schedule.past.behind': 'for another message',

  'schedule.title': 'Schedule',
  'schedule.form.title': 'Add a schedule',
  'schedule.form.what': 'What',
  'schedule.form.digest_reports': 'Daily digest',
  'schedule.form.all_reports': 'All weekly reports',
  'schedule.form.morning': 'Morning message, to each person their own',
  'schedule.form.month_review': 'Monthly review, of the last whole month',
  'schedule.form.quarter_review': 'Quarterly review, of the last whole quarter',
  'schedule.form.product_review': 'Products rising or falling three months in a row',
  'schedule.form.sheet': '1:1 sheets, one for each person, to who manages them',
  'schedule.form.reminder': 'A reminder in your own words',
  'schedule.form.words': 'Words of a reminder',
  'schedule.form.words_hint': 'What I say, as you put it. Not needed for anything else.',
  'schedule.form.words_missing': 'Write what I shall say.',
  'schedule.form.words_long': 'These are {length} characters; a reminder has {most} at most.',
  'schedule.form.about': 'About',
  'schedule.form.all': 'Everyone',
  'schedule.form.to': 'To',
  'schedule.form.to_channel': 'A channel',
  'schedule.form.to_people': 'Each of these people, in their messages with me',
  'schedule.form.channel': 'Channel',
  'schedule.form.channel_hint': 'I must be a member there: /invite me first. Not needed for what goes to people.',
  'schedule.form.channel_missing': 'Choose a channel.',
  'schedule.form.rhythm': 'When',
  'schedule.form.at': 'At',
  'schedule.form.people': 'People by name',
  'schedule.form.people_yes': 'Show who did what',
  'schedule.form.people_hint':
    'In a channel people stand by name where an admin adds this, or has published the leaderboard, and nobody hides.',
  'schedule.form.people_no': 'Totals only',
  'schedule.rhythm.workdays': 'Monday to Friday, except holidays',
  'schedule.rhythm.daily': 'Every day',
  'schedule.rhythm.mondays': 'Mondays',
  'schedule.rhythm.fridays': 'Fridays',
  'schedule.rhythm.second_mondays': 'Every second Monday',
  'schedule.rhythm.month_first': 'First working day of the month',
  'schedule.rhythm.month_last': 'Last working day of the month',
  'schedule.rhythm.quarter_first': 'First working day of the quarter',
  'schedule.rhythm.quarter_last': 'A working day before the quarter’s last',

  'problem.schedule.may_not': 'Managers have numbers of their teams sent out, admins all. Ask one of them.',
  'problem.schedule.gone': 'This schedule is not there any more. `/salespulse schedule` shows those there are.',
  'problem.schedule.no_such': 'There is no schedule {number}. `/salespulse schedule` shows those there are.',
  'problem.schedule.no_such_deed': 'I cannot {verb} a schedule. I know: {known}.',
  'problem.schedule.no_edit':
    'Only standups can be changed. Remove this one with `/salespulse schedule {number} remove`, and add it as it should be.',
  'problem.schedule.no_date': '“{words}” is no day. Write it as 2026-12-01.',
  'problem.schedule.past': '{words} is over. Pause until a day to come, or leave the day out.',
  'problem.schedule.future': '{words} is still to come.',
  'problem.schedule.whose':
    'I do not know “{words}” about schedules. Try `/salespulse schedule`, `… schedule in #channel`, `… schedule for @anna`, or `… schedule 2 pause until 2026-12-01`.',
} as const;
