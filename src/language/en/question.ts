/** Texts about what people ask for. */
export const question = {
  'question.unknown': 'I do not know `{word}`. Did you mean {suggestions}?',
  'question.unknown.alone': 'I do not know `{word}`. `help` shows examples that work.',
  'question.valueless': 'I know no {by} called `{word}`. A question `by {by}` shows which there are.',
  'question.ambiguous': '`{word}` can mean {labels}. Ask {questions}.',
  'question.left_out':
    'I cannot leave things out yet (`{word}`), but I can show each on a line of its own: ask {questions}.',
  'question.left_out.alone':
    'I cannot leave things out yet (`{word}`). Ask for what you want to see, such as `leads from webinar`, or for each on a line of its own, such as `leads by source`.',
  'question.byless': '`{word}` what? {labels}.',
  'question.clash.whose': '{words} are different people or teams. Ask about one of them at a time.',
  'question.clash.period': '{words} are different periods. Ask about one of them at a time.',
  'question.clash.by': '{words} are more than two breakdowns. Ask for at most two at a time.',
  'question.clash.top': '{words} are different numbers of groups. Ask for one of them.',
  'question.clash.order': '{words} are different orders. Ask for one of them at a time.',
  'question.clash.against': '{words} are different comparisons. Ask for one of them at a time.',
  'question.topless':
    '`{word}` of what? Say it with a breakdown, such as `top 5 by rep`, `top 5 products` or `worst products`.',
  'question.uncounted': 'Of `{word}` I can tell nothing: write a whole number from 1 to {most}, such as `top 5 reps`.',
  'question.unranked':
    '`{word}` says which are the largest, and of what is missing. Write `top 5 reps {word}`; a breakdown is `by` with a thing, such as `by rep` or `by month`.',
  'question.unlike':
    '`{word}` is what {period} is compared with. Ask for `{period}`; any other time is compared with the one before by itself, or `vs last year`.',
  'question.meant': 'Did you mean one of these?',
  'question.corrected': 'In one: `{question}`.',
  'question.yearless':
    'Which year is `{word}` in? Write days with their year, such as `15 march 2026` or `2026-03-01..2026-03-15`.',
  'question.nobody': 'Nobody here is `{word}`. Name a person or a team, or write `all`.',

  'question.label.kpi': '{name} (a number)',
  'question.label.funnel.lead': 'the funnel of leads',
  'question.label.funnel.deal': 'the funnel of deals',
  'question.label.by': 'by {by}',
  'question.label.member': '{name}',
  'question.label.team': 'the team {name}',
  'question.label.where': 'the {dimension} {name}',
  'question.label.period': '{name} (a period)',
} as const;
