/** Surveys of employees: what is asked, what is promised, and what came of it. */
export const pulse = {
  'pulse.description': 'Short anonymous surveys of how work feels, and what came of them',
  'pulse.usage': '[results | export | privacy | help]',
  'pulse.usage.read':
    '*What is asked, and what came of it*\n`/pulse`: what is open, and the last results in short\n`/pulse results`: the last results in full; `/pulse results 2026-03` of an earlier round\n`/pulse export`: all results that are yours to read, as a file',
  'pulse.usage.privacy': '*What is kept of an answer*\n`/pulse privacy`: in five lines, or column by column',
  'pulse.usage.named':
    '*Confidential surveys*, which keep names\n`/pulse mine`: what you have said in them\n`/pulse answers`: the answers to those you own',
  'pulse.usage.set_up':
    '*To set one up* (managers and admins)\n*Add a survey* below `/pulse`: how work is, whether one recommends it, or questions of your own',

  'pulse.enps': 'How likely are you to recommend working here to a friend?',
  'pulse.driver.recognition': 'Recognition',
  'pulse.driver.workload': 'Workload',
  'pulse.driver.manager': 'Manager',
  'pulse.driver.growth': 'Growth',
  'pulse.driver.tools': 'Tools',
  'pulse.driver.pay': 'Pay',
  'pulse.driver.team': 'Team',
  'pulse.scale.5.1': 'not at all',
  'pulse.scale.5.2': 'rather not',
  'pulse.scale.5.3': 'partly',
  'pulse.scale.5.4': 'mostly',
  'pulse.scale.5.5': 'fully',
  'pulse.scale.5': '1 = not at all, 5 = fully',
  'pulse.scale.10': '0 = not at all likely, 10 = very likely',
  'pulse.spoken': '{score} of {most}{meaning, select, none {} other {: {meaning}}}',

  'pulse.title.pulse': 'How is work? {count, plural, one {One question} other {# questions}}, until {until}. {survey}.',
  'pulse.title.enps': 'One question about working here, until {until}. {survey}.',
  'pulse.survey_of':
    '{instrument, select, pulse {Pulse of {whom}} enps {eNPS of {whom}} other {Questions to {whom}: “{first}”{more, plural, =0 {} other { and # more}}}}, from {owner}',
  'pulse.progress': '*{number} of {count}*  {question}',
  'pulse.promise':
    ':lock: Anonymous: nobody sees who said what, not your manager, not an admin. Groups of fewer than {least} are never shown. `/pulse privacy` says what is kept.',
  'pulse.later': 'Tomorrow',
  'pulse.decline': 'Not this time',
  'pulse.back': 'Change my answers',
  'pulse.step_back': 'Back',
  'pulse.leave_as_is': 'Done',
  'pulse.chosen': 'Your answer so far: {answer}',
  'pulse.comment': 'Add a comment',
  'pulse.join': 'Take part after all',
  'pulse.done':
    'Thank you, that was all. You can change it until {until}; then everybody who was asked reads the results.',
  'pulse.own': '• {question} *{score}*',
  'pulse.own.comment': '• Comment:',
  'pulse.declined': 'All right, not this time. Nobody is told, and you are not asked again in this round.',
  'pulse.not_held.too_few':
    '{what} was not held: it would ask fewer than {least} people, and then everybody would know who said what.',
  'pulse.not_held.too_soon':
    '{what} was not held: some of those it asks were asked the same within {days} days. Two rounds of nearly the same people would tell what the difference said.',
  'pulse.put_off': 'All right, I shall come back to it {at}. You can also answer above at any time until {until}.',
  'pulse.too_late':
    'No reminder is left before it closes, so I shall not come back to it. Until {until} you can answer above.',
  'pulse.reminder':
    'The questions above are open until {until}: {survey}. They take a minute, and nobody sees who said what. If you have answered meanwhile: thank you.',
  'pulse.preview':
    'This is what {people, plural, one {one person gets} other {# people get}}. It is a preview: nobody was asked, and it has no buttons.',
  'pulse.few':
    'There are fewer than {least} of them, so there would be no results: with so few, everybody would know who said what.',
  'pulse.few_words':
    'There are fewer than {least} of them, so nobody would read what they write in their own words: that is shown only where {least} or more have answered.',

  'pulse.comment.title': 'Your comment',
  'pulse.comment.label': 'What would you like to add?',
  'pulse.comment.hint':
    'What you write is read, in random order, by admins{of, select, team { and by who leads {team}, and only where {least} or more people answered} part { where {least} or more people answered, and by who leads {team} where {least} or more of {team} did} other {, and only where {least} or more people answered}}. Do not write who you are, unless you want to.',
  'pulse.comment.saved':
    'Thank you. What you wrote is kept with your answer, without your name. Until the survey closes you can change it.',
  'pulse.comment.removed': 'What you wrote is taken back.',
  'pulse.comment.none': 'You have written nothing, so nothing is kept in words. Your answers stay as they are.',

  'pulse.results.none':
    'The survey has closed with fewer than {least} answers, so nothing of it is shown to anybody. What was answered is deleted.',
  'pulse.results.changed':
    'The questions are others than last time, so a change may be theirs rather than yours; every question comes round again.',
  'pulse.results.comments': '{count, plural, one {*One comment*} other {*# comments*}}, in random order',
  'pulse.results.said': '> {words}',
  'pulse.results.said_by_one': '*{number}.*',
  'pulse.results.more_teams':
    'And {count, plural, one {one team} other {# teams}} more{instrument, select, own {, for which there is no place here.} other {: `/kpi employee satisfaction by team`.}}',
  'pulse.results.more_comments':
    '{count, plural, one {One more comment does} other {# more comments do}} not fit here; another reading has others.',
  'pulse.results.foot':
    'Groups of fewer than {least}, and what would give them away, are not shown to anybody. Single answers are deleted.',

  'pulse.now.open': '{survey}, is open until {until}. My question is in our messages.',
  'pulse.now.other': '{survey}, is open until {until}; this round asks others.',
  'pulse.now.none': 'No survey is open.',
  'pulse.now.no_results': 'No survey has closed yet.',
  'pulse.list': '*Surveys*',
  'pulse.add': 'Add a survey',
  'pulse.add.title': 'Add a survey',
  'pulse.survey': 'Survey',
  'pulse.add.instrument': 'What is asked?',
  'pulse.add.pulse': 'How is work? (pulse)',
  'pulse.add.enps': 'Would you recommend working here? (eNPS)',
  'pulse.add.about': 'Who is asked?',
  'pulse.add.everyone': 'Everyone',
  'pulse.add.questions': 'How many questions?',
  'pulse.add.questions_hint': 'Of a pulse. Each is asked once before any comes again.',
  'pulse.add.rhythm': 'How often?',
  'pulse.add.rhythm_hint':
    'As usual that is on the first working day of the month, or of the quarter. Rounds are never less than three weeks apart, as nobody is asked the same within {days} days.',
  'pulse.add.usual': 'Monthly, an eNPS quarterly',
  'pulse.add.days_third': 'Every third week, on the day below',
  'pulse.add.days_fourth': 'Every fourth week, on the day below',
  'pulse.add.weekday': 'Day of the week',
  'pulse.add.weekday_hint': 'For every third or fourth week.',
  'pulse.add.at': 'At what time?',
  'pulse.add.at_hint': 'By the clock of each person.',
  'pulse.add.open': 'How long can one answer?',
  'pulse.add.days': '{days, plural, one {One day} other {# days}}',
  'schedule.what.pulse': 'Pulse of {whose}, {questions, plural, one {one question} other {# questions}}',
  'schedule.what.enps': 'eNPS of {whose}',

  'pulse.privacy': '*What is kept of an answer to an anonymous survey*',
  'pulse.privacy.short.kept':
    '• *What is stored*: your scores and your words, with your team if {least} or more of it were asked, under a fingerprint of a random word that stands in my message to you and nowhere else; and apart from it that you were asked.',
  'pulse.privacy.short.not_kept':
    '• *What is not*: your name beside an answer, when or in which order you gave it, and whether you answered at all.',
  'pulse.privacy.short.read_by':
    '• *Who reads it*: everybody who was asked reads numbers of all together, and who leads a team, and admins, those of the team: always of {least} answers or more. Words are read where {comments} or more answered, by admins and who leads the team that wrote them. Single answers nobody reads.',
  'pulse.privacy.short.deleted':
    '• *When it is deleted*: single answers, and words that nobody may read, when the survey closes. Results and the other words stay, without names.',
  'pulse.privacy.short.decline':
    '• *How to decline*: press *Not this time* under the question, or leave it there. Nobody is told, and only my message to you shows it.',
  'pulse.privacy.short.confidential':
    'Confidential surveys keep your name with your answer, and say so on every question. Whoever runs this bot and holds its key to Slack could read my messages to you.',
  'pulse.privacy.columns': 'Column by column',
  'pulse.privacy.in_short': 'In short',
  'pulse.privacy.in_full': '*What is kept of an answer, column by column*',
  'pulse.privacy.intro':
    'Your message from me holds a random word. Your answer is filed under a fingerprint of that word. The word is in your message and nowhere else, so in what I keep your answer cannot be found from your name, nor your name from your answer.',
  'pulse.privacy.round':
    '*The survey itself* (table `pulse_rounds`): workspace, number, which survey it is a round of, its kind, whom it asks (a team, a role, one in how many), anonymous or confidential, who owns a confidential one and whose answers that owner does not read, the questions, the actions it asks about, when it opened, when it closes, and the day it closed. Nothing of who answered.',
  'pulse.privacy.answer':
    '*The answer* (table `pulse_answers`): workspace, round, the fingerprint, another one for your comment and for each text, your team if at least {least} of it were asked, your scores, your comment, and what you wrote to questions that ask for words. No name, no time, no number of its own. All answers of a round are written anew in random order each time some come in.',
  'pulse.privacy.invitation':
    '*That you were asked* (table `pulse_invitations`): workspace, round, your name, your team if it is large enough. Whether you answered is written nowhere: before a reminder I look at my own message to you, and see whether it still asks.',
  'pulse.privacy.deliveries':
    '*That a message was sent to you* (table `deliveries`): when, that it counted among the messages of that day, and where it lies in Slack; not what you did with it. *Tomorrow* moves your next reminder; reminders are forgotten within a minute of being sent or found needless.',
  'pulse.privacy.results':
    '*The results* (table `pulse_results`): workspace, number, round, group, question, how many were asked and answered, and counts and sums (how many gave 9 or 10, how many 0 to 6), of everybody and of teams with {least} answers or more, where what remains beside them has {least} as well; of own questions also how many gave each answer, but of no group in which all gave the same, nor where all that remains did; and of everybody together, where {comments} or more answered, how far apart you all are, in coarse steps. When the survey closes they are written, and the single answers are deleted, also from the table’s file. Nobody can ask for another cut; and what one survey has asked you, no other asks you in the same words within three months, nor the same one as part of another audience, so that two results beside each other do not tell what a few of you said.',
  'pulse.privacy.comments':
    '*Comments* are kept where {comments} or more answered, without their scores and under a second fingerprint made of your random word (that of `comment:` and the word), which lies beside your answer while the survey is open: without the word neither leads to the other. They have a team’s name where {comments} of the team did. Elsewhere they are deleted unread. So is what you wrote to a question (table `pulse_texts`: workspace, round, the question, the team, the words, and a fingerprint of its own, that of `text:`, the question and the word): each text by itself, so that two of yours have nothing in common.',
  'pulse.privacy.log': 'The log does not say that you pressed a button, nor which.',
  'pulse.privacy.limits':
    '*What it does not protect from*: whoever runs this bot and holds its key to Slack can read my message to you, and so your answer while the survey is open, and your comment and the replies to it as long as they are kept. So can who watches the server while you press, or compares copies, backups or the write-ahead log of its database from just before and just after it, or looks into it while fewer than {least} of your team have answered (open answers lie there with their team). If everybody in a group gives the same score of a pulse or an eNPS, its result says what each gave; and of own questions, who was the only one to answer otherwise knows what the others chose. When a survey asks the same people again and one of you has joined, left, changed team or not answered, who takes it that all others said the same as before can guess at that one. And what you write about yourself is yours to judge.',

  'problem.pulse.closed':
    'This survey has closed, so nothing can be changed any more. The results come to everybody who was asked.',
  'problem.pulse.not_asked': 'This round did not ask you, so there is nothing to answer.',
  'problem.pulse.running': 'A round of it is open already. The next can begin when that has closed.',
  'problem.pulse.too_few':
    'It would ask fewer than {least} people, and then everybody would know who said what. Ask a larger team, or everyone.',
  'problem.pulse.too_soon':
    'Some of those it asks were asked the same within {days} days. Two rounds of nearly the same people would tell what the difference said; wait until {days} days have passed.',
  'problem.pulse.is_open':
    'A round of it is open until {until}. Pause it, and remove it when that has closed: those who were asked get the results they were promised.',
  'problem.pulse.not_again':
    'A survey cannot be sent again: whoever was asked would be asked twice. `/pulse results` shows what came of it.',
  'problem.pulse.may_not': 'Surveys of everyone are set up by admins, those of a team by its manager too.',
  'problem.pulse.unknown':
    '“{words}” is nothing that `/pulse` knows. Try `/pulse`, `/pulse results`, `/pulse export` or `/pulse privacy`.',
  'problem.pulse.unknown_period':
    '“{words}” is no time that I know. Try `/pulse results 2026-03`, `/pulse results last quarter` or `/pulse export 2026`.',
  'problem.pulse.not_readable':
    'There are no results for you to read there: they are for those who were asked, and for who leads them.',
} as const;
