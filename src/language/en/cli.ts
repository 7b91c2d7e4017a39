/** What the command line says. */
export const cli = {
  'cli.usage':
    'Usage:\n  salespulse import deals|people|products|customers|leads|activities|targets|expenses|rates FILE.csv [options]\n  salespulse kpi "team revenue win_rate 2017-Q3 by rep" [--json]\n\nsalespulse import --help tells the options of an import.',
  'cli.no_command': 'There is no command "{name}".',
  'cli.kpi_example': 'salespulse kpi "revenue win_rate last quarter by rep"',
  'cli.of_target': 'of {target}',
  'problem.cli.no_option': 'There is no option {option}. An answer can be had with --json.',
  'problem.cli.no_question': 'Ask something, for example: {example}',
} as const;
