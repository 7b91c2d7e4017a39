/** How much a person hears from the bot unasked. */
export const quiet = {
  'salespulse.help.quiet':
    '`/salespulse quiet` shows how many messages a day I send you unasked, and offers fewer. What is more than that waits for your morning message.',
  'quiet.button': 'Quieter',
  'quiet.title': 'Quieter',
  'quiet.label': 'What would you like?',
  'quiet.hint':
    'What I do not send at once waits for your morning message; nothing is lost. A standup or a survey still asks you, and the digests and reports you have ordered come as before.',
  'quiet.most':
    '{most, plural, =0 {Unasked I send you only the morning message.} one {I send you at most one message a day unasked.} other {I send you at most # messages a day unasked.}}{isOwn, select, yes { That is your own wish.} other {}}',
  'quiet.paused.standup': 'Until {until} nothing reminds you of a standup.',
  'quiet.paused.alert': 'Until {until} alerts wait for your morning message.',
  'quiet.paused.target': 'Until {until} news about targets waits for your morning message.',
  'quiet.paused.pulse': 'Until {until} nothing reminds you of a survey.',
  'quiet.choice.half': 'At most {most, plural, one {one message} other {# messages}} a day',
  'quiet.choice.morning': 'Only the morning message',
  'quiet.choice.pause.standup': 'No reminders of standups for a week',
  'quiet.choice.pause.alert': 'No alerts by themselves for a week',
  'quiet.choice.pause.target': 'No news about targets by itself for a week',
  'quiet.choice.pause.pulse': 'No reminders of surveys for a week',
  'quiet.choice.usual': 'As usual: {most, plural, one {one message} other {# messages}} a day',
  'quiet.saved': 'Saved.',
  'quiet.undo': 'To undo it, press *Quieter* again, or type `/salespulse quiet`, and choose *As usual*.',
} as const;
