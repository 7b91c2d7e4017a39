/** The words that `/log` understands. Only data; case and hyphens do not matter. The first of each is the one we write ourselves. */

export const typeWords = {
  call: ['call', 'called', 'phone call', 'phone', 'phoned', 'rang', 'calling', 'dialled', 'dialed'],
  email: ['email', 'emailed', 'e-mail', 'mail', 'mailed'],
  message: ['message', 'messaged', 'text message', 'texted', 'sms', 'whatsapp'],
  social: ['social', 'linkedin', 'social media', 'linkedin message'],
  meeting: ['meeting', 'met', 'visit', 'visited', 'appointment'],
  demo: ['demo', 'product demo', 'demonstration', 'presentation'],
  note: ['note', 'noted', 'memo', 'comment'],
} as const;

export const directionWords = {
  outbound: ['outbound', 'outgoing'],
  inbound: ['inbound', 'incoming', 'received'],
} as const;

export const callOutcomeWords = {
  answered: ['answered', 'picked up', 'reached', 'connected', 'spoke'],
  unanswered: ['unanswered', 'no answer', 'not answered', 'no reply', 'not reached', 'missed'],
  busy: ['busy', 'line busy', 'engaged'],
  voicemail: ['voicemail', 'voice mail', 'vm', 'left voicemail', 'left a voicemail', 'left message', 'left a message'],
} as const;

export const meetingOutcomeWords = {
  held: ['held', 'took place', 'attended'],
  no_show: ['no show', 'noshow', "didn't show"],
  cancelled: ['cancelled', 'canceled', 'called off'],
} as const;

export const callResultWords = {
  positive: ['positive', 'good', 'great', 'success', 'successful', 'interested'],
  neutral: ['neutral', 'undecided'],
  negative: ['negative', 'bad', 'not interested', 'no interest'],
} as const;

export const meetingResultWords = {
  sale: ['sale', 'sold'],
  demo: ['demo agreed', 'demo booked', 'demo'],
  next_step: ['next step', 'next steps', 'next step agreed'],
  none: ['no result'],
} as const;

/** Words that say a result and are just as likely part of a sentence: next to other text they stay in it as well. */
export const sentenceWords = [
  ...['good', 'great', 'success', 'successful', 'interested', 'not interested', 'no interest', 'undecided', 'bad'],
  ...['sold', 'demo', 'today'],
] as const;

/** After one of these, in a sentence, a word belongs to the sentence: "asked for a demo", "at 15:00". */
export const leaningWords = [
  ...['a', 'an', 'the', 'this', 'that', 'my', 'our', 'their', 'his', 'her', 'at', 'by', 'on', 'of', 'in', 'about'],
  ...[
    'until',
    'till',
    'before',
    'after',
    'no',
    'not',
    'and',
    'or',
    'to',
    'for',
    'from',
    'with',
    'next',
    'last',
    'want',
  ],
] as const;

/** What may stand between the type and the customer: "call with Acme". */
export const connectors = ['with', 'to', 'at', 'from', 'for'] as const;

/** Too common to be the beginning of a customer's name. */
export const commonWords = [
  ...['the', 'a', 'an', 'and', 'for', 'with', 'from', 'new', 'our', 'all', 'one', 'first', 'next', 'last', 'asked'],
  ...[
    'about',
    'send',
    'sent',
    'offer',
    'they',
    'their',
    'price',
    'best',
    'good',
    'great',
    'will',
    'back',
    'not',
    'but',
  ],
] as const;

/** In front of a colon: what follows is this. */
export const marks = { note: 'note', next: 'next(?: steps?)?' } as const;

export const timeWords = {
  today: 'today',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  at: 'at',
  on: ['on', 'by', 'until', 'till'],
  in: 'in',
  next: 'next',
  for: 'for',
  am: 'am',
  pm: 'pm',
  days: ['day', 'days'],
  weeks: ['week', 'weeks'],
} as const;

/** What longer times are said in; the first is how they are read back. */
export const dayUnits = ['days', 'day', 'd'] as const;

/** Units of durations, in the order h, min, s. */
export const durationUnits = {
  hours: ['h', 'hr', 'hrs', 'hour', 'hours'],
  minutes: ['m', 'min', 'mins', 'minute', 'minutes'],
  seconds: ['s', 'sec', 'secs', 'second', 'seconds'],
} as const;
