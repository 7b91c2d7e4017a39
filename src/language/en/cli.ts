/** What the command line says. */
export const cli = {
  'cli.usage':
    'Usage:\n  salespulse import deals|people|products|customers|leads|activities|targets|expenses|rates|prices|answers|days_off|regions FILE.csv [options]\n  salespulse kpi "revenue win_rate last quarter by rep" [--json | --csv]\n  salespulse kpi leaderboard "[kpi] [period] [team]" [--json | --csv]\n  salespulse kpi report "[calls|leads|won|scores|conversion|meetings|odds] [whose] [last week]" [--json | --csv]\n  salespulse kpi report "review|products [whose] [last month | last quarter]"\n  salespulse kpi list [family]\n  salespulse kpi explain "win rate last quarter" [--records] [--csv]\n  salespulse pulse [--csv]\n  salespulse settings [currency=EUR] [zone=Europe/Berlin] [week-start=monday] [calendar=gregory|persian] [fiscal-start=1] [lapse-months=12] [hot-lead=70] [chart-theme=light|dark] [messages-a-day=5] [surveys-a-quarter=12] [leaderboard=private|ranks|public] [name=…]\n\nsalespulse import --help tells the options of an import.',
  'cli.no_command': 'There is no command "{name}".',
  'cli.kpi_example': 'salespulse kpi "revenue win_rate last quarter by rep"',
  'cli.of_target': 'of {target}',
  'problem.cli.in_slack': '{what} is for a manager and one of their people: ask for it in Slack.',
  'problem.cli.no_option': 'There is no option {option}. An answer can be had with --json or --csv.',
  'problem.cli.not_here':
    '{name, select, explain {An explanation is text; its records can be had with --records or --csv.} list {The catalogue takes no {option}.} review {A review is text, and takes no {option}.} products {That is text, and takes no {option}.} other {{option} goes with `kpi explain`. This can be had with --json or --csv.}}',
  'problem.cli.leaderboard_setting':
    'Nobody here can say `{words}`. Who sees the leaderboard is a setting: salespulse settings leaderboard=private|ranks|public.',
  'problem.cli.pulse_option':
    '"{option}" is nothing that `pulse` knows: it tells the last results, and with --csv what all rounds have published.',
  'problem.cli.no_question': 'Ask something, for example: {example}',
  'cli.setting_example': 'currency=EUR zone=Europe/Berlin week-start=monday fiscal-start=4',
  'problem.cli.no_setting': 'There is no setting "{name}". There are: {names}.',
  'problem.cli.bad_setting': '"{value}" is no value for {name}. Write settings like: {example}',
  'cli.csv.answers':
    'whose,from,through,by,group,within by,within,number,value,above the line,below the line,before,target,currency',
  'cli.csv.leaderboard': 'rank,name,number,value,target,reached,currency',
} as const;
