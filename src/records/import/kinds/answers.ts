import { answerScales } from '../../answer-scales.ts';
import { customersBook, membersBook, productsBook } from '../books.ts';
import type { Field } from '../field.ts';
import { kind } from '../kind.ts';
import { vocabulary } from '../row-reader.ts';
import { countsOf, type TableColumn, upsertRecords } from '../upsert.ts';

const instruments = vocabulary({
  nps: ['net promoter score', 'net promoter', 'recommend', 'recommendation'],
  csat: ['customer satisfaction', 'satisfaction'],
});

const fields: readonly Field[] = [
  { name: 'id', reading: 'text', synonyms: ['answer_id', 'response_id', 'external_id', 'record_id'] },
  { name: 'survey', reading: 'text', synonyms: ['instrument', 'survey_type', 'type', 'question'] },
  { name: 'score', reading: 'number', synonyms: ['rating', 'answer', 'value', 'points'] },
  {
    name: 'date',
    reading: 'date',
    synonyms: ['answered', 'answered_at', 'answered_on', 'day', 'submitted_at', 'created_at'],
  },
  { name: 'customer', reading: 'text', synonyms: ['account', 'company', 'customer_name', 'client', 'organization'] },
  { name: 'respondent', reading: 'text', synonyms: ['contact', 'email', 'name', 'person', 'contact_name'] },
  { name: 'rep', reading: 'text', synonyms: ['owner', 'sales_rep', 'sales_agent', 'member', 'account_owner'] },
  { name: 'product', reading: 'text', synonyms: ['product_name', 'item'] },
  { name: 'comment', reading: 'text', synonyms: ['feedback', 'reason', 'why', 'note'] },
  { name: 'solved', reading: 'date', synonyms: ['solved_at', 'solved_on', 'resolved', 'resolved_at', 'closed_at'] },
];

const columns: (TableColumn & { field: string })[] = [
  { field: 'survey', name: 'instrument', type: 'text' },
  { field: 'score', name: 'score', type: 'smallint' },
  { field: 'date', name: 'answered_at', type: 'timestamptz' },
  { field: 'date', name: 'answered_on', type: 'date' },
  { field: 'customer', name: 'customer_id', type: 'uuid' },
  { field: 'respondent', name: 'respondent', type: 'text' },
  { field: 'rep', name: 'member_id', type: 'uuid' },
  { field: 'product', name: 'product_id', type: 'uuid' },
  { field: 'comment', name: 'comment', type: 'text' },
  { field: 'solved', name: 'solved_at', type: 'timestamptz' },
  { field: 'solved', name: 'solved_on', type: 'date' },
];

const LONGEST_COMMENT = 10_000;

type AnswerFacts = Record<string, string | number | null>;

/** What customers answered when asked how likely they are to recommend us, or how satisfied they are. */
export const answers = kind<AnswerFacts>({
  name: 'answers',
  tables: ['survey_answers', 'customers', 'members', 'products'],
  batch: 1000,
  required: [['survey'], ['score'], ['date']],
  fields,
  async open(context) {
    const { tx, workspace, source, given } = context;
    const books = {
      customer: await customersBook(context),
      rep: await membersBook(context),
      product: await productsBook(context),
    };
    const told = columns.filter(({ field }) => given.has(field));
    const target = { table: 'survey_answers', workspaceId: workspace.id, source, columns: told };

    return {
      read(row) {
        const id = row.text('id', { required: given.has('id') });
        const [instrument, answered] = [row.choice('survey', instruments), row.date('date')];
        const score = row.number('score', { ...(instrument ? answerScales[instrument] : {}), whole: true });
        const solved = row.date('solved');
        const missing = instrument === null ? 'survey' : !answered ? 'date' : !score ? 'score' : null;
        if (missing && row.problems.length === 0) row.bad(missing, 'required');
        const comment = row.text('comment', { longest: LONGEST_COMMENT });
        const respondent = row.text('respondent');
        if (row.problems.length > 0 || instrument === null || !answered || !score) return null;
        const idIn = (of: keyof typeof books) => books[of].idOf(row, of, row.text(of));
        const about = { customer_id: idIn('customer'), member_id: idIn('rep'), product_id: idIn('product') };
        const said = { instrument, score: Number(score.value), comment, respondent };
        const when = { answered_at: answered.at, answered_on: answered.on };
        const solution = { solved_at: solved?.at ?? null, solved_on: solved?.on ?? null };
        return { facts: { ...said, ...when, ...solution, ...about }, key: id };
      },
      async write(rows) {
        for (const book of Object.values(books)) await book.flush();
        const records = rows.map(({ facts, key }) => ({ external_id: key ?? '', ...facts }));
        return countsOf(await upsertRecords(tx, target, records), records.length);
      },
    };
  },
});
