/** Anna's eight numbers of this month beside last month's, as one would write the SQL for just this question: the measure of `/kpi me`. */
import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { company } from '../../prisma/demo/cast.ts';

export interface ByHand {
  /** By KPI: the value and the one it is compared with. Rates as fractions, money with two decimals; null: no data. */
  values: Record<string, { value: number | null; previous: number | null }>;
  /** By KPI, of this month. */
  targets: Record<string, number>;
}

interface DealRow {
  span: number;
  revenue: string;
  won: number;
  closed: number;
  priced: number;
  cycle: number | null;
}

interface TargetRow {
  span: number;
  kpi: string;
  value: number;
}

interface ActivityRow {
  span: number;
  logged: number;
  held: number;
}

const person = `members m JOIN workspaces w ON w.id = m.workspace_id
  CROSS JOIN (VALUES (0, $3::date, $4::date, $5::timestamptz), (1, $6, $7, $8)) s (span, starts_on, ends_on, until)`;
const isAsking = 'w.slack_team_id = $1 AND m.slack_user_id = $2';

const deals = `
  SELECT s.span, coalesce(sum(d.amount * r.rate) FILTER (WHERE d.status = 'won'), 0)::text AS revenue,
    count(*) FILTER (WHERE d.status = 'won')::int AS won, count(d.id)::int AS closed,
    count(d.amount * r.rate) FILTER (WHERE d.status = 'won')::int AS priced,
    (avg(extract(epoch FROM d.closed_at - least(l.first_contacted_at, d.opened_at)) / 86400) FILTER (WHERE d.status = 'won'))::float8 AS cycle
  FROM ${person}
  LEFT JOIN deals d ON d.workspace_id = m.workspace_id AND d.closed_owner_id = m.id
    AND d.closed_on >= s.starts_on AND d.closed_on < s.ends_on AND d.closed_at < s.until
  LEFT JOIN leads l ON l.workspace_id = d.workspace_id AND l.id = d.lead_id
  LEFT JOIN LATERAL (
    SELECT CASE WHEN d.currency = w.currency THEN 1 ELSE (
      SELECT c.rate FROM currency_rates c
      WHERE c.workspace_id = d.workspace_id AND c.base = w.currency AND c.currency = d.currency AND c.day <= d.closed_on
      ORDER BY c.day DESC LIMIT 1) END AS rate
  ) r ON true
  WHERE ${isAsking} GROUP BY s.span`;

const activities = `
  SELECT s.span, count(a.id)::int AS logged,
    count(*) FILTER (WHERE a.type IN ('meeting', 'demo') AND a.outcome = 'held')::int AS held
  FROM ${person}
  LEFT JOIN activities a ON a.workspace_id = m.workspace_id AND a.member_id = m.id
    AND a.occurred_on >= s.starts_on AND a.occurred_on < s.ends_on AND a.occurred_at < s.until
  WHERE ${isAsking} GROUP BY s.span`;

const targets = `
  SELECT DISTINCT ON (s.span, t.kpi) s.span, t.kpi, t.value::float8 AS value
  FROM members m JOIN workspaces w ON w.id = m.workspace_id
  CROSS JOIN (VALUES (0, $3::date, $4::date), (1, $5, $3)) s (span, starts_on, ends_on)
  JOIN targets t ON t.workspace_id = m.workspace_id AND t.scope = 'member' AND t.subject_id = m.id
  WHERE ${isAsking} AND t.starts_on = s.starts_on AND t.ends_on = s.ends_on
  ORDER BY s.span, t.kpi, t.set_at DESC`;

/** Asks with three prepared statements, all at the same time. */
export async function annaByHand(pool: pg.Pool, slackUserId: string, now: Temporal.Instant): Promise<ByHand> {
  const { months, counted } = spans(now);
  const who = [company.slackTeamId, slackUserId];
  const [deal, activity, target] = await Promise.all([
    pool.query<DealRow>({ name: 'deals', text: deals, values: [...who, ...counted] }),
    pool.query<ActivityRow>({ name: 'activities', text: activities, values: [...who, ...counted] }),
    pool.query<TargetRow>({ name: 'targets', text: targets, values: [...who, ...months] }),
  ]);
  const [ofTargets = {}, before = {}] = [0, 1].map((span) =>
    Object.fromEntries(target.rows.filter((row) => row.span === span).map(({ kpi, value }) => [kpi, value])),
  );
  const [d, dBefore] = [0, 1].map((span) => deal.rows.find((row) => row.span === span)!) as [DealRow, DealRow];
  const [a, aBefore] = [0, 1].map((span) => activity.rows.find((row) => row.span === span)!) as [
    ActivityRow,
    ActivityRow,
  ];
  const both = (of: (row: DealRow) => number | null) => ({ value: of(d), previous: of(dBefore) });
  return {
    targets: ofTargets,
    values: {
      revenue: both(({ revenue }) => cents(Number(revenue))),
      target_attainment: {
        value: ratio(Number(d.revenue), ofTargets.revenue ?? 0),
        previous: ratio(Number(dBefore.revenue), before.revenue ?? 0),
      },
      deals_won: both(({ won }) => won),
      win_rate: both(({ won, closed }) => ratio(won, closed)),
      avg_deal_size: both(({ revenue, priced }) => (priced ? cents(Number(revenue) / priced) : null)),
      sales_cycle: both(({ cycle }) => cycle),
      activities_logged: { value: a.logged, previous: aBefore.logged },
      meetings_held: { value: a.held, previous: aBefore.held },
    },
  };
}

const ratio = (part: number, whole: number) => (whole ? part / whole : null);
const cents = (amount: number) => Number(amount.toFixed(2));

/** This month up to now, and last month up to the same day and time. */
function spans(now: Temporal.Instant) {
  const local = now.toZonedDateTimeISO(company.zone);
  const first = local.toPlainDate().with({ day: 1 });
  const before = local.subtract({ months: 1 });
  const span = (at: Temporal.ZonedDateTime) => {
    const day = at.toPlainDate();
    return [day.with({ day: 1 }).toString(), day.add({ days: 1 }).toString(), at.toInstant().toString()];
  };
  return {
    months: [0, 1, -1].map((months) => first.add({ months }).toString()),
    counted: [...span(local), ...span(before)],
  };
}

/** The numbers as lines of text, with nothing more done for their looks than a careful person would. */
export function textByHand({ values, targets: goals }: ByHand): string {
  const lines = Object.entries(values).map(([kpi, { value, previous }]) => {
    const goal = goals[kpi] === undefined ? '' : ` of ${goals[kpi]}`;
    return `${kpi}: ${value ?? '–'}${goal} (before: ${previous ?? '–'})`;
  });
  return lines.join('\n');
}
