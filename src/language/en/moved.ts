/** What moved, in the sentences under a summary. Groups are named as they are, changes in the KPI's own unit. */
export const moved = {
  'moved.slip': '{title} is slipping: on pace at the end of {day}, behind by {value} now.',
  'moved.driven':
    '{title} {direction, select, up {rose} other {fell}} by {change}: {group} {part}, all others together {rest}.',
  'moved.direction':
    '{title} is {direction, select, up {up: {now}, {before} before} down {down: {now}, {before} before} chance {no other than before, as far as chance goes: {now}, {before} before} other {the same as before: {now}}}.',
  'moved.chance': 'So much can be chance.',
  'moved.nothing':
    'What is behind it cannot be told: nothing has changed, there is nothing to compare with, or it is not made of parts.',
  'moved.driven_by_one': '{title} {direction, select, up {rose} other {fell}} by {change}, all of it by {group}.',
  'moved.mixed':
    '{title} {direction, select, up {rose} other {fell}} by {change}, although by {by} it {direction, select, up {fell} other {rose}} in {isAll, select, true {{parts, plural, =2 {both} other {all #}}} other {{against} of {parts}}}: {group}, where it is {isHigher, select, true {higher} other {lower}}, now makes up {after} of it, {before} before.',
  'moved.best_since':
    '{title}: {running, select, true {already the} other {the}} best {unit, select, week {week} month {month} quarter {quarter} other {year}} since {since}.',
  'moved.best':
    '{title}: {running, select, true {already the} other {the}} best {unit, select, week {week} month {month} quarter {quarter} other {year}} of the last {periods}.',
  'moved.group': '{by} {group}',
  'moved.more': '+{value}',
  'moved.less': '−{value}',
} as const;
