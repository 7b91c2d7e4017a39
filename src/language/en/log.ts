/** What `/log` says. */
export const log = {
  'log.description': 'Log a call, email, meeting or note',
  'log.usage': 'call Acme answered 12m asked for a proposal',

  'log.done': 'Logged: {what}',
  'log.undone': 'Taken back: {what}',
  'log.undone_already': 'That is already taken back.',
  'log.again': 'To log it again, change what was wrong and send:',
  'log.next': 'next: {step}',
  'log.next_on': 'next: {step} ({day})',
  'log.next_day': 'next step on {day}',
  'log.unnamed': 'No customer recognised: all of “{words}” is in the note.',
  'log.no_customer': 'Without a customer.',

  'log.today': 'today',
  'log.on_day': 'on {day}',
  'log.of_target':
    '{kind, select, call {call} meeting {meeting} other {activity}} {value} {isPast, select, true {{day} (target {target, number})} other {of {target, number} {day}}}',
  'log.count':
    '{kind, select, call {{count, plural, one {# call} other {# calls}}} meeting {{count, plural, one {# meeting} other {# meetings}}} other {{count, plural, one {# activity} other {# activities}}}} {day}',

  'log.no_standing': 'How the day stands I could not count just now; `/kpi me` shows it.',

  'log.ask.words': 'What did you do? For example:',
  'log.ask.examples':
    '`/log call Acme answered 12m asked for a proposal`\n`/log meeting Acme held next: send offer friday`\n`/log email Acme yesterday 15:00 sent the offer`',
  'log.ask.type':
    'What was it? Choose below, or send it again with a word such as `call`, `email`, `meeting` or `note`.',
  'log.ask.customer': 'Which customer is “{words}”? Choose below, or send it again with the full name.',
  'log.ask.outcome': 'Did it take place? Choose below, or send it again with `held`, `no show` or `cancelled`.',
  'log.ask.note': 'What shall the note say? For example: `/log note Acme prefers calls in the morning`',
  'log.ask.future':
    '“{time}” is still to come, and only what has happened can be logged. A plan goes behind `next:`, such as `next: call back friday`; words of a sentence can be put in quotes.',
  'log.ask.past_step':
    'The next step would be due on {day}, which is over. Send it again with a day to come, such as `next: send offer friday`, or without one.',
  'log.ask.duration':
    '“{typed}” is no length of a call or meeting: that is more than nothing and a week at most, such as `12m`, `1h 30m` or `90s`. Words of a sentence can be put in quotes.',
  'log.ask.shorter':
    'The note or the next step is too long by {count, plural, one {# character} other {# characters}}.',
  'log.ask.nothing_logged': 'Nothing is logged yet. Your words:',

  'group.direction.inbound': 'Inbound',

  'log.button.undo': 'Undo',
} as const;
