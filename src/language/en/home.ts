/** The Home tab. */
export const home = {
  'home.to_go': '{toGo}.',
  'home.no_goals': 'There is no goal for today. `/target` shows what is set, and how to set one.',
  'home.course': '{kpi}, {period}',
  'home.waiting': 'Waiting for you',
  'home.nothing_waits': 'Nothing waits for you.',
  'home.standup': 'The standup of {team} asks you. You have until {until}.',
  'home.survey':
    '{kind, select, enps {An eNPS survey} own {A survey} other {A pulse}} is open until {until}. You answer it in our messages, and can change that until then.',
  'home.owned': 'Yours to change',
  'home.owned_more': '… and {count, plural, other {# more}}: `/salespulse schedule` and `/salespulse alert` list all.',
  'home.schedules': 'What you get',
  'home.no_schedules': 'Nothing is sent to you by itself. What channels get is listed by `/salespulse schedule`.',
  'home.schedule': '• {what}, {when}{next, select, none {} other {. Next: {next}}}',
} as const;
