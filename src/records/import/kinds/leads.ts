import { customersBook, membersBook, regionsBook } from '../books.ts';
import type { Field } from '../field.ts';
import { kind, type ReadRow } from '../kind.ts';
import type { When } from '../moment.ts';
import { type Money, moneyOf } from '../money.ts';
import { vocabulary } from '../row-reader.ts';
import { recordLeadStates } from '../states.ts';
import { countsOf, type TableColumn, upsertRecords } from '../upsert.ts';

const origins = vocabulary({
  marketing: ['mkt', 'marketing qualified', 'mql'],
  sales: ['sdr', 'sales qualified', 'prospecting'],
});
const channels = vocabulary({ inbound: ['in', 'incoming'], outbound: ['out', 'outgoing', 'cold'] });

/** The moments of a lead's life that a file may tell. */
const moments = ['created', 'first_contacted', 'first_replied', 'qualified', 'converted', 'disqualified'] as const;
type MomentName = (typeof moments)[number];

interface LeadFacts extends Record<'name', string> {
  texts: Record<'email' | 'country' | 'lead_source' | 'campaign' | 'origin' | 'channel', string | null>;
  customer: string | null;
  owner: string | null;
  region: string | null;
  expected: Money | null;
  score: string | null;
  moments: Record<MomentName, When | null>;
}

const fields: readonly Field[] = [
  { name: 'id', reading: 'text', synonyms: ['lead_id', 'external_id', 'record_id', 'contact_id'] },
  {
    name: 'name',
    reading: 'text',
    synonyms: ['lead', 'lead_name', 'full_name', 'contact', 'contact_name', 'company', 'company_name'],
  },
  { name: 'email', reading: 'text', synonyms: ['email_address', 'e_mail', 'mail'] },
  { name: 'customer', reading: 'text', synonyms: ['account', 'account_name', 'customer_name', 'converted_account'] },
  {
    name: 'owner',
    reading: 'text',
    synonyms: ['lead_owner', 'sales_agent', 'rep', 'sales_rep', 'sdr', 'assigned_to', 'salesperson', 'agent'],
  },
  { name: 'region', reading: 'text', synonyms: ['sales_region', 'territory'] },
  { name: 'country', reading: 'text', synonyms: ['location'] },
  { name: 'lead_source', reading: 'text', synonyms: ['source', 'original_source', 'lead_origin'] },
  { name: 'campaign', reading: 'text', synonyms: ['campaign_name', 'utm_campaign'] },
  { name: 'origin', reading: 'text', synonyms: ['generated_by', 'team'] },
  { name: 'channel', reading: 'text', synonyms: ['direction', 'inbound_outbound'] },
  {
    name: 'expected',
    reading: 'number',
    synonyms: ['expected_amount', 'expected_value', 'estimated_value', 'value', 'amount'],
  },
  { name: 'currency', reading: 'text', synonyms: ['currency_code', 'currency_iso_code'] },
  { name: 'score', reading: 'number', synonyms: ['lead_score', 'rating', 'grade'] },
  {
    name: 'created',
    reading: 'date',
    synonyms: ['created_at', 'created_on', 'create_date', 'created_date', 'creation_date', 'date_created', 'date'],
  },
  {
    name: 'first_contacted',
    reading: 'date',
    synonyms: [
      'first_contacted_at',
      'first_contacted_on',
      'first_contact',
      'first_contact_date',
      'contacted',
      'contacted_at',
    ],
  },
  {
    name: 'first_replied',
    reading: 'date',
    synonyms: ['first_replied_at', 'first_replied_on', 'first_reply', 'first_reply_date', 'replied', 'replied_at'],
  },
  {
    name: 'qualified',
    reading: 'date',
    synonyms: ['qualified_at', 'qualified_on', 'qualified_date', 'qualification_date', 'sql_date'],
  },
  {
    name: 'converted',
    reading: 'date',
    synonyms: ['converted_at', 'converted_on', 'converted_date', 'conversion_date'],
  },
  {
    name: 'disqualified',
    reading: 'date',
    synonyms: ['disqualified_at', 'disqualified_on', 'disqualified_date', 'rejected', 'rejected_at'],
  },
];

const column = (field: string, name: string, type: string, rest: Partial<TableColumn> = {}) => ({
  field,
  name,
  type,
  ...rest,
});

