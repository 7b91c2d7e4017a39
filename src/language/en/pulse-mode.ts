/** Surveys that keep who said what, and what they promise instead. */
export const pulseMode = {
  'pulse.mode': 'Who may know who said what?',
  'pulse.mode.anonymous': 'Anonymous: nobody, ever',
  'pulse.mode.confidential': 'Confidential: the person, and you',
  'pulse.mode.hint':
    'It cannot be changed later, and everybody who is asked is told. Confidential: you read the answers by person when a round has closed, but never those of people you lead; nobody else does.',
  'pulse.mode.own_team':
    'You lead this team, so you would read nobody’s answers. Choose Anonymous, or let somebody else set it up.',
  'pulse.mode.listed': '{mode, select, confidential {{what}, confidential} other {{what}}}',

  'pulse.promise.confidential':
    ':bust_in_silhouette: Confidential, not anonymous: your answer is kept with your name. {reads, select, true {You read it (`/pulse mine`), and {owner}, whose survey this is; nobody else, not your manager, not an admin.} other {Nobody reads it but you (`/pulse mine`){owner, select, none {} other {: {owner}, whose survey this is, leads you, so yours is not shown to them}}.}} Everybody who was asked reads the results of groups of {least} or more.',
  'pulse.promise.preview':
    ':bust_in_silhouette: Confidential, not anonymous: answers are kept with names. Each person reads their own, and you read those of people whom you do not lead; nobody else does. Everybody who was asked reads the results of groups of {least} or more.',
  'pulse.reminder.confidential':
    'The questions above are open until {until}: {survey}. They take a minute. If you have answered meanwhile: thank you.',
  'pulse.comment.hint.confidential':
    'It is kept with your answer and your name, and stands in nobody’s results: it is read by who reads your answer, as your message says.',
  'pulse.comment.saved.confidential':
    'Thank you. What you wrote is kept with your answer. Until the survey closes you can change it.',
  'pulse.closed.confidential':
    'This survey has closed ({survey}), so nothing can be changed any more. The results come to everybody who was asked; `/pulse mine` shows what you said.',
  'pulse.results.none.confidential':
    'The survey has closed with fewer than {least} answers, so there are no results. Single answers stay with who gave them.',
  'pulse.results.foot.confidential':
    'A confidential survey. Groups of fewer than {least}, and what would give them away, are not shown in results. Single answers are kept, for who gave them and for the survey’s owner.',

  'pulse.mine': '*What you have said with your name*',
  'pulse.mine.none':
    'Nothing is kept with your name: you have answered no confidential survey. Answers to anonymous ones cannot be found by anybody’s name; your own message shows yours while the survey is open.',
  'pulse.mine.round': '*{survey}*, read by {owner, select, none {you alone} other {you and {owner}}}',
  'pulse.mine.more': '{count, plural, one {One earlier survey is} other {# earlier surveys are}} not shown.',

  'pulse.answers': 'Answers by person',
  'pulse.answers.title': 'Answers by person',
  'pulse.answers.none':
    'There is nothing here for you. Answers by person exist only of confidential surveys that have closed, and only who owns such a survey reads them.',
  'pulse.answers.head':
    '*{survey}*: {answers} of {invited} answered{pages, plural, =1 {} other {, page {page} of {pages}}}',
  'pulse.answers.hidden':
    '{count, plural, one {One answer is} other {# answers are}} not shown to you: of people you lead, or led when it began, and of those with whom the results count them. Else theirs could be worked out.{actions, plural, =0 {} other { Nor is what each said of the actions before it.}}',
  'pulse.answers.promise': 'These people were promised that nobody reads this but you. Do not pass it on.',
  'pulse.answers.page': 'Page {page}',

  'pulse.privacy.confidential':
    '*Confidential surveys* say so at the start, on every question and at the end; whether a survey is one is fixed when it is set up. What you answer (table `pulse_named_answers`: workspace, round, your name, your answer with its comment) is read by you with `/pulse mine`, and by the owner of the survey when it has closed, but not if the owner leads you, or led you when it began (nor are then those shown with whom the results count you); an admin who is not the owner does not; whoever runs this bot and its database could. When it closes, it stays. Reminders look it up. Results are made of the same groups as those of anonymous surveys, and have no comments. All the rest here is about anonymous surveys.',
} as const;
