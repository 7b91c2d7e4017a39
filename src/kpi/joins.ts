import { Prisma } from '../db/generated/client.ts';
import { rateOf } from './facts/rate.ts';
import type { FactScope } from './facts/scope.ts';
import type { Join } from './measure.ts';

const { sql } = Prisma;

/** Everything that can be joined to a fact `f`; later ones may need earlier ones. */
const joins: Record<Join | 'office', (scope: FactScope) => Prisma.Sql> = {
  // A fact counts for the team, job and region its owner was in on its day.
  membership: ({ workspaceId }) => sql`
    LEFT JOIN memberships membership ON membership.workspace_id = ${workspaceId}::uuid AND membership.member_id = f.owner_id
      AND (membership.starts_on IS NULL OR membership.starts_on <= f.day) AND (membership.ends_on IS NULL OR f.day < membership.ends_on)`,
  member: ({ workspaceId }) => sql`
    LEFT JOIN members member ON member.workspace_id = ${workspaceId}::uuid AND member.id = f.owner_id`,
  office: ({ workspaceId }) => sql`
    LEFT JOIN offices office ON office.workspace_id = ${workspaceId}::uuid AND office.id = member.office_id`,
  customer: ({ workspaceId }) => sql`
    LEFT JOIN customers customer ON customer.workspace_id = ${workspaceId}::uuid AND customer.id = f.customer_id`,
  lead: ({ workspaceId }) => sql`
    LEFT JOIN leads lead ON lead.workspace_id = ${workspaceId}::uuid AND lead.id = f.lead_id`,
  stage: ({ workspaceId }) => sql`
    LEFT JOIN stages stage ON stage.workspace_id = ${workspaceId}::uuid AND stage.id = f.stage_id`,
  rate: (scope) => sql`
    LEFT JOIN LATERAL (SELECT ${rateOf(scope, sql`f.currency`, sql`f.day`)} AS rate) rate ON true`,
  // Whether a lead had a deal by `s.seen_at`; a deal without an opening date counts from when we learned of it.
  opportunity: ({ workspaceId }) => sql`
    LEFT JOIN LATERAL (
      SELECT true AS there FROM deals d
      WHERE d.workspace_id = ${workspaceId}::uuid AND d.lead_id = f.lead_id AND CASE WHEN d.opened_on IS NOT NULL
        THEN coalesce(d.opened_at < s.seen_at, d.opened_on <= s.seen_on)
        ELSE coalesce((
          SELECT min(o.starts_on) FROM deal_states o WHERE o.workspace_id = d.workspace_id AND o.deal_id = d.id
        ), '-infinity') <= s.seen_on END
      LIMIT 1
    ) opportunity ON true`,
  // What a customer has spent by the span's end, each deal at the rate of its day; unknown amounts are counted.
  spent: ({ workspaceId, currency }) => sql`
    LEFT JOIN LATERAL (
      SELECT coalesce(sum(d.amount * d.rate), 0) AS amount, count(*) FILTER (WHERE d.amount IS NULL) AS no_amount,
        array_agg(d.currency) FILTER (WHERE d.amount IS NOT NULL AND d.rate IS NULL) AS no_rate,
        count(*) = 0 OR count(d.amount * d.rate) > 0 AS is_known
      FROM (
        SELECT d.amount, d.currency, ${rateOf({ workspaceId, currency }, sql`d.currency`, sql`d.closed_on`)} AS rate
        FROM deals d
        WHERE d.workspace_id = ${workspaceId}::uuid AND d.customer_id = f.customer_id AND d.status = 'won' AND d.closed_on < s.ends_on
          AND (s.until_at IS NULL OR d.closed_at IS NULL OR d.closed_at < s.until_at)
      ) d
    ) spent ON true`,
  // A sales cycle begins with the first contact of the deal's lead if that was earlier, else with the deal; what came
  // after the closing began nothing.
  start: () => sql`
    LEFT JOIN LATERAL (
      SELECT began.day, began.at FROM (VALUES (lead.first_contacted_on, lead.first_contacted_at), (f.opened_on, f.opened_at)) began (day, at)
      WHERE coalesce(began.at <= f.at, began.day <= f.day) ORDER BY began.day, began.at LIMIT 1
    ) start ON true`,
};

export type JoinName = keyof typeof joins;

const needs: Partial<Record<JoinName, JoinName[]>> = { office: ['member'], start: ['lead'] };

/** The joins asked for and those they need, each once, in order. */
export function joinClauses(asked: Iterable<JoinName>, scope: FactScope): Prisma.Sql {
  const wanted = new Set([...asked].flatMap((name) => [name, ...(needs[name] ?? [])]));
  const clauses = (Object.keys(joins) as JoinName[])
    .filter((name) => wanted.has(name))
    .map((name) => joins[name](scope));
  return clauses.length ? Prisma.join(clauses, ' ') : Prisma.empty;
}
