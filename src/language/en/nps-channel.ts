/** What a customer's people read in a channel that is shared with them, and who asks them there. */
export const npsChannel = {
  'nps.channel.asked': 'I ask {customer}’s people in {channel}. Whoever of them presses a number has answered, once.',
  'nps.channel.again': 'I have asked {customer}’s people in {channel} today already, {day}.',
  'problem.nps.which_channel':
    'Which channel? One that is shared with the customer and that I am in, for example `/nps channel Acme #acme-shared`.',

  'nps.connect.ends': '{least}, {most}',
  'nps.connect.foot': 'For the people of {customer}. Only {workspace} sees what you press.',
  'nps.connect.more': 'Say more',
  'nps.connect.thanks': 'Thank you: {score} of {most}. Would you like to say why?',
  'nps.connect.answered': 'You have answered already: {score} of {most}. What you add with Say more is read.',
  'nps.connect.why': 'You chose {score}. What is the main reason?',
  'nps.connect.submit': 'Send',
  'nps.connect.empty': 'Write in a few words why.',
  'nps.connect.heard': 'Thank you. {workspace} has it.',
  'problem.nps.connect.own': 'This is for the customer’s people. What one of them told you goes in with `/nps record`.',
  'problem.nps.connect.number_first': 'Choose a number first, then say why.',
  'problem.nps.connect.lately': 'You told {workspace} on {day} already. Thank you, once is enough.',
} as const;
