/** Surveys of employees: why somebody gave a score, and questions of one's own. */
export const pulseOwn = {
  'pulse.why': 'You gave *{score}*. What is the main reason for your score?',
  'pulse.why.label': 'What is the main reason for your score?',
  'pulse.say_why': 'Say why',
  'pulse.say_why.spoken': 'Say why, in your own words: opens a form',
  'pulse.no_why': 'Leave it at that',
  'pulse.no_why.spoken': 'Leave it at that, and give no reason',
  'pulse.write': 'Write an answer',
  'pulse.write.spoken': 'Write an answer to: {question}',
  'pulse.rewrite': 'Change what I wrote',
  'pulse.go_on': 'Go on',
  'pulse.leave_out': 'Leave it out',
  'pulse.words.title': 'Your answer',
  'pulse.scale.own': '{from} = least, {to} = most',

  'pulse.title.own': '{count, plural, one {One question} other {# questions}} to you, until {until}. {survey}.',
  'pulse.add.own': 'Own questions',
  'pulse.add.written': 'Your own questions',
  'pulse.add.written_hint':
    'One to {most}, one a line. “How was it? (1-5)” is a scale, “Where do you like to work? (office | home | both)” a choice, and a line without brackets asks for words.',
  'pulse.add.none_written':
    'Write one to {most} questions, one a line. There {count, plural, =0 {are none} one {is one} other {are #}} now.',
  'pulse.add.not_own':
    'These are not asked as long as something else is chosen on top. Choose “Own questions” there, or empty this field.',
  'pulse.add.fault.long': 'Line {line} is longer than {longest} characters.',
  'pulse.add.fault.scale':
    'Line {line}: a scale is written behind its question in brackets, the lower number first, from {from} to {to} at most: How was it? (1-5)',
  'pulse.add.fault.choice':
    'Line {line}: a choice is written behind its question in brackets, with two to {options} different answers of at most {longest} characters: Where? (office | home)',
  'pulse.add.fault.twice': 'Line {line} asks what another line asks already.',
  'schedule.what.own': 'Own questions to {whose}, {questions, plural, one {one question} other {# questions}}',

  'pulse.own.words': '• {question}',
  'pulse.results.title.own':
    'Our own questions: what {answers} of {invited}{team, select, none {} other { in {team}}} answered ({share} %)',
  'pulse.results.survey.own': 'Own questions',
  'pulse.results.scale':
    '*{mean, number, ::.0}* on a scale from {from} to {to}{change, select, none {} chance {; no change beyond chance since {since}} other { ({change} since {since})}}',
  'pulse.results.rose': '▲{by, number, ::.0}',
  'pulse.results.fell': '▼{by, number, ::.0}',
  'pulse.results.scale.counts': 'How many gave each: {counts}',
  'pulse.results.scale.count': '*{score}*: {count}×',
  'pulse.results.choice': '• {choice}: *{count}* of {answers}',
  'pulse.results.alike': '_Not shown: fewer than {least} answered it, or all of them alike._',
  'pulse.results.written':
    '{count, plural, =0 {_Nothing was written that may be read here._} one {*One answer*} other {*# answers*}}{count, plural, =0 {} other {, in random order}}',
  'pulse.results.more_written': 'Not all of them fit here; another reading has others.',
  'pulse.results.reworded':
    'The questions have changed since {since}{instrument, select, own {: only what was asked then, too, is compared.} other {, so nothing is compared with that.}}',

  'pulse.add.reps': 'Reps',
  'pulse.add.managers': 'Managers and admins',
  'pulse.add.sample': '{part, select, 2 {Half} 3 {A third} other {A quarter}} of everyone at random, others each time',
  'pulse.add.about_hint':
    'Of a part at random everyone is asked once before anybody is asked again. At least {least} people have to be asked at a time.',
  'pulse.whose.reps': 'reps',
  'pulse.whose.managers': 'managers and admins',
  'pulse.whose.sample': '{part, select, 2 {half} 3 {a third} other {a quarter}} of everyone at random',
  'schedule.to.role': '{role, select, reps {all reps} other {all managers and admins}}, each in person',
  'schedule.to.sample':
    '{part, select, 2 {half} 3 {a third} other {a quarter}} of everyone at random, others each time, each in person',
  'pulse.not_held.too_alike':
    '{what} was not held: some of those it asks have been asked a question in the same words within three months, by another survey or as part of another audience. Beside each other the two would tell what the few said who are the difference. It can ask other questions (*Change*), or these from {until} on.',
  'problem.pulse.too_alike':
    'Some of those it asks have been asked a question in the same words within three months, by another survey or as part of another audience. Beside each other the two would tell what the few said who are the difference. Wait until {until}, or ask other questions.',
  'pulse.not_held.too_often':
    '{what} was not held: some of those it asks have been asked in {most, plural, one {a survey} other {# surveys}} within three months, and more there may not be here. To leave them out would tell what they said, so all wait.',
  'problem.pulse.changed_meanwhile':
    'Nothing is saved: somebody else has changed this survey while your form was open. Open it again to see what is there now.',
  'problem.pulse.too_often':
    'Some of those it asks have been asked in {most, plural, one {a survey} other {# surveys}} within three months, and more there may not be here (`surveys-a-quarter` of the settings). To leave them out would tell what they said, so all wait.',

  'pulse.change.title': 'Change a survey',
  'pulse.changed':
    'Changed, from the next round on. A question in other words is another question: its answers are not compared with those before.',
  'problem.pulse.gone': 'This survey is not there any more. `/pulse` shows those there are.',
} as const;
