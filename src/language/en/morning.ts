/** What a person reads in the morning. */
export const morning = {
  'morning.greeting': 'Good morning, {name}: {all}.',
  'morning.to_go': '{figures} to go today',
  'morning.figure': '{title} {value}',
  'morning.met': 'all you set out to do today is done',
  'morning.month_only': 'this is where your month stands',
  'morning.steps_count': '{count, plural, one {# next step} other {# next steps}}',
  'morning.leads_count': '{count, plural, one {# lead is waiting} other {# leads are waiting}}',
  'morning.silent_count': '{count, plural, one {# customer has} other {# customers have}} fallen silent',
  'morning.kept_count': '{count, plural, one {# more thing} other {# more things}} waited',
  'morning.kept':
    '{count, plural, one {One more thing} other {# more things}} waited, as you had enough messages for a day or wanted fewer',
  'morning.kept_one': '*{number}*  {line}',
  'morning.kept_show': 'Show {number}',
  'morning.month': 'Your month, {period}',
  'morning.steps': 'Next steps',
  'morning.step':
    '• {step}{about, select, none {} other { – {about}}}{overdue, select, yes { · *overdue* since {day}} other {}}',
  'morning.done': 'Done: {step}',
  'morning.done_short': 'Done',
  'morning.leads': 'Leads waiting for a first answer',
  'morning.lead': '• {name}{source, select, none {} other { ({source})}}, since {day}',
  'morning.silent': 'Customers you have not heard of for 60 days',
  'morning.silent_one': '• *{name}*, last on {day}, {days} days ago. To send:\n>{words}',
  'morning.check_in':
    'Hello, it is {name}. It has been a while since we last spoke, and I would like to know how things are going at {customer}. Is there anything I can help with? I am glad to call you this week.',
  'morning.more': '… and {count, plural, other {# more}}.',
  'morning.all_done': 'Done. Nothing else is waiting for you.',
  'problem.morning.kept_shown': 'It has been sent to your messages with me already.',
  'problem.morning.no_step': 'This next step is not there any more, or somebody else’s.',
} as const;
