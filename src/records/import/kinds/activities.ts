import { updateContactTimes } from '../../contact-times.ts';
import { customersBook, membersBook, regionsBook } from '../books.ts';
import type { Field } from '../field.ts';
import { kind, type ReadRow } from '../kind.ts';
import { idsByReference } from '../lookup.ts';
import { countsOf, type TableColumn, upsertRecords } from '../upsert.ts';
import { type ActivityFacts, readActivity } from './activity-facts.ts';

const fields: readonly Field[] = [
  { name: 'id', reading: 'text', synonyms: ['activity_id', 'external_id', 'record_id', 'call_id', 'event_id'] },
  {
    name: 'member',
    reading: 'text',
    synonyms: [
      'sales_agent',
      'owner',
      'rep',
      'sales_rep',
      'agent',
      'user',
      'assigned_to',
      'salesperson',
      'activity_owner',
      'who',
      'done_by',
      'created_by',
    ],
  },
  { name: 'type', reading: 'text', synonyms: ['activity_type', 'activity', 'kind', 'event_type'] },
  { name: 'direction', reading: 'text', synonyms: ['call_direction', 'inbound_outbound'] },
  {
    name: 'outcome',
    reading: 'text',
    synonyms: ['call_outcome', 'disposition', 'status', 'meeting_outcome', 'call_disposition'],
  },
  { name: 'result', reading: 'text', synonyms: ['call_result', 'meeting_result'] },
  {
    name: 'occurred',
    reading: 'date',
    synonyms: [
      'occurred_at',
      'occurred_on',
      'date',
      'activity_date',
      'timestamp',
      'datetime',
      'date_time',
      'start',
      'start_time',
      'started_at',
      'created_at',
      'completed_at',
      'when',
      'time',
    ],
  },
  { name: 'duration', reading: 'number', synonyms: ['duration_seconds', 'call_duration', 'duration_s', 'seconds'] },
  { name: 'duration_minutes', reading: 'number', synonyms: ['minutes', 'duration_min', 'duration_in_minutes'] },
  { name: 'place', reading: 'text', synonyms: ['location', 'venue'] },
  {
    name: 'customer',
    reading: 'text',
    synonyms: [
      'account',
      'account_name',
      'customer_name',
      'company',
      'company_name',
      'client',
      'customer_id',
      'account_id',
    ],
  },
  { name: 'lead', reading: 'text', synonyms: ['lead_id', 'lead_name', 'contact', 'contact_name'] },
  {
    name: 'deal',
    reading: 'text',
    synonyms: ['deal_id', 'opportunity', 'opportunity_id', 'deal_name', 'opportunity_name'],
  },
  { name: 'region', reading: 'text', synonyms: ['sales_region', 'territory'] },
  {
    name: 'note',
    reading: 'text',
    synonyms: ['notes', 'comment', 'comments', 'description', 'subject', 'body', 'summary'],
  },
  { name: 'next_step', reading: 'text', synonyms: ['next_action', 'follow_up'] },
  {
    name: 'next_step_on',
    reading: 'date',
    synonyms: ['next_step_date', 'follow_up_date', 'due', 'due_date', 'next_step_due'],
  },
  { name: 'next_step_owner', reading: 'text', synonyms: ['follow_up_owner'] },
];

const column = (field: string, name: string, type: string): TableColumn & { field: string } => ({ field, name, type });

const columns = [
  column('member', 'member_id', 'uuid'),
  column('type', 'type', 'text'),
  column('type', 'direction', 'text'),
  column('outcome', 'outcome', 'text'),
  column('result', 'result', 'text'),
  column('occurred', 'occurred_at', 'timestamptz'),
  column('occurred', 'occurred_on', 'date'),
  column('occurred', 'occurred_hour', 'smallint'),
  column('duration', 'duration_seconds', 'int'),
  column('place', 'place', 'text'),
  column('customer', 'customer_id', 'uuid'),
  column('lead', 'lead_id', 'uuid'),
  column('deal', 'deal_id', 'uuid'),
  column('region', 'region_id', 'uuid'),
  column('note', 'note', 'text'),
  column('next_step', 'next_step', 'text'),
  column('next_step_on', 'next_step_on', 'date'),
  column('next_step_owner', 'next_step_owner_id', 'uuid'),
];

export const activities = kind<ActivityFacts>({
  name: 'activities',
  tables: ['activities'],
  batch: 1000,
  required: [['member'], ['type'], ['occurred']],
  fields,
  async open(context) {
    const { tx, workspace, source, given, report } = context;
    const [members, customers, regions] = [
      await membersBook(context),
      await customersBook(context),
      await regionsBook(context),
    ];
    const place = { workspaceId: workspace.id, source };
    const isTold = ({ field }: { field: string }) =>
      given.has(field) || (field === 'duration' && given.has('duration_minutes'));
    const target = { ...place, table: 'activities', columns: columns.filter(isTold) };

    const recordOf = (
      { row, facts, key }: ReadRow<ActivityFacts>,
      leads: ReadonlyMap<string, string>,
      deals: ReadonlyMap<string, string>,
    ) => {
      if (facts.lead !== null && !leads.has(facts.lead)) row.bad('lead', 'no_lead');
      if (facts.deal !== null && !deals.has(facts.deal)) row.bad('deal', 'no_deal');
      return {
        external_id: key ?? '',
        member_id: members.idOf(row, 'member', facts.member),
        type: facts.type,
        direction: facts.direction,
        outcome: facts.outcome,
        result: facts.result,
        occurred_at: facts.occurred.at,
        occurred_on: facts.occurred.on,
        occurred_hour: facts.occurred.hour,
        duration_seconds: facts.durationSeconds,
        place: facts.place,
        customer_id: customers.idOf(row, 'customer', facts.customer),
        lead_id: facts.lead && (leads.get(facts.lead) ?? null),
        deal_id: facts.deal && (deals.get(facts.deal) ?? null),
        region_id: regions.idOf(row, 'region', facts.region),
        note: facts.note,
        next_step: facts.nextStep,
        next_step_on: facts.nextStepOn,
        next_step_owner_id: members.idOf(row, 'next_step_owner', facts.nextStepOwner),
      };
    };

    return {
      read(row) {
        const id = given.has('id') ? row.text('id', { required: true }) : null;
        const facts = readActivity(row);
        return facts && { facts, key: id };
      },
      async write(rows) {
        const leads = await idsByReference(
          tx,
          { ...place, table: 'leads' },
          rows.map(({ facts }) => facts.lead),
        );
        const deals = await idsByReference(
          tx,
          { ...place, table: 'deals' },
          rows.map(({ facts }) => facts.deal),
        );
        const read = rows.map((row) => ({ row, record: recordOf(row, leads, deals) }));
        const good = read.filter(({ row }) => row.row.problems.length === 0);
        report.assumedOutbound += good.filter(({ row }) => row.facts.assumedOutbound).length;
        for (const book of [members, customers, regions]) await book.flush();
        const records = good.map(({ record }) => record);
        return countsOf(await upsertRecords(tx, target, records), records.length);
      },
      finish: () => (given.has('lead') ? updateContactTimes(tx, workspace.id, null) : Promise.resolve()),
    };
  },
});
