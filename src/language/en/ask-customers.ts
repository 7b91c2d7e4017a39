/** What is said about customers who are asked by themselves after a won deal. */
export const askCustomers = {
  'schedule.what.customers.nps': 'Asks customers after a won deal how likely they are to recommend you',
  'schedule.what.customers.csat': 'Asks customers after a won deal how satisfied they are',

  'nps.turn':
    '{customer} was won {days, plural, =0 {today} one {yesterday} other {# days ago}}: here is a link to ask {who} with.',
  'nps.turn.hint': 'It is good until {until}, for one answer. I ask you again at the next turn.',
  'nps.turn.not_now': 'Not now',
  'nps.turn.left': 'All right, {customer} is not asked this time.',

  'nps.contact':
    '{to, select, none {I know no e-mail address of {customer}. `/nps contact {customer} jane@acme.com` notes one.} other {{customer} is asked at {to}.}}',
  'nps.contact.noted':
    '{to, select, none {{customer} has no address noted any more.} other {Noted: {customer} is asked at {to}.}}',

  'nps.schedule': 'Customers are asked by themselves after a won deal.',
  'nps.schedule.none':
    'Customers are asked only when somebody asks them. `/nps schedule on` asks them by themselves: on the morning after a won deal, 30 days after it, then every 90 days.',
  'nps.schedule.on':
    '{how, select, mail {From now on customers are asked by e-mail where an address is known; else their owner gets the link.} other {From now on owners get a link for each customer whose turn it is.}} It is the morning after a won deal, 30 days after it, then every 90 days; whoever answered or declined has a rest.',
  'nps.schedule.off': 'Customers are not asked by themselves any more.',
  'nps.schedule.test': '*Whose turn it is today*',
  'nps.schedule.would': '{customer}, won on {day}: {owner}',
  'nps.schedule.nobody': 'It is no customer’s turn today. Nobody would be asked.',

  'problem.nps.schedule.may_not': 'Whether customers are asked by themselves is for admins to say.',
  'problem.nps.schedule.which': '`/nps schedule on` or `/nps schedule off`?',
  'problem.nps.schedule.own_day':
    'Each customer has their own day after a won deal. `/nps send` and `/nps link` ask one of them now.',
  'problem.nps.contact': 'That is no e-mail address. For example `/nps contact {customer} jane@acme.com`.',
} as const;
