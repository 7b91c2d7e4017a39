/** Standups: what is asked, what was said, and how they are set up. */
export const standup = {
  'standup.ask.yesterday': 'What did you do yesterday?',
  'standup.ask.today': 'What will you do today?',
  'standup.ask.blockers': 'Is anything in your way?',

  'salespulse.help.standup':
    '`/salespulse standup` shows the standups of teams, and adds one. *Change* in the list, or `/salespulse standup 2 edit`, asks otherwise from the next time on. `/salespulse standup 2 pause` and the like do as they do with any schedule.',

  'standup.question': 'Standup of {team}: {questions, plural, one {a question} other {# questions}}, until {until}.',
  'standup.reminder': 'The standup of {team} closes at {until}, and you have not answered yet.',
  'standup.how': 'Or reply in this message’s thread, a line for each question.',
  'standup.heard': 'Is this your answer to the standup of {team}?',
  'standup.heard.yes': 'Yes, take it',
  'standup.heard.no': 'No, it is a question',
  'standup.done': '*Since {from}*: {figures}',
  'standup.done.nothing': '*Since {from}*: nothing was logged.',
  'standup.activity': '{type} {count}',
  'standup.figure': '{title} {value}',
  'standup.goals': '*Today’s goals*: {figures}',
  'standup.answer': 'Answer',
  'standup.skip': 'Nothing to report',

  'standup.form.title': 'Standup',
  'standup.form.intro': 'Standup of {team}, {day}. You can change it until {until}.',
  'standup.form.late':
    'Standup of {team}, {day}. It closed at {until}. What you say now is still added to the digest, marked as late; what you said before stays.',
  'standup.form.empty': 'Write something here, or press “Nothing to report” in my message.',
  'standup.saved':
    'Thank you. The team reads it in <#{channel}>. Until {until} you can change it with *Change my answers*.',
  'standup.saved_late':
    'Thank you. The standup had closed, so it is in the digest in <#{channel}> marked as late{fixed, plural, =0 {} other {; what you had said in time stays as it was}}.',
  'standup.change_answers': 'Change my answers',
  'standup.said.line':
    'Standup of {team}: you have answered{late, select, true {, after it had closed} added {; what you added after {until} is marked as late} other {. Until {until} you can change it}}.',
  'standup.said.nothing': 'Nothing to report.',
  'standup.noted': 'Noted.',
  'standup.next': 'Next: {question}',

  'standup.digest': 'Standup of {team}, {day}: {answered} of {asked} answered',
  'standup.digest.blocked': '{line}; {count, plural, one {one is} other {# are}} held up',
  'standup.blockers': ':construction: *In the way*',
  'standup.person': '*{name}*{late, select, true { _(late)_} other {}}',
  'standup.said': '_{question}_{late, select, true { _(late)_} other {}}\n{words}',
  'standup.more': '… and {count, plural, one {# more} other {# more}}',
  'standup.nothing': 'Nothing to report: {names}',
  'standup.missing': 'Not heard from: {names}',
  'standup.unreached': 'I could not reach: {names}',
  'standup.away': 'Away: {names}',
  'standup.thread': ':construction: *{name}*: {words}\nWho can help?',

  'standup.list': 'Standups',
  'standup.none': 'There is no standup yet.',
  'standup.change.title': 'Change a standup',
  'standup.add': 'Add a standup',
  'schedule.what.standup': 'Standup of {whose} in <#{channel}>',

  'standup.add.title': 'Add a standup',
  'standup.add.team': 'Team',
  'standup.add.channel': 'The digest goes to',
  'standup.add.at': 'Ask at',
  'standup.add.at_hint': 'By everybody’s own clock, on their working days.',
  'standup.add.window': 'Time to answer',
  'standup.add.minutes': '{minutes, plural, one {# minute} other {# minutes}}',
  'standup.add.hours': '{hours, plural, one {# hour} other {# hours}}',
  'standup.add.days': 'Days',
  'standup.add.questions': 'Questions',
  'standup.add.questions_hint':
    'One a line. “How was it? (1-5)” is a scale, “Where are you? (office | home)” a choice. What is said to a line that begins with ! stands on top, with a thread.',
  'standup.add.no_channel': 'Choose a channel.',
  'standup.add.no_days': 'Choose at least one day.',
  'standup.add.long_choice': 'This choice is too long: “{choice}”. A choice has {longest} characters at most.',
  'standup.add.too_much': 'All these questions and choices together are too long for one form. Leave some out.',
  'standup.add.no_questions': 'Write one to {most} questions, each of at most {longest} characters.',

  'problem.standup.not_asked':
    'You were not asked in this standup, so there is nothing to answer. A test keeps no answers.',
  'problem.standup.nobody_asked':
    'Nobody was asked in the standup of {day}, so there are no answers to post once more.',
  'problem.standup.closed': 'This standup is closed; what you said cannot be changed any more.',
  'problem.standup.changed_meanwhile':
    'Nothing is saved: somebody else has changed this standup while your form was open. Open it again to see what is there now.',
  'problem.standup.gone': 'This standup is not there any more.',
  'problem.standup.all_said': 'You have answered everything. To change it, press *Change my answers* in my message.',
  'problem.standup.no_such_choice': '“{words}” is no answer to “{question}”. Choose one of: {choices}.',
  'problem.standup.may_not': 'Managers set up the standups of their teams, admins all. Ask one of them.',
} as const;
