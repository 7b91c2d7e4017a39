/** What `/target team` says. */
export const teamTarget = {
  'target.team': '*Targets of {subject}* · {period}',
  'target.team.none': '{subject} and the people there have no target for {period}.',
  'target.team.of': '{value} of {target}',
  'target.team.no_sum':
    '{kpi} does not add up over people, so the whole has a target only where one is set for it, as by `/target set … for team North`.',
  'target.team.all_read': 'Read by {told, plural, one {the one who was told} other {all # who were told}}.',
  'target.team.read': 'Read by {read} of {told}. Not yet: {names}.',
  'target.team.not_told': 'Could not be told: {names}. Please tell them yourself.',
  'target.button.set_for_all': 'Set targets for all',
  'target.form.title': 'Targets of the team',
  'target.form.for': '{kpi} · {span}',
  'target.form.how': 'A field that is left as it is changes nothing; an empty one means no target.',
  'target.form.nobody': 'There is nobody whose targets you set in this period.',
  'target.form.part':
    'People {first} to {last} of {count}: a form has no room for more. *Save* is for these; what you type stays when you show the others.',
  'target.form.choose': 'Another KPI or period',
  'target.form.people': 'People {first} to {last}',
  'target.form.kpi': 'What is counted',
  'target.form.period': 'For which period',
  'target.form.no_number': 'Write a number, such as 50000 or 50k.',
  'target.form.over':
    '{span} is over by now, so nothing is saved. Targets of what is over are changed one by one: `/target set` asks first.',
  'target.form.full':
    'That is more than I can keep while you look at something else. *Save* it first, or close the form.',
  'target.form.unsaved': 'Not saved yet: {count, plural, one {# value} other {# values}} for {kpi}, {span}: {values}.',
  'target.form.done':
    '{count, plural, =0 {{kpi} for {span}: nothing changed.} one {{kpi} for {span}: one target is changed.} other {{kpi} for {span}: # targets are changed.}}',
  'target.form.set': '• {name}: *{value}*',
  'target.form.changed': '• {name}: *{value}* (was {before})',
  'target.form.removed': '• {name}: none any more (was {before})',
  'target.form.undone': '{kpi} for {span}, {count, plural, one {one change} other {# changes}} taken back:',
  'target.form.back': '• {name}: {value}',
  'target.form.back_none': '• {name}: no target',
  'target.team.plain': 'Targets of a team are for one period, and for the team as a whole: `/target team next month`.',
} as const;
