/** What moved, in the sentences under a summary. Groups are named as they are, changes in the KPI's own unit. */
export const moved = {
  'moved.slip': '{title} is slipping: on pace at the end of {day}, behind by {value} now.',
  'moved.driven':
    '{title} {direction, select, up {rose} other {fell}} by {change}: {group} {part}, all others together {rest}.',
  'moved.driven_by_one': '{title} {direction, select, up {rose} other {fell}} by {change}, all of it by {group}.',
  'moved.best_since':
    '{title}: {running, select, true {already the} other {the}} best {unit, select, week {week} month {month} quarter {quarter} other {year}} since {since}.',
  'moved.best':
    '{title}: {running, select, true {already the} other {the}} best {unit, select, week {week} month {month} quarter {quarter} other {year}} of the last {periods}.',
  'moved.group': '{by} {group}',
  'moved.more': '+{value}',
  'moved.less': '−{value}',
} as const;
