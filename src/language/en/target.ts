/** What `/target` says. */
export const target = {
  'target.description': 'See your targets, or set one',
  'target.usage': 'set revenue 50000 this month for @anna',

  'target.mine': '*Your targets* · {period}',
  'target.mine.more':
    '{count, plural, one {One more target is} other {# more targets are}} not shown here. `/kpi me` shows those that count for your job.',
  'target.mine.none': 'You have no target yet for {period}.',
  'target.mine.none_rep': 'Your manager or an admin sets it: `/target set revenue 50000 this month for @you`.',
  'target.mine.none_manager':
    'Managers set those of their people, admins everybody’s: `/target set revenue 50000 this month for me`.',

  'target.unknown':
    'I only know `/target`, `/target set`, `/target team`, `/target remove`, `/target suggest` and `/target review`; `/target help` shows examples. Such as {example}.',
  'target.example.set': '`/target set revenue 50000 this month for {who}`',
  'target.example.remove': '`/target remove revenue this month for {who}`',
  'target.example.who': '@anna',
  'target.missing.to_set': 'Nothing is set yet. I still need {parts}.',
  'target.missing.to_remove': 'Nothing is removed yet. I still need {parts}.',
  'target.missing.kpi': 'what is counted (such as `revenue` or `calls`)',
  'target.missing.amount': 'a number (such as `50000` or `50k`)',
  'target.missing.whose': 'whose it is (such as `for @anna`, `for me` or `for team North`)',
  'target.try': 'For example: {example}',
  'target.words': 'Your words:',

  'target.refuse.rep':
    'Targets are set by managers and admins, so that everybody knows what was agreed. Ask yours; `/target` shows the ones you have.',
  'target.refuse.manager':
    'Managers set targets for their own teams and the people in them, and {subject} is not among them. Ask an admin.',
  'target.refuse.kpi': '{kpi} cannot have a target: it already compares with something else. Set one for {instead}.',
  'target.refuse.of_everyone':
    '{kpi} is one number of everyone’s, and no person’s or team’s. An admin sets its target `for everyone`.',
  'target.refuse.many_kpis': 'One target at a time: {kpis} are several.',
  'target.refuse.many_teams': 'One target at a time: {teams} are several teams. Name one of them.',
  'target.refuse.by': 'A target is for one person, one team or everyone. Leave out `by …`, `where …` and the like.',
  'target.refuse.period':
    'A target is for a whole day, week, month, quarter or year, such as `this month`, `2026-Q4` or `december`.',
  'target.refuse.daily':
    '{adds, select, true {A target of a week or longer is shared by its working days. For {typed} on each of {days, plural, one {# working day} other {# working days}} write `{words}`.} other {{kpi} does not add up over days, so its target is the same for any time: `{words}`.}}',
  'target.refuse.no_parts':
    '{kpi} does not add up over time, so it cannot grow in parts or be shared out by season. Set one target for it.',
  'target.refuse.plan.no_periods':
    'From there to there I find no whole period, or more than 60 of them. For example: `per month from march until december`.',
  'target.refuse.plan.ramp':
    'Say the steps from the first on, in the unit of the target: `per month 50% in month 1, 75% in month 2`. After them it is 100 %.',
  'target.refuse.plan.share_count':
    'Seasonal shares are 4, one for each quarter, or 12, one for each month of the year.',
  'target.refuse.plan.share_sum':
    'Seasonal shares are percents above 0 that add up to 100, such as `seasonal 20 20 25 35`.',
  'target.refuse.plan.year': 'Seasonal shares are for a whole fiscal year, such as `2027` or `this year`.',
  'target.refuse.share': '{kpi} is no share, so `{typed}` has no meaning for it. Write a plain number.',
  'target.refuse.money': '{kpi} is no money, so `{typed}` has no meaning for it. Write a plain number.',
  'target.refuse.rate_of_one': '`{typed}` for {kpi} can be 1 % or all of it. Write `1%` or `100%`.',
  'target.refuse.time': '{kpi} is no time, so `{typed}` has no meaning for it. Write a plain number.',
  'target.refuse.which_time': '`{typed}` for {kpi} can be seconds, minutes, hours or days. Write it as `{example}`.',
  'target.refuse.decimals':
    '`{typed}` for {kpi} has more decimals than are kept: at most {most}. Nothing is rounded without being asked.',
  'target.refuse.amount':
    '`{typed}` is no target for {kpi}. {unit, select, rate {Write a share from 1 to 100, such as `40%`.} other {Write a number above 0, such as `50000` or `50k`.}}',

  'target.no_rate':
    'There is no rate of {currency} on {day} or before, so {of, plural, one {this target counts} other {{count} of these targets count}} for nothing until there is one. Who runs the bot imports it: `salespulse import rates rates.csv`, with the columns `currency,date,rate` (what 1 {currency} is worth in {own}).',
  'target.set': '{subject}: the {kpi} target for {span} is now {value}.',
  'target.set_was': '{subject}: the {kpi} target for {span} is now {value} (was {before}).',
  'target.same': '{subject}: the {kpi} target for {span} is {value} already.',
  'target.set.neither':
    'Of {kpi} neither more nor less is better: the target stands beside the number, and nobody is ahead of it or behind.',
  'target.planned.each':
    '{subject}: the {kpi} target for each {unit} from {span} is now {value} ({count, plural, one {# {unit}} other {# {unit}s}}).',
  'target.planned.seasonal': '{subject}: the {kpi} target for {span} is now {value}, shared out in {count} parts:',
  'target.planned.part': '• {span}: {value}',
  'target.planned.until': 'Add `until december`, or a year, for another end: without one it is set for a year.',
  'target.planned.replaced':
    '{count, plural, one {# period} other {# periods}} had a target before; *Undo* brings it back.',
  'target.planned.stays': '{span} keeps its own target of {value}: `/target remove {words}` removes it.',
  'target.planned.stay_more':
    '{count, plural, one {One more period keeps a target} other {# more periods keep targets}} of its own.',
  'target.planned.same': '{subject}: the {kpi} target for {span} is like that already.',
  'target.planned.undone':
    '{subject}: {count, plural, one {# {kpi} target} other {# {kpi} targets}} for {span} taken back{back, plural, =0 {} other {; # as before again}}.',
  'target.removed': '{subject}: the {kpi} target for {span} ({value}) is removed.',
  'target.removed.several': '{subject}: {count} {kpi} targets for {span} are removed.',
  'target.removed.holds': '{value} holds there now, as a share of a longer target or the sum of shorter ones.',
  'target.removed.none': '{subject} has no {kpi} target of its own for {span}.',
  'target.removed.still': '{value} holds there as a share of a longer target or the sum of shorter ones:',
  'target.removed.own': '{span}: {value}, which `/target remove {words}` removes.',

  'target.undone': '{subject}: the {kpi} target for {span} is {value} again.',
  'target.withdrawn': '{subject}: the {kpi} target for {span} ({value}) is withdrawn.',
  'problem.target.may_not_undo':
    'You no longer set targets of {subject}, so you cannot take this back either. Ask an admin.',
  'target.undone_already':
    'That is already taken back, or the target was changed since. `/target` shows what holds now.',
  'target.suggest': '{subject}: for {span} the {kpi} target could be {value}.',
  'target.suggest.why':
    'The {percentile}th percentile of the last {count} complete {unit, select, day {working day} other {{unit}}}s, which brought {least} to {most}: {reached, plural, =0 {none} other {#}} of them reached it.',
  'target.suggest.season': 'This season brings {share} of a usual one, and that is reckoned in.',
  'target.suggest.little':
    '{subject}: {kpi} has {count, plural, =0 {no complete {unit}} one {# complete {unit}} other {# complete {unit}s}} so far. From {fewest} on I can suggest a target.',
  'target.suggest.kpi':
    'Name one KPI that can have a target and of which more, or less, is better: `/target suggest revenue for @anna`.',
  'target.suggest.period':
    'A target is for one person, one team or everyone, and a whole week, month, quarter or year: `/target suggest revenue this quarter for @anna`.',
  'target.past':
    '{span} is over: what *{subject}* reached of the {kpi} target then {when, select, now {changes} other {will change}} from {before} to {after}.',
  'target.past.first':
    '{span} is over, and *{subject}* had no {kpi} target then: what was reached {when, select, now {is} other {will be}} {after} of it.',
  'target.past.several':
    '{span} is over: what *{subject}* reached of {count, plural, one {the {kpi} target} other {# {kpi} targets}} then {when, select, now {changes} other {will change}}.',
  'target.past.parts':
    'A part of this period is over: what *{subject}* reached of the {kpi} target {when, select, now {changes} other {will change}} in {parts}.',
  'target.past.others':
    '{count, plural, one {What one more person} other {What # more people}} reached may change, too.',
  'target.huge':
    '*{subject}*: the {kpi} target for {span} would be {value}, {each, select, all {} other {{each} a {unit}, }}{times} times the best {unit} {of, select, own {} other {of {of} }}in the last 12 months ({best}).',
  'target.past.ask.change': 'Change it anyway?',
  'target.past.ask.set': 'Set it anyway?',
  'target.past.ask.undo': 'Take it back anyway?',
  'target.past.ask.form': '*Save* once more changes it anyway.',
  'target.past.part': '{span} from {before} to {after}',
  'target.button.set_anyway': 'Change it anyway',
  'target.button.set_huge': 'Set it anyway',
  'target.button.remove_anyway': 'Remove it anyway',
  'target.button.undo_anyway': 'Take it back anyway',
  'target.button.set': 'Set it',
  'target.button.undo': 'Undo',
} as const;
