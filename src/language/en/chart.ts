/** What charts say: in the picture where an answer has more groups than fit, and in words for who cannot see it. */
export const chart = {
  'chart.top': '{span} · top {shown} of {all}',
  'chart.others': 'Others ({count})',

  'chart.alt': '{kind}: {title}, {subtitle}. {words}',
  'chart.kind.pace': 'Line chart',
  'chart.kind.bars': 'Bar chart',
  'chart.kind.columns': 'Column chart',
  'chart.kind.heat': 'Heat map',
  'chart.kind.stacked': 'Stacked column chart',
  'chart.kind.funnel': 'Funnel',
  'chart.kind.loyalty': 'Stacked bar chart',
  'chart.kind.sparkline': 'Sparkline',

  'chart.words.none': 'No data.',
  'chart.words.only': '{label} {value}.',
  'chart.words.extremes': 'Highest: {highest}. Lowest: {lowest}.',
  'chart.words.last': 'Last: {last}.',
  'chart.words.best': 'Best: {row} {column}, {value} ({count} {counted}).',
  'chart.words.no_best': 'Nothing stands on enough to be called best.',
  'chart.words.funnel': '{first} {entered}, {last} {arrived}: {share}.',
  'chart.words.so_far': '{label} (so far)',

  'chart.column.day': 'Day',
  'chart.column.group': 'Group',
  'chart.column.period': 'Period',
  'chart.column.step': 'Step',
  'chart.column.value': 'Value',
  'chart.column.total': 'Total',
  'chart.column.conversion': 'From the step before',
} as const;
