/** Texts of the import. */
export const imports = {
  'import.usage':
    "Usage: npm run -s salespulse -- import deals|people|products|customers|leads|activities|targets|expenses|rates|prices|answers|days_off|regions FILE.csv\n  --map column=field      say which column tells a field (repeatable)\n  --source NAME           where the records come from; the same file again updates them (default: import)\n  --date-format D/M/Y     how dates are written, where they could be read in two ways (D/M/Y, M/D/Y, Y-M-D)\n  --decimal point|comma   the decimal sign, where numbers could be read in two ways\n  --currency EUR          of amounts that name none (default: the workspace's)\n  --strict                one bad row, and nothing is imported\n  --dry-run               tell what would happen, and change nothing",
  'import.file': '{file}: {kind}, {encoding}',
  'import.columns': 'Columns: {list}',
  'import.unused': 'Not used: {list}',
  'import.summary':
    '{rows, plural, one {# row} other {# rows}}: {inserted, number} new, {updated, number} changed, {unchanged, number} as before, {bad, number} bad',
  'import.dry_run': 'This was a dry run: nothing was changed.',
  'import.nothing_kept': 'Nothing was imported, because of the bad rows and --strict.',
  'import.created':
    'Created {thing, select, member {{count, plural, one {# person} other {# people}}} team {{count, plural, one {# team} other {# teams}}} region {{count, plural, one {# region} other {# regions}}} product {{count, plural, one {# product} other {# products}}} customer {{count, plural, one {# customer} other {# customers}}} other {{count, plural, one {# stage} other {# stages}}}} that the rows name: {names}',
  'import.matched': 'Taken as the same {thing, select, member {person} other {{thing}}}: {pairs}',
  'import.pair': '{written} = {matched}',
  'import.and_more': '{list} and {more, number} more',
  'import.assumed_outbound':
    '{count, plural, one {# activity} other {# activities}} without a direction were taken as outbound.',
  'import.no_rate':
    'There is no rate of {currency} yet, so amounts in {currency} count for nothing until there is one: import it as rates, with the columns currency, date and rate.',
  'import.past':
    'Periods that are over are among them, so reports that were sent before say what was reached of the targets there were then:',
  'import.problem': 'line {line}{column, select, none {} other {, {column}}}: {value} – {reason}',
  'import.more_problems': '… and {count, plural, one {# more bad value} other {# more bad values}}',

  'import.bad.required': 'is empty; this column needs a value',
  'import.bad.too_long': 'is too long; at most {hint} characters',
  'import.bad.no_date': "is no date in this column's format",
  'import.bad.no_number': "is no number in this column's format",
  'import.bad.out_of_range': 'is out of range ({hint})',
  'import.bad.not_whole': 'is not a whole number',
  'import.bad.unknown_word': 'is not known here; write one of: {hint}',
  'import.bad.no_currency': 'is no currency; write its code, such as EUR',
  'import.bad.ambiguous': 'is the name of more than one; write its id, or give them different names',
  'import.bad.backwards': 'ends before it starts',
  'import.bad.closed_when': 'the deal is {hint}, but the day it closed is missing',
  'import.bad.no_lead': 'there is no such lead; import leads first',
  'import.bad.no_deal': 'there is no such deal; import deals first',
  'import.bad.no_team': 'there is no such team; import people first',
  'import.bad.no_office': 'there is no such office',
  'import.bad.member_and_office': 'the row names a member as well; write one of them',
  'import.bad.too_many_days': 'ends more than ten years after it starts',
  'import.bad.in_itself': 'would put the region into itself',
  'import.bad.no_kpi': 'is no KPI that can have a target',
  'import.bad.over_100': 'is more than 100 %, which no rate can reach',
  'import.bad.no_share': 'is a share, and the KPI is no rate; write a plain number',
  'import.bad.no_period': 'is no period; write 2026, 2026-Q1, 2026-03, 2026-W10 or 2026-03-15',
  'import.bad.repeated': 'line {hint} tells the same already',
  'import.bad.repeated_before': 'an earlier row tells of the same record',
  'import.bad.told_otherwise': 'line {hint} tells otherwise of the same record',
  'import.bad.wrong_width': 'the row has not as many cells as the header ({hint})',
  'import.bad.broken_quote': 'a quote opens here and never closes; the rest of the file cannot be read',

  'problem.import.no_file': 'There is no file {file} to read. Check the path.',
  'problem.import.empty': '{file} has no header line. The first line names the columns.',
  'problem.import.broken_quote': 'A quote on line {line} never closes. Close it, and import the file again.',
  'problem.import.no_kind':
    'Say what the file holds: deals, people, products, customers, leads, activities, targets, expenses, rates, prices, answers, days_off or regions.',
  'problem.import.no_option': '{option} is not understood. `import --help` shows what is.',
  'problem.import.no_map': '{map} does not say which column is which field. Write it like --map "Deal owner=owner".',
  'problem.import.no_column': 'There is no column {column}. The file has: {header}.',
  'problem.import.no_field': 'There is no field {field}. There are: {fields}.',
  'problem.import.missing_column':
    'A file of {kind} needs a column for {field}. The file has: {header}. Say which one it is with --map column={first}.',
  'problem.import.no_date_format': '{format} is no date format. Write D/M/Y, M/D/Y or Y-M-D.',
  'problem.import.no_decimal': '{sign} is no decimal sign. Write --decimal point or --decimal comma.',
  'problem.import.no_currency': '{currency} is no currency. Write its code, such as EUR.',
  'problem.import.two_dates':
    'The dates in the column {column} can be read in two ways ({value}). Say which with --date-format D/M/Y or --date-format M/D/Y.',
  'problem.import.two_numbers':
    'The numbers in the column {column} can be read in two ways ({value}). Say which with --decimal point or --decimal comma.',
} as const;
