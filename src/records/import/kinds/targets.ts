import { Temporal } from 'temporal-polyfill';
import { calendarSettings } from '../../../people/workspace.ts';
import { writtenRate } from '../../written-rate.ts';
import { membersBook } from '../books.ts';
import type { Field } from '../field.ts';
import type { WrittenGoal } from '../goal-setting.ts';
import { type Counts, type ImportContext, kind, type ReadRow } from '../kind.ts';
import { nameIndex, spelled } from '../name-index.ts';
import { isCurrency, type WrittenNumber } from '../number-format.ts';
import type { RowReader } from '../row-reader.ts';
import { readDays, readTargetPeriod, type TargetSpan } from './target-period.ts';

const fields: readonly Field[] = [
  { name: 'kpi', reading: 'text', synonyms: ['metric', 'measure', 'indicator', 'kpi_id', 'goal'] },
  {
    name: 'member',
    reading: 'text',
    synonyms: ['who', 'rep', 'sales_rep', 'sales_agent', 'owner', 'subject', 'name', 'agent', 'salesperson', 'whose'],
  },
  { name: 'team', reading: 'text', synonyms: ['team_name', 'group'] },
  { name: 'period', reading: 'text', synonyms: ['month', 'quarter', 'year', 'week', 'day', 'date'] },
  { name: 'starts', reading: 'date', synonyms: ['starts_on', 'start', 'start_date', 'from'] },
  { name: 'ends', reading: 'date', synonyms: ['ends_on', 'end', 'end_date', 'to', 'through', 'until'] },
  { name: 'value', reading: 'number', synonyms: ['target', 'target_value', 'amount', 'quota'] },
  { name: 'currency', reading: 'text', synonyms: ['currency_code'] },
];

interface TargetFacts extends TargetSpan {
  kpi: string;
  team: string | null;
  who: string | null;
  value: string;
  currency: string | null;
}

const EVERYONE = new Set(['workspace', 'company', 'all', 'everyone', 'total']);

export const targets = kind<TargetFacts>({
  name: 'targets',
  tables: ['targets'],
  // People hear once of all their goals that are set together, so a file is seldom set in parts.
  batch: 10_000,
  required: [['kpi'], ['period', 'starts'], ['value']],
  fields,
  async open(context) {
    const { tx, workspace } = context;
    const of = { where: { workspaceId: workspace.id }, select: { id: true, name: true } };
    const teams = nameIndex(await tx.team.findMany(of), { slips: false });
    const people = nameIndex(await tx.member.findMany(of), { slips: false });
    const members = await membersBook(context);

    /** A team's name may stand where people's names do; a person nobody knows is created. */
    const subjectOf = ({ row, facts }: ReadRow<TargetFacts>): Pick<WrittenGoal, 'scope' | 'subjectId'> => {
      const { who, team } = facts;
      if (team !== null || (who !== null && teams.find(who).how === 'same' && people.find(who).how !== 'same')) {
        const found = teams.find(team ?? who ?? '');
        if ('id' in found) return { scope: 'team', subjectId: found.id };
        row.bad('team', 'no_team');
      }
      if (who === null || EVERYONE.has(who.toLowerCase())) return { scope: 'workspace', subjectId: null };
      return { scope: 'member', subjectId: members.idOf(row, 'member', who) };
    };

    return {
      read: (row) => readTarget(row, context),
      async write(rows) {
        const read = rows.map((each) => {
          const { team: _, who: __, ...goal } = each.facts;
          return { row: each.row, goal: { ...goal, ...subjectOf(each) } };
        });
        const good = read.filter(({ row }) => row.problems.length === 0).map(({ goal }) => goal);
        await members.flush();
        return setTargets(context, good);
      },
    };
  },
});

function readTarget(row: RowReader, context: ImportContext) {
  const kpi =
    row
      .text('kpi', { required: true })
      ?.toLowerCase()
      .replaceAll(/[\s-]+/g, '_') ?? null;
  const unit = kpi === null ? null : context.goals.unitOf(kpi);
  if (kpi !== null && unit === null) row.bad('kpi', 'no_kpi');
  const span = readSpan(row, context);
  const value = row.number('value');
  const amount = value && goalIn(value, unit);
  if (value && amount === null) {
    if (unit === 'rate') row.bad('value', 'over_100');
    else row.bad('value', 'no_share');
  }
  if (!value && row.problems.length === 0) row.bad('value', 'required');
  const currency = row.text('currency')?.toUpperCase() ?? value?.currency ?? null;
  if (currency !== null && !isCurrency(currency)) row.bad('currency', 'no_currency');
  else if (currency !== null && unit === 'money') context.currencies.add(currency);
  if (kpi === null || !span || !amount) return null;
  const [who, team] = [row.text('member'), row.text('team')];
  const whose = team === null ? `who ${spelled(who ?? '')}` : `team ${spelled(team)}`;
  return {
    facts: { kpi, team, who, ...span, value: amount, currency },
    key: [kpi, whose, span.startsOn, span.endsOn].join('|'),
  };
}

/** As it is stored: 25 % is 0.25. Null for a rate above 100 %, and for percents of what is no rate. */
function goalIn({ value, percent }: WrittenNumber, unit: string | null): string | null {
  const amount = { value: percent ? String(Number(value) / 100) : value, isShare: percent };
  if (unit === 'rate') return writtenRate(amount);
  return percent && unit !== null ? null : amount.value;
}

function readSpan(row: RowReader, { workspace, given, today }: ImportContext): TargetSpan | null {
  const settings = calendarSettings(workspace);
  const period = row.text('period', { required: !given.has('starts') });
  if (period !== null) {
    return readTargetPeriod(period, Temporal.PlainDate.from(today), settings) ?? row.bad('period', 'no_period');
  }
  const [starts, ends] = [row.date('starts'), row.date('ends')];
  if (!starts) return row.problems.length ? null : row.bad('starts', 'required');
  return readDays(starts.on, ends?.on ?? null, settings) ?? row.bad('ends', 'backwards');
}

/** A goal is never overwritten: where the latest word on a span differs, a new word is added. */
async function setTargets({ tx, workspace, goals, report }: ImportContext, written: WrittenGoal[]): Promise<Counts> {
  const counts = { inserted: 0, updated: 0, unchanged: 0 };
  const { became, past } = await goals.set(tx, workspace, written);
  for (const each of became) counts[each] += 1;
  report.past.push(...past);
  return counts;
}
