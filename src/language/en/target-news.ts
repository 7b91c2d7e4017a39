/** What people are told when somebody sets a target of theirs, and what comes of it. */
export const targetNews = {
  'target.news.set':
    '*{setter}* set {whose, select, own {your {kpi} target} other {the {kpi} target of {subject}}} for {span}: *{value}*.',
  'target.news.changed':
    '*{setter}* changed {whose, select, own {your {kpi} target} other {the {kpi} target of {subject}}} for {span}: *{value}*, it was {before}.',
  'target.news.removed':
    '*{setter}* removed {whose, select, own {your {kpi} target} other {the {kpi} target of {subject}}} for {span}; it was {before}.',
  'target.news.several':
    '*{setter}* set {whose, select, own {your {kpi} targets} other {the {kpi} targets of {subject}}} from {span}:',
  'target.news.part': '• {span}: *{value}*{each, select, no {} other { each {each}}}',
  'target.news.part_was': '• {span}: *{value}*{each, select, no {} other { each {each}}}, it was {before}',
  'target.news.part_gone': '• {span}: none any more, it was {before}',
  'target.news.per_day':
    'That is {value} for each of the {days, plural, one {# working day} other {# working days}} of {span}.',
  'target.news.read': 'You understood it ({at}).',
  'target.news.talk': 'You told {name} that you would like to talk about it ({at}).',
  'target.news.nobody':
    'You would like to talk about it ({at}), but I can reach neither who set it nor your manager in Slack. Please talk to them yourself.',
  'target.news.superseded':
    'I noted nothing, because {how, select, several {these targets were set anew since} removed {this target was removed since} other {this target was changed since: it is {value} now}}. `/target` shows what holds.',
  'target.news.not_yours': 'This target was told to somebody else. `/target` shows yours.',
  'target.news.somebody': 'Somebody who has left',
  'target.news.import': 'An import',
  'target.button.understood': 'Understood',
  'target.button.talk': 'Let’s talk',

  'target.wants_to_talk':
    '*{name}* would like to talk with you about {whose, select, own {their {kpi} {count, plural, one {target} other {targets}}} other {the {kpi} {count, plural, one {target} other {targets}} of {subject}}}, which {by, select, you {you} import {an import} other {{setter}}} set:',
  'target.wants_to_talk.removed':
    '*{name}* would like to talk with you about {whose, select, own {their {kpi} {count, plural, one {target} other {targets}}} other {the {kpi} {count, plural, one {target} other {targets}} of {subject}}}, which {by, select, you {you} import {an import} other {{setter}}} removed:',
  'target.told': '{names} {count, plural, one {gets} other {get}} a message about it.',
  'target.told.many': '{count} people get a message about it.',
  'target.unlinked':
    '{names} {count, plural, one {has} other {have}} not used me in Slack yet, so please tell them yourself.',
  'slack.not_told':
    'It is done and stored, but Slack did not let me tell {names}, or did not say whether the message arrived. Please tell them yourself.',
} as const;
