import { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import { calendarSettings } from '../../../people/workspace.ts';
import { writtenRate } from '../../written-rate.ts';
import { membersBook } from '../books.ts';
import type { Field } from '../field.ts';
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
  batch: 1000,
  required: [['kpi'], ['period', 'starts'], ['value']],
  fields,
  async open(context) {
    const { tx, workspace } = context;
    const of = { where: { workspaceId: workspace.id }, select: { id: true, name: true } };
    const teams = nameIndex(await tx.team.findMany(of), { slips: false });
    const people = nameIndex(await tx.member.findMany(of), { slips: false });
    const members = await membersBook(context);

    /** A team's name may stand where people's names do; a person nobody knows is created. */
    const subjectOf = ({ row, facts }: ReadRow<TargetFacts>) => {
      const { who, team } = facts;
      if (team !== null || (who !== null && teams.find(who).how === 'same' && people.find(who).how !== 'same')) {
        const found = teams.find(team ?? who ?? '');
        if ('id' in found) return { scope: 'team', subject_id: found.id };
        row.bad('team', 'no_team');
      }
      if (who === null || EVERYONE.has(who.toLowerCase())) return { scope: 'workspace', subject_id: null };
      return { scope: 'member', subject_id: members.idOf(row, 'member', who) };
    };

    return {
      read: (row) => readTarget(row, context),
      async write(rows) {
        const read = rows.map((row) => ({ row: row.row, record: { ...row.facts, ...subjectOf(row), id: uuid() } }));
        const good = read.filter(({ row }) => row.problems.length === 0).map(({ record }) => record);
        await members.flush();
        return writeTargets(context, good);
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
  const unit = kpi === null ? null : context.goalUnitOf(kpi);
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

type TargetRecord = TargetSpan &
  Pick<TargetFacts, 'kpi' | 'value' | 'currency'> & { id: string; scope: string; subject_id: string | null };

/** A goal is never overwritten: where the latest word on a span differs, a new word is added. */
async function writeTargets(
  { tx, workspace, today }: ImportContext,
  records: readonly TargetRecord[],
): Promise<Counts> {
  if (records.length === 0) return { inserted: 0, updated: 0, unchanged: 0 };
  const written = await tx.$queryRaw<{ known: boolean }[]>`
    WITH batch AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(records)}::json) AS batch(
        id uuid, kpi text, scope text, subject_id uuid, unit text, "startsOn" date, "endsOn" date, value numeric(20,4), currency char(3))
    ), compared AS (
      SELECT batch.*, latest.id IS NOT NULL AS known, latest.set_at AS said_at,
        (latest.value, latest.currency, latest.unit) IS NOT DISTINCT FROM (batch.value, batch.currency, batch.unit) AS same
      FROM batch LEFT JOIN LATERAL (
        SELECT * FROM targets t
        WHERE t.workspace_id = ${workspace.id}::uuid AND t.scope = batch.scope AND t.kpi = batch.kpi
          AND t.subject_id IS NOT DISTINCT FROM batch.subject_id
          AND t.starts_on = batch."startsOn" AND t.ends_on = batch."endsOn"
        ORDER BY t.set_at DESC, t.id DESC LIMIT 1
      ) latest ON true
    ), moment AS (
      SELECT greatest(clock_timestamp(), max(said_at) + interval '1 millisecond') AS at FROM compared
    ), added AS (
      INSERT INTO targets (workspace_id, id, kpi, scope, subject_id, unit, starts_on, ends_on, value, currency, set_at)
      SELECT ${workspace.id}::uuid, id, kpi, scope, subject_id, unit, "startsOn", "endsOn", value, currency, moment.at
      FROM compared, moment WHERE NOT same
      RETURNING workspace_id, id, kpi, scope, subject_id, starts_on, ends_on
    ), first AS (
      SELECT DISTINCT ON (scope, subject_id, kpi) * FROM added
      WHERE scope IN ('member', 'team') AND ends_on > ${today}::date
      ORDER BY scope, subject_id, kpi, starts_on, ends_on DESC
    ), told AS (
      -- Whose goal is not over yet hears of it, once for all periods of a number: of a team's its people and its manager.
      INSERT INTO target_notices (workspace_id, id, target_id, member_id)
      SELECT first.workspace_id, gen_random_uuid(), first.id, who.member_id
      FROM first CROSS JOIN LATERAL (
        SELECT first.subject_id AS member_id WHERE first.scope = 'member'
        UNION
        SELECT own.member_id FROM memberships own JOIN added a ON a.scope = 'team' AND a.subject_id = own.team_id
        WHERE first.scope = 'team' AND own.workspace_id = first.workspace_id AND own.team_id = first.subject_id
          AND a.kpi = first.kpi AND (own.starts_on IS NULL OR own.starts_on < a.ends_on)
          AND (own.ends_on IS NULL OR own.ends_on > greatest(a.starts_on, ${today}::date))
        UNION
        SELECT t.manager_id FROM teams t
        WHERE first.scope = 'team' AND t.workspace_id = first.workspace_id AND t.id = first.subject_id
      ) who JOIN members m ON m.workspace_id = first.workspace_id AND m.id = who.member_id
      WHERE first.scope = 'member' OR (m.known <> 'listed' AND m.deactivated_at IS NULL)
    )
    SELECT known FROM compared WHERE NOT same`;
  const updated = written.filter(({ known }) => known).length;
  return { inserted: written.length - updated, updated, unchanged: records.length - written.length };
}
