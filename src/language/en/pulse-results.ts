/** What came of a survey of employees: scores, their course, what stands in the file, and where to find earlier rounds. */
export const pulseResults = {
  'pulse.results.title.pulse':
    'How is work? What {answers} of {invited}{team, select, none {} other { in {team}}} answered ({share} %)',
  'pulse.results.title.enps':
    'Would we recommend working here? What {answers} of {invited}{team, select, none {} other { in {team}}} answered ({share} %)',
  'pulse.results.group': '*{team}*: {answers} of {invited} answered ({share} %)',
  'pulse.results.score.pulse': '*Satisfaction {score} of 100*, as if all said “{meaning}”',
  'pulse.results.score.enps': '*eNPS {score}\u00a0±\u00a0{margin}* (from −100 to 100; ± is what chance alone may do)',
  'pulse.results.change':
    '{kind, select, rose {▲ Up by {by} since {since}, more than chance does} fell {▼ Down by {by} since {since}, more than chance does} other {About the same as in {since} ({before})}}',
  'pulse.results.course':
    'Course: {course}{left, plural, =0 {} one {, and one round before} other {, and # rounds before}}',
  'pulse.results.point': '{isNow, select, yes {*{when}\u00a0{score}*} other {{when}\u00a0{score}}}',
  'pulse.results.ranked': 'From the strongest to the weakest:',
  'pulse.results.question':
    '{place}. {driver, select, none {} other {*{driver}* }}*{score}*, {meaning}: {question}{change, select, rose { (▲{by} since {since})} fell { (▼{by} since {since})} same { (about the same as in {since})} other {}}',
  'pulse.results.button.read': 'Read all of it',
  'pulse.results.button.earlier': 'Earlier rounds',
  'pulse.results.button.csv': 'As CSV',
  'pulse.results.button.back': 'Back',
  'pulse.results.button.spoken': '{button}: {survey}, {when}',
  'pulse.results.whose': '{survey}.',
  'pulse.results.survey.pulse': 'Pulse',
  'pulse.results.survey.enps': 'eNPS',

  'pulse.results.none.team':
    'The survey has closed. Of your team nothing is told: fewer than {least} of it answered, or too few would be left beside it.',
  'problem.refusal.survey_team':
    'What surveys tell of {subject} is for who leads it. What they tell of everybody they have asked is in `/pulse results`.',

  'pulse.earlier': '*Earlier rounds*',
  'pulse.earlier.line':
    '*{when}* {survey} of {whom}: {score, select, none {too few answered} other {{score}}}{answers, plural, =0 {} other {, # of {invited} answered}}',
  'pulse.earlier.everyone': 'everyone',
  'pulse.earlier.gone': 'a team that is no more',
  'pulse.earlier.read': 'Read',
  'pulse.earlier.older': 'Older',
  'pulse.earlier.none': 'No round closed in {period} that asked you or a team you lead.',

  'pulse.chart.title.pulse': 'How is work?',
  'pulse.chart.title.enps': 'Would we recommend working here?',
  'pulse.chart.whole': 'What {answers} of {invited} answered, {when}',
  'pulse.chart.course': 'Satisfaction from 0 to 100, by round',
  'pulse.chart.drivers': '{when}, from 0 to 100',
  'pulse.chart.value.pulse': 'Satisfaction',
  'pulse.chart.value.enps': 'eNPS',

  'pulse.csv.title': 'Results of surveys',
  'pulse.csv.sent':
    'The results of {rounds, plural, one {one round} other {# rounds}} are in <{url}|your messages with me>.',
  'pulse.csv.failed': 'Slack did not take the file. Ask for `/pulse export` once more in a while.',
  'pulse.csv.everyone': 'Everyone',
  'pulse.csv.survey': 'survey',
  'pulse.csv.asked': 'asked',
  'pulse.csv.from': 'from',
  'pulse.csv.to': 'to',
  'pulse.csv.group': 'group',
  'pulse.csv.question': 'question',
  'pulse.csv.driver': 'driver',
  'pulse.csv.answers': 'answers',
  'pulse.csv.score': 'score',
  'pulse.csv.participation': 'participation',
} as const;
