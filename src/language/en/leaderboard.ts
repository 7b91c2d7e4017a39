/** What the leaderboard says. */
export const leaderboard = {
  'leaderboard.title': 'Leaderboard of {subject}, {period}',
  'leaderboard.headline': '{title}: {leaders}.',
  'leaderboard.nobody': '{title}: nobody can be ranked by {kpi}.',
  'leaderboard.by_attainment': 'By what each has reached of their own {kpi} target.',
  'leaderboard.by_value': 'By {kpi}.',
  'leaderboard.place': '{rank}. {name}',
  'leaderboard.of_target': '{value} of {target}',
  'leaderboard.record': 'best {value} ({period})',
  'leaderboard.record_now': 'own best',
  'leaderboard.you': '{line} ← you',
  'leaderboard.without_goal':
    '*{count, plural, one {# person without a target is} other {# people without a target are}} not ranked*{named, plural, =0 {} other {: {names}}}',
  'leaderboard.without_data':
    '*{count, plural, one {# person} other {# people}} with a target, without data, {count, plural, one {is} other {are}} not ranked*',
  'leaderboard.too_few': '*Too few to rank* (under {fewest}): {names}',
  'leaderboard.more': '{count, plural, one {# more place} other {# more places}}',
  'leaderboard.hide': 'You can leave it with `/kpi leaderboard hide me`.',
  'leaderboard.hidden': 'You are on no leaderboard. `/kpi leaderboard show me` brings you back.',
  'leaderboard.hidden_others':
    '{count, plural, one {# person is hidden by their own wish} other {# people are hidden by their own wish}}.',
  'leaderboard.own': '{subject}, {period}: {kpi}',
  'leaderboard.own_row': '{title} {row}',
  'leaderboard.own_hidden': 'not ranked, because you are hidden by your own wish',
  'leaderboard.own_none': 'no number to rank by',
  'leaderboard.own_alone':
    'The leaderboard is private here, so you see your own row alone. An admin can publish it with `/kpi leaderboard publish`.',
  'leaderboard.hidden_now':
    'From now on you are on no leaderboard and in none of its counts, for anybody. `/kpi leaderboard show me` brings you back.',
  'leaderboard.shown_now': 'You are on the leaderboard again.',
  'leaderboard.now.private': 'The leaderboard is private now: managers see their people, admins everyone.',
  'leaderboard.now.ranks':
    'The leaderboard is published now, without amounts: everyone sees ranks and what share of their target people have reached.',
  'leaderboard.now.public':
    'The leaderboard is published now with its amounts. `/kpi leaderboard publish ranks` shows ranks and shares alone, `/kpi leaderboard unpublish` takes it back.',
  'problem.leaderboard.private':
    'The leaderboard is private here, so it cannot be shared. An admin can publish it with `/kpi leaderboard publish`.',
  'problem.leaderboard.admin': 'Only an admin can publish the leaderboard or take it back.',
  'problem.leaderboard.neither': '{kpi} is neither good nor bad when high, so nobody can be ranked by it.',
  'problem.leaderboard.plain':
    'A leaderboard is of one number, of a team or everyone: `/kpi leaderboard`, `/kpi leaderboard win rate last quarter`.',
} as const;
