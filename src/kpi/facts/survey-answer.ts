import { Prisma } from '../../db/generated/client.ts';
import { customerOwner } from '../../records/customer-owner.ts';
import type { AnswerEvent } from '../measure.ts';
import { customerRegion } from './customer.ts';
import { lineColumns } from './line-columns.ts';
import type { FactRows, LineKey } from './scope.ts';

const { sql } = Prisma;

/** How long a customer counts as new. */
const DAYS_NEW = 90;

/**
 * Who answered: a person at a customer, else the customer; if neither is known, each answer is a respondent of its own.
 */
const respondent = sql`coalesce(nullif(concat_ws(' ', a.customer_id, lower(a.respondent)), ''), a.id::text)`;
/** Only the latest answer of each respondent counts, by product the latest about each product. */
const latestOf = (lineKeys: readonly LineKey[]) =>
  sql`DISTINCT ON (${Prisma.join([respondent, ...lineKeys.map((key) => key.sql)])})`;
const latestFirst = (lineKeys: readonly LineKey[]) => sql`
  ORDER BY ${Prisma.join([respondent, ...lineKeys.map((key) => key.sql)])}, a.answered_on DESC, a.answered_at DESC NULLS LAST, a.id DESC`;

const owner = sql`coalesce(a.member_id, ${customerOwner(sql`a.answered_on + 1`)})`;
const firstWin = sql`LEFT JOIN LATERAL (
  SELECT d.closed_owner_id, d.closed_on FROM deals d
  WHERE d.workspace_id = c.workspace_id AND d.customer_id = c.id AND d.status = 'won'
  ORDER BY d.closed_on, d.closed_at, d.id LIMIT 1) won ON true`;
const isNew = sql`won.closed_on <= a.answered_on AND won.closed_on > a.answered_on - ${DAYS_NEW}::int`;

/**
 * Which answers each event takes, and whose work they are about. A detractor's answer opens a case; a new customer's is
 * about who won them.
 */
const events: Record<AnswerEvent, { which: Prisma.Sql; owner: Prisma.Sql; isNew: boolean }> = {
  nps: { which: sql`a.instrument = 'nps'`, owner, isNew: false },
  csat: { which: sql`a.instrument = 'csat'`, owner, isNew: false },
  csat_new: { which: sql`a.instrument = 'csat' AND ${isNew}`, owner: sql`won.closed_owner_id`, isNew: true },
  detractor: { which: sql`a.instrument = 'nps' AND a.score <= 6`, owner, isNew: false },
};

/** What customers answered within the span, and whose work it is about. */
export const answerRows: FactRows = ({ workspaceId, events: wanted, lineKeys, lineFilter }) => {
  const asked = (Object.keys(events) as AnswerEvent[]).filter((event) => wanted.has(event));
  const rows = asked.map((event) => {
    const { which, owner: whose, isNew: ofNew } = events[event];
    return sql`(
      SELECT ${event === 'nps' ? latestOf(lineKeys) : Prisma.empty} ${event} AS event, a.id AS record_id, ${whose} AS owner_id,
        ${customerRegion} AS region_id, c.segment, a.customer_id, NULL::uuid AS lead_id, a.answered_on AS day, a.answered_at AS at, ${lineColumns(lineKeys)}
        a.score, a.solved_on, a.solved_at
      FROM survey_answers a
      LEFT JOIN customers c ON c.workspace_id = a.workspace_id AND c.id = a.customer_id
      ${ofNew ? firstWin : Prisma.empty}
      WHERE a.workspace_id = ${workspaceId}::uuid AND ${which} AND ${lineFilter ?? sql`true`}
        AND a.answered_on >= s.starts_on AND a.answered_on < s.ends_on
        AND (s.until_at IS NULL OR a.answered_at IS NULL OR a.answered_at < s.until_at)
      ${event === 'nps' ? latestFirst(lineKeys) : Prisma.empty})`;
  });
  return Prisma.join(rows, ' UNION ALL ');
};
