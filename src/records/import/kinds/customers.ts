import { openAdoption } from '../adopt.ts';
import { membersBook, regionsBook } from '../books.ts';
import { kind, type ReadRow } from '../kind.ts';
import { naturalKey } from '../natural-key.ts';
import { recordCustomerOwners } from '../states.ts';
import { countsOf, type TableColumn, upsertRecords } from '../upsert.ts';

const columns: (TableColumn & { field: string })[] = [
  { field: 'name', name: 'name', type: 'text' },
  { field: 'region', name: 'region_id', type: 'uuid' },
  { field: 'country', name: 'country', type: 'text' },
  { field: 'segment', name: 'segment', type: 'text' },
  { field: 'owner', name: 'owner_id', type: 'uuid' },
  { field: 'since', name: 'since', type: 'date' },
  { field: 'churned', name: 'churned_on', type: 'date' },
];

interface CustomerFacts {
  name: string;
  region: string | null;
  country: string | null;
  segment: string | null;
  owner: string | null;
  since: string | null;
  churned: string | null;
}

export const customers = kind<CustomerFacts>({
  name: 'customers',
  tables: ['customers', 'customer_owners'],
  batch: 1000,
  required: [['name']],
  fields: [
    { name: 'id', reading: 'text', synonyms: ['customer_id', 'account_id', 'company_id', 'external_id', 'record_id'] },
    {
      name: 'name',
      reading: 'text',
      synonyms: [
        'account',
        'customer',
        'company',
        'account_name',
        'customer_name',
        'company_name',
        'organization',
        'organisation',
        'client',
      ],
    },
    { name: 'region', reading: 'text', synonyms: ['sales_region', 'territory'] },
    { name: 'country', reading: 'text', synonyms: ['office_location', 'billing_country', 'location'] },
    { name: 'segment', reading: 'text', synonyms: ['sector', 'industry', 'vertical', 'category'] },
    {
      name: 'owner',
      reading: 'text',
      synonyms: ['account_owner', 'sales_agent', 'rep', 'sales_rep', 'account_manager', 'salesperson'],
    },
    { name: 'since', reading: 'date', synonyms: ['customer_since', 'start_date', 'signed_on'] },
    { name: 'churned', reading: 'date', synonyms: ['churned_on', 'churn_date', 'cancelled_on', 'end_date', 'lost_on'] },
  ],
  async open(context) {
    const [members, regions, adopt] = [
      await membersBook(context),
      await regionsBook(context),
      await openAdoption(context, 'customer'),
    ];
    const { tx, workspace, source, given, today } = context;
    const target = {
      table: 'customers',
      workspaceId: workspace.id,
      source,
      columns: columns.filter(({ field }) => given.has(field)),
    };

    const rowOf = ({ row, facts, key }: ReadRow<CustomerFacts>) => ({
      external_id: key ?? '',
      name: facts.name,
      region_id: regions.idOf(row, 'region', facts.region),
      country: facts.country,
      segment: facts.segment,
      owner_id: members.idOf(row, 'owner', facts.owner),
      since: facts.since,
      churned_on: facts.churned,
    });

    return {
      read(row) {
        const name = row.text('name', { required: true });
        const id = row.text('id', { required: given.has('id') });
        const facts = {
          region: row.text('region'),
          country: row.text('country'),
          segment: row.text('segment'),
          owner: row.text('owner'),
          since: row.date('since')?.on ?? null,
          churned: row.date('churned')?.on ?? null,
        };
        if (facts.since && facts.churned && facts.churned < facts.since) row.bad('churned', 'backwards');
        return name === null ? null : { facts: { name, ...facts }, key: id ?? naturalKey(name) };
      },
      async write(rows) {
        const read = rows.map((row) => ({ row: row.row, record: rowOf(row) }));
        const records = read.filter(({ row }) => row.problems.length === 0).map(({ record }) => record);
        await members.flush();
        await regions.flush();
        await adopt(records);
        const written = await upsertRecords(tx, target, records);
        await recordCustomerOwners(tx, workspace.id, written, today);
        return countsOf(written, records.length);
      },
    };
  },
});