/** An event that has happened keeps its owner; a new one belongs to who owned the lead before this import. */
const ownerOf = (event: string) =>
  `CASE WHEN excluded.${event}_on IS NULL THEN NULL
    WHEN existing.${event}_on IS NOT NULL THEN coalesce(existing.${event}_owner_id, excluded.${event}_owner_id)
    ELSE coalesce(excluded.${event}_owner_id, existing.owner_id) END`;

const columns = [
  column('name', 'name', 'text'),
  column('email', 'email', 'text'),
  column('customer', 'customer_id', 'uuid'),
  column('owner', 'owner_id', 'uuid'),
  column('region', 'region_id', 'uuid'),
  ...['country', 'lead_source', 'campaign', 'origin', 'channel'].map((name) => column(name, name, 'text')),
  column('expected', 'expected_amount', 'numeric(20,4)'),
  column('expected', 'currency', 'char(3)'),
  column('score', 'score', 'smallint'),
  ...moments.flatMap((name) =>
    [column(name, `${name}_at`, 'timestamptz'), column(name, `${name}_on`, 'date')].map(keptIfUntold(name)),
  ),
  column('created', 'created_owner_id', 'uuid', { onUpdate: ownerOf('created') }),
  column('qualified', 'qualified_owner_id', 'uuid', { onUpdate: ownerOf('qualified') }),
];

/** What activities have told about contact and reply stays where the file has nothing better. */
function keptIfUntold(moment: MomentName) {
  if (moment !== 'first_contacted' && moment !== 'first_replied') return (told: ReturnType<typeof column>) => told;
  return (told: ReturnType<typeof column>) => ({
    ...told,
    onUpdate: `CASE WHEN excluded.${moment}_on IS NULL THEN existing.${told.name} ELSE excluded.${told.name} END`,
  });
}

export const leads = kind<LeadFacts>({
  name: 'leads',
  tables: ['leads', 'lead_states'],
  batch: 1000,
  required: [['name', 'email'], ['created']],
  fields,
  async open(context) {
    const [members, regions, customers] = [
      await membersBook(context),
      await regionsBook(context),
      await customersBook(context),
    ];
    const { tx, workspace, source, given, today } = context;
    const told = columns.filter(({ field }) => given.has(field) || field === 'name');
    const target = { table: 'leads', workspaceId: workspace.id, source, columns: told };

    const recordOf = ({ row, facts, key }: ReadRow<LeadFacts>) => {
      const ownerId = members.idOf(row, 'owner', facts.owner);
      return {
        external_id: key ?? '',
        name: facts.name,
        ...facts.texts,
        customer_id: customers.idOf(row, 'customer', facts.customer),
        owner_id: ownerId,
        region_id: regions.idOf(row, 'region', facts.region),
        expected_amount: facts.expected?.amount ?? null,
        currency: facts.expected?.currency ?? null,
        score: facts.score,
        ...Object.fromEntries(
          moments.flatMap((name) => [
            [`${name}_at`, facts.moments[name]?.at ?? null],
            [`${name}_on`, facts.moments[name]?.on ?? null],
          ]),
        ),
        created_owner_id: ownerId,
        qualified_owner_id: facts.moments.qualified && ownerId,
      };
    };

    return {
      read(row) {
        const email = row.text('email');
        const name = row.text('name') ?? email;
        const when = Object.fromEntries(moments.map((moment) => [moment, row.date(moment)])) as LeadFacts['moments'];
        if (name === null) row.bad('name', 'required');
        if (!when.created && !row.problems.some(({ reason }) => reason === 'no_date')) row.bad('created', 'required');
        const id = row.text('id', { required: given.has('id') });
        const facts = {
          texts: {
            email,
            country: row.text('country'),
            lead_source: row.text('lead_source'),
            campaign: row.text('campaign'),
            origin: row.choice('origin', origins),
            channel: row.choice('channel', channels),
          },
          customer: row.text('customer'),
          owner: row.text('owner'),
          region: row.text('region'),
          expected: moneyOf(row, 'expected', context),
          score: row.number('score', { least: 0, most: 100, whole: true })?.value ?? null,
          moments: when,
        };
        return name === null ? null : { facts: { name, ...facts }, key: id };
      },
      async write(rows) {
        const read = rows.map((row) => ({ row: row.row, record: recordOf(row) }));
        const records = read.filter(({ row }) => row.problems.length === 0).map(({ record }) => record);
        for (const book of [members, regions, customers]) await book.flush();
        const written = await upsertRecords(tx, target, records);
        await recordLeadStates(tx, workspace.id, written, today);
        return countsOf(written, records.length);
      },
    };
  },
});
