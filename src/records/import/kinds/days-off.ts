import { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import { membersBook } from '../books.ts';
import type { Field } from '../field.ts';
import { type Counts, type ImportContext, kind, type ReadRow } from '../kind.ts';
import { nameIndex, spelled } from '../name-index.ts';
import { type RowReader, vocabulary } from '../row-reader.ts';

const fields: readonly Field[] = [
  {
    name: 'member',
    reading: 'text',
    synonyms: ['who', 'person', 'employee', 'employee_name', 'name', 'rep', 'sales_rep', 'sales_agent', 'agent'],
  },
  { name: 'office', reading: 'text', synonyms: ['office_name', 'site', 'location'] },
  {
    name: 'starts',
    reading: 'date',
    synonyms: ['starts_on', 'start', 'start_date', 'from', 'first_day', 'day', 'date', 'holiday'],
  },
  { name: 'ends', reading: 'date', synonyms: ['ends_on', 'end', 'end_date', 'to', 'until', 'through', 'last_day'] },
  { name: 'status', reading: 'text', synonyms: ['state', 'kind', 'type'] },
];

const statuses = vocabulary({
  off: ['approved', 'taken', 'holiday', 'vacation', 'leave', 'day off', 'sick', 'public holiday', 'closed'],
  working: ['works', 'work', 'cancelled', 'canceled', 'rejected', 'declined', 'withdrawn', 'working day', 'open'],
});

interface DaysOffFacts {
  member: string | null;
  office: string | null;
  /** ISO, both included. */
  first: string;
  last: string;
  works: boolean;
}

/** Whoever is away for longer has left. */
const LONGEST_DAYS = 3660;

/**
 * A member's days off; of an office, or of nobody in particular (everybody), holidays that no calendar of public ones has.
 * `working` takes them back, and makes a working day of a public holiday. Both days are included.
 */
export const daysOff = kind<DaysOffFacts>({
  name: 'days_off',
  tables: ['special_days'],
  batch: 1000,
  required: [['starts']],
  fields,
  async open(context) {
    const { tx, workspace } = context;
    const offices = nameIndex(
      await tx.office.findMany({ where: { workspaceId: workspace.id }, select: { id: true, name: true } }),
      { slips: false },
    );
    const members = await membersBook(context);

    const subjectOf = ({ row, facts: { member, office } }: ReadRow<DaysOffFacts>) => {
      const found = office === null ? null : offices.find(office);
      if (found && !('id' in found)) row.bad('office', 'no_office');
      return {
        member_id: members.idOf(row, 'member', member),
        office_id: found && 'id' in found ? found.id : null,
      };
    };

    return {
      read: readDaysOff,
      async write(rows) {
        const read = rows.map((row) => ({ ...row, subject: subjectOf(row) }));
        const good = read.filter(({ row }) => row.problems.length === 0);
        await members.flush();
        return writeDays(
          context,
          good.map(({ facts, subject }) => ({ ...facts, ...subject })),
        );
      },
    };
  },
});

function readDaysOff(row: RowReader) {
  const [member, office] = [row.text('member'), row.text('office')];
  if (member !== null && office !== null) row.bad('office', 'member_and_office');
  const [starts, ends] = [row.date('starts'), row.date('ends')];
  const status = row.choice('status', statuses) ?? 'off';
  if (!starts) {
    if (row.problems.length === 0) row.bad('starts', 'required');
    return null;
  }
  const [first, last] = [starts.on, ends?.on ?? starts.on];
  if (last < first) row.bad('ends', 'backwards');
  if (Temporal.PlainDate.from(first).until(last).days > LONGEST_DAYS) row.bad('ends', 'too_many_days');
  const whose = member === null ? `office ${spelled(office ?? '')}` : `member ${spelled(member)}`;
  const facts = { member, office, first, last, works: status === 'working' };
  return row.problems.length > 0 ? null : { facts, key: [whose, first, last].join('|') };
}

type DaysRecord = DaysOffFacts & { member_id: string | null; office_id: string | null };

/** One word a day: where rows of a batch overlap, the later one counts. A row is new when one of its days is. */
async function writeDays({ tx, workspace }: ImportContext, records: readonly DaysRecord[]): Promise<Counts> {
  if (records.length === 0) return { inserted: 0, updated: 0, unchanged: 0 };
  const days = records.flatMap(({ member_id, office_id, first, last, works }, at) =>
    isoDays(first, last).map((day) => ({ id: uuid(), at, member_id, office_id, day, works })),
  );
  const written = await tx.$queryRaw<{ subject: string | null; day: string; inserted: boolean }[]>`
    INSERT INTO special_days AS existing (workspace_id, id, member_id, office_id, day, works)
    SELECT DISTINCT ON (coalesce(member_id, office_id), day) ${workspace.id}::uuid, id, member_id, office_id, day, works
    FROM json_to_recordset(${JSON.stringify(days)}::json)
      AS batch(id uuid, at int, member_id uuid, office_id uuid, day date, works boolean)
    ORDER BY coalesce(member_id, office_id), day, at DESC
    ON CONFLICT (workspace_id, coalesce(member_id, office_id, '00000000-0000-0000-0000-000000000000'), day)
      DO UPDATE SET works = excluded.works WHERE existing.works <> excluded.works
    RETURNING coalesce(member_id, office_id) AS subject, day::text, (xmax = 0) AS inserted`;
  const isNew = new Map(written.map(({ subject, day, inserted }) => [`${subject} ${day}`, inserted]));
  const counts = { inserted: 0, updated: 0, unchanged: 0 };
  for (const { member_id, office_id, first, last } of records) {
    const told = isoDays(first, last).map((day) => isNew.get(`${member_id ?? office_id} ${day}`));
    if (told.includes(true)) counts.inserted++;
    else if (told.includes(false)) counts.updated++;
    else counts.unchanged++;
  }
  return counts;
}

function isoDays(first: string, last: string): string[] {
  const from = Temporal.PlainDate.from(first);
  return Array.from({ length: from.until(last).days + 1 }, (_, days) => from.add({ days }).toString());
}
