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
  'target.form.kpi': 'What is counted',
  'target.form.period': 'For which period',
  'target.form.span': '{span}. A field that is left as it is changes nothing; an empty one means no target.',
  'target.form.no_number': 'Write a number, such as 50000 or 50k.',
  'target.form.other':
    'Nothing is saved: this field still shows {kpi} for {period}. Wait a moment, or choose above once more.',
  'target.form.done':
    '{count, plural, =0 {Nothing changed.} one {One target is set or removed: {names}.} other {# targets are set or removed: {names}.}}',
  'target.team.plain': 'Targets of a team are for one period, and for the team as a whole: `/target team next month`.',
} as const;
