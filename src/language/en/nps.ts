/** What is said about customers' answers, in Slack and on their page. */
export const nps = {
  'nps.description': 'Ask customers how likely they are to recommend you, and follow up on what they say',
  'nps.usage': '[link Acme | csat Acme | Acme | record Acme 4 too slow | help]',
  'nps.help':
    '`/nps` shows your open cases, `/nps Acme` what a customer answered.\n`/nps link Acme` makes a personal link for a customer, `/nps link Acme jane@acme.com` for a person there.\n`/nps send Acme jane@acme.com` sends it to them by e-mail; `/nps email Acme` makes a row of numbers to put into an e-mail of your own.\n`/nps channel Acme #acme-shared` asks their people in a channel that is shared with them.\n`/nps record Acme 4 too slow` types in what a customer told you.\nWith `csat` in front it is about how satisfied they are, from 1 to 5: `/nps csat Acme` makes a link for that, `/nps csat record Acme 4` types it in.\n`/nps contact Acme jane@acme.com` notes where a customer is asked; `/nps schedule on` asks customers by itself after a won deal, which admins say.\nA name of several words can be put in quotes.',
  'nps.slip': 'I know no `/nps {verb}`, and no customer called so. Did you mean one of these?',
  'nps.who': '{person, select, none {{customer}} other {{person} of {customer}}}',

  'nps.link.made':
    'A link {instrument, select, csat {to ask {who} how satisfied they are} other {for {who}}}, good until {until}, for one answer. Send it to nobody else: whoever has it can answer for them.',
  'nps.link.send': 'Send by e-mail',
  'nps.send.going':
    'On its way by e-mail to {to} of {customer}, good until {until}. Should it not get through, I tell you.',
  'nps.send.before':
    'It was sent to {to} of {customer} on {day}, and the link in it is good until {until}. There is no second e-mail.',
  'nps.send.unsure':
    'An e-mail to {to} of {customer} was given to the mail server, which then broke off: they may have it, and nobody can find out. I send a second one only if you say so; the link in both is the same.',
  'nps.send.second': 'Send a second one',
  'nps.mail.from': '{asker, select, none {{workspace} asks} other {{asker} of {workspace} asks}} you this.',
  'nps.mail.choose': 'Choose a number and, if you like, add a few words: {address}',
  'nps.mail.decline': 'I would rather not answer',
  'nps.link.replaced': 'The one of {asked}, which asks the other question, does not work any more.',
  'nps.link.others':
    'Somebody there {kind, select, declined {would rather not answer} other {answered}} on {since}: should that be who you ask, wait.',
  'nps.link.again':
    'The link that {who} was given on {asked} is still open, until {until}; there is no second one beside it.',
  'nps.email.sent':
    'A row of numbers for {who} is in our messages as a file: open it in a browser, select it all, and paste it into your e-mail. It is good until {until}, for one answer.',
  'nps.email.failed': 'The file did not arrive. The link alone: {address}',

  'nps.recorded':
    'Noted for {who}, as typed in by you: {score} of {most}{instrument, select, csat { (satisfaction)} other {}}.',
  'nps.recorded.case': 'That opens a case: {owner} gets a message about it.',
  'nps.history': '*What {customer} answered*',
  'nps.history.none': '{customer} has not answered anything yet. `/nps link {customer}` makes a link to ask with.',
  'nps.history.none_yet': '{customer} has not answered anything yet.',
  'nps.history.waiting':
    'Asked{instrument, select, csat { about satisfaction} other {}} on {asked}{person, select, none {} other {: {person}}}; the link is open until {until}.',
  'nps.history.line':
    '*{score} of {most}*{instrument, select, csat { (satisfaction)} other {}} · {day}{person, select, none {} other { · {person}}}{typed, select, none {} other { · typed in by {typed}}}',
  'nps.history.more': 'The latest {count} are shown.',
  'nps.history.case': 'Open case of {day}',
  'nps.state.open': 'open',
  'nps.state.calling': '{name} calls',
  'nps.state.solved': 'solved {at}{solution, select, none {} other {: {solution}}}',
  'nps.cases': '*Open cases*, the oldest first',
  'nps.cases.none': 'No customer of yours waits for a solution. `/nps help` says what else there is.',
  'nps.cases.none_lately': 'No case of the last {days} days is open.',
  'nps.cases.more':
    '{more, plural, one {One later case} other {# later cases}} of the last {days} days {more, plural, one {is} other {are}} open, too.',
  'nps.cases.older':
    '{older, plural, one {One case} other {# cases}} from more than {days} days ago {older, plural, one {is} other {are}} open, too: `/nps Acme` shows those of a customer.',
  'nps.asked':
    '{asked, plural, one {One was} other {# were}} asked by a personal link in the last {days} days: {parts}.',
  'nps.asked.answered': '{answered, plural, =0 {nobody has answered yet} other {# answered ({share})}}',
  'nps.asked.declined': '{declined} would rather not',
  'nps.asked.waiting': '{waiting} can still answer',
  'nps.cases.line':
    '*{score} of {most}* · {who} · {owner}, since {day}{calls, select, none {} other {; {calls} calls}}',
  'nps.cases.you': 'you',
  'nps.cases.nobody': 'nobody yet',

  'nps.watch': 'Tell me when more are unhappy',
  'nps.watch.already': 'I watch this for you already: `/salespulse alert` shows it.',

  'nps.case.opened': '{who} is unhappy: {score} of {most}',
  'nps.case.reminder': 'Still open since {at}: {who} gave {score} of {most}',
  'nps.case.escalated': 'Nobody has solved it since {at}: {who} gave {score} of {most}. It is with {owner}.',
  'nps.case.closed': 'Solved: {who} gave {score} of {most}',
  'nps.case.no_words': 'They wrote nothing.',
  'nps.case.before': 'Before: {all}.',
  'nps.case.before.one': '{score} ({day})',
  'nps.case.first': 'It is their first answer.',
  'nps.case.typed': 'Typed in by {name}.',
  'nps.case.call': '{name} will call, said {at}.',
  'nps.case.solved': ':white_check_mark: Solved by {name}, {at}: {solution}',
  'nps.case.solved_before': ':white_check_mark: Solved, {at}.',
  'nps.case.button.call': 'I’ll call',
  'nps.case.button.solved': 'Solved',
  'nps.somebody': 'somebody',
  'nps.promoter': '{who} would recommend you: {score} of 10',
  'nps.promoter.hint': 'Who is so happy is often glad to be asked for a reference.',
  'nps.promoter.button': 'Ask for a reference',
  'nps.promoter.step': 'ask {who} for a reference',
  'nps.promoter.noted': '{name} asks for a reference: it is a next step for {day}.',
  'nps.promoter.asked': '{name} has taken it on to ask for a reference, {at}.',

  'nps.solved.title': 'How was it solved?',
  'nps.solved.label': 'What was done?',
  'nps.solved.hint': 'It stays with the answer: whoever talks to this customer next reads it.',
  'nps.solved.empty': 'Write in a few words what was done.',
  'nps.solved.saved': ':white_check_mark: {who}: solved after {time}.',

  'nps.page.question.nps': 'How likely are you to recommend {workspace} to a colleague?',
  'nps.page.least.nps': '0 = not at all likely',
  'nps.page.most.nps': '10 = very likely',
  'nps.page.question.csat': 'How satisfied are you with {workspace}?',
  'nps.page.least.csat': '1 = not at all satisfied',
  'nps.page.most.csat': '5 = very satisfied',
  'nps.page.spoken': '{score} of {most}',
  'nps.page.hint':
    'Nothing is sent before you press Send: until then you can choose another number and add a few words.',
  'nps.page.lacking': 'Nothing was recorded yet: choose a number, then send it. What you wrote is still here.',
  'nps.page.why': 'What is the main reason? (optional)',
  'nps.page.reader':
    'Your answer is read at {workspace}, above all by whoever looks after you there. It is not anonymous.',
  'nps.page.send': '{score, select, none {Send} other {Send {score}}}',
  'nps.page.decline': 'I would rather not answer',
  'nps.page.thanks': 'Thank you. Your answer has arrived.',
  'nps.page.thanks.more':
    'It is read at {workspace}, above all by whoever looks after you there. It is counted once, and this link has done its work. If you would like to add something, reply to whoever sent it to you at {workspace}.',
  'nps.page.declined': 'All right, we do not ask you again for a while.',
  'nps.page.declined.more':
    'You can close this page. Should you change your mind, the link stays good for its 30 days.',
  'nps.page.after_all': 'Answer after all',
  'nps.page.unsubscribed': 'You get no more e-mails like this from {workspace}.',
  'nps.page.unsubscribed.more': 'You can close this page.',
  'nps.page.expired': 'This link has expired.',
  'nps.page.expired.more':
    'Links are good for 30 days, unless another one takes their place. If you would still like to tell {workspace} what you think, ask whoever sent it to you for a new one.',
  'nps.page.unknown': 'This link does not lead anywhere.',
  'nps.page.unknown.more':
    'It may have been cut off on its way. Open it again from the message it came in, or ask whoever sent it to you for a new one.',
  'nps.page.failed': 'Please try again.',
  'nps.page.failed.reading': 'Something went wrong on our side. In a minute it should work again.',
  'nps.page.failed.sending':
    'Something went wrong on our side. What you wrote is still here: please send it again in a minute. It is counted once, however often you send it.',
  'nps.page.failed.declining': 'Something went wrong on our side. Please press it again in a minute.',
  'nps.page.again': 'Try again',
  'nps.page.broken': 'This did not arrive as it should.',
  'nps.page.broken.more': 'Nothing was recorded. Go back, choose a number, and send it again.',

  'problem.nps.no_address':
    'Customers cannot reach me yet, so a link would lead nowhere. Whoever runs me sets `PUBLIC_URL` to the web address of my port, such as `https://bot.example.com`, and starts me again.',
  'problem.nps.no_mail':
    'I have no mail server yet. Whoever runs me sets `SMTP_URL` and `SMTP_FROM` and starts me again. Until then `/nps email` makes a row of numbers to paste into an e-mail of your own.',
  'problem.nps.send.whom': 'To which e-mail address? For example `/nps send {customer} jane@acme.com`.',
  'problem.nps.unsubscribed':
    '{to} wants no more e-mails from us. You can still give them a link yourself: `/nps link` makes one.',
  'problem.nps.link.whom':
    '{person} is no whole e-mail address, so I made no link. Write it whole, such as `/nps link {customer} jane@acme.com`, or the person’s name.',
  'problem.nps.whom': 'Which customer? For example `/nps link Acme`.',
  'problem.nps.several': 'That could be {names}. Choose one, or write the whole name in quotes.',
  'problem.nps.nobody':
    'I know no customer called “{words}”. Write the name as your deals have it; `/nps help` says what else there is.',
  'problem.nps.near': 'I know no customer called “{words}”. Did you mean {names}?',
  'problem.nps.not_yours': '{customer} is a customer of {owner}: this is for them, their managers and admins.',
  'problem.nps.answered':
    '{who} answered on {since}: {about, select, csat {how satisfied they are} other {how likely they are to recommend you}}. After an answer nobody is asked anything for {days} days, so that it does not become a burden: from {until} on there can be a link. What they tell you until then goes in with {instrument, select, csat {`/nps csat record {customer} 4`} other {`/nps record {customer} 8`}}; `/nps {customer}` shows what they said.',
  'problem.nps.declined':
    '{who} would rather not say on {since} {about, select, csat {how satisfied they are} other {how likely they are to recommend you}}. After that nobody is asked anything for {days} days: from {until} on there can be a link. What they tell you until then goes in with {instrument, select, csat {`/nps csat record {customer} 4`} other {`/nps record {customer} 8`}}.',
  'problem.nps.score':
    '{typed, select, none {Which number} other {{typed} is not on the scale. Which whole number}}, {instrument, select, csat {from 1 to 5? For example `/nps csat record {customer} 4 quick help`.} other {from 0 to 10? For example `/nps record {customer} 4 too slow`.}}',
  'problem.nps.gone': 'This answer is not there any more.',
  'problem.nps.solved': 'This case has been solved already; `/nps {customer}` shows how.',
} as const;
