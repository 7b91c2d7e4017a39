/** What `/target` says. */
export const target = {
  'target.description': 'See your targets, or set one',
  'target.usage': 'set revenue 50000 this month for @anna',

  'target.mine': '*Your targets* · {period}',
  'target.mine.none': 'You have no target yet for {period}.',
  'target.mine.none_rep': 'Your manager or an admin sets it: `/target set revenue 50000 this month for @you`.',
  'target.mine.none_manager':
    'Managers set those of their people, admins everybody’s: `/target set revenue 50000 this month for me`.',

  'target.unknown': 'I only know `/target` and `/target set`. For example: {example}',
  'target.example': '`/target set revenue 50000 this month for {who}`',
  'target.example.who': '@anna',
  'target.missing': 'Nothing is set yet. I still need {parts}.',
  'target.missing.kpi': 'what is counted (such as `revenue` or `calls`)',
  'target.missing.amount': 'a number (such as `50000` or `50k`)',
  'target.missing.whose': 'whose it is (such as `for @anna`, `for me` or `for team North`)',
  'target.try': 'For example: {example}',
  'target.words': 'Your words: `/target set {words}`',

  'target.refuse.rep':
    'Targets are set by managers and admins, so that everybody knows what was agreed. Ask yours; `/target` shows the ones you have.',
  'target.refuse.manager':
    'Managers set targets for their own teams and the people in them, and {subject} is not among them. Ask an admin.',
  'target.refuse.kpi': '{kpi} cannot have a target: it already compares with something else. Set one for {instead}.',
  'target.refuse.many_kpis': 'One target at a time: {kpis} are several.',
  'target.refuse.many_teams': 'One target at a time: {teams} are several teams. Name one of them.',
  'target.refuse.by': 'A target is for one person, one team or everyone. Leave out `by …`, `where …` and the like.',
  'target.refuse.period':
    'A target is for a whole day, week, month, quarter or year, such as `this month`, `2026-Q4` or `december`.',
  'target.refuse.share': '{kpi} is no share, so `{typed}` has no meaning for it. Write a plain number.',
  'target.refuse.money': '{kpi} is no money, so `{typed}` has no meaning for it. Write a plain number.',
  'target.refuse.amount':
    '`{typed}` is no target for {kpi}. {unit, select, rate {Write a share from 1 to 100, such as `40%`.} other {Write a number above 0, such as `50000` or `50k`.}}',

  'target.set': '{subject}: the {kpi} target for {span} is now {value}.',
  'target.set_was': '{subject}: the {kpi} target for {span} is now {value} (was {before}).',
  'target.same': '{subject}: the {kpi} target for {span} is {value} already.',
  'target.undone': '{subject}: the {kpi} target for {span} is {value} again.',
  'target.withdrawn': '{subject}: the {kpi} target for {span} ({value}) is withdrawn.',
  'target.undone_already':
    'That is already taken back, or the target was changed since. `/target` shows what holds now.',
  'target.button.undo': 'Undo',
} as const;
