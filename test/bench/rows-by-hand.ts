/** One, eight and thirty numbers of everybody, this month beside last month, as one would write the SQL for just them. */
import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { company } from '../../prisma/demo/cast.ts';

type Values = Record<string, number | null>;

const spans =
  'workspaces w CROSS JOIN (VALUES (0, $2::date, $3::date, $4::timestamptz), (1, $5, $6, $7)) s (span, starts_on, ends_on, until)';
const call = "a.type = 'call' AND a.direction = 'outbound'";
const met = "a.type IN ('meeting', 'demo')";
const counted = (condition: string) => `count(*) FILTER (WHERE ${condition})::float8`;
const share = (part: string, whole: string) => `${counted(part)} / nullif(${counted(whole)}, 0)`;
const talked = "a.type = 'call' AND a.outcome = 'answered' AND a.duration_seconds IS NOT NULL";

const ofActivities = {
  calls_made: counted(call),
  calls_answered: counted(`${call} AND a.outcome = 'answered'`),
  calls_unanswered: counted(`${call} AND a.outcome IN ('unanswered', 'busy')`),
  voicemails_left: counted(`${call} AND a.outcome = 'voicemail'`),
  call_answer_rate: share(`${call} AND a.outcome = 'answered'`, call),
  call_success_rate: share(
    `${call} AND a.outcome = 'answered' AND a.result = 'positive'`,
    `${call} AND a.outcome = 'answered' AND a.result IS NOT NULL`,
  ),
  avg_call_duration: `(avg(a.duration_seconds) FILTER (WHERE ${talked}))::float8`,
  meetings_held: counted(`${met} AND a.outcome = 'held'`),
  activities_logged: 'count(a.id)::float8',
  outbound_activities: counted("a.direction = 'outbound' AND a.type IN ('call', 'email', 'message', 'social')"),
  meeting_show_rate: share(`${met} AND a.outcome = 'held'`, `${met} AND a.outcome IN ('held', 'no_show')`),
  meeting_success_rate: share(
    `${met} AND a.outcome = 'held' AND a.result IN ('sale', 'demo', 'next_step')`,
    `${met} AND a.outcome = 'held'`,
  ),
  customer_interactions: counted(
    "a.type <> 'note' AND (a.customer_id IS NOT NULL OR a.lead_id IS NOT NULL OR a.deal_id IS NOT NULL)",
  ),
};

const won = "d.status = 'won'";
const proposed = 'd.proposal_on IS NOT NULL';
const ofClosings = {
  deals_won: counted(won),
  deals_lost: counted("d.status = 'lost'"),
  win_rate: share(won, 'd.id IS NOT NULL'),
  win_odds: share(won, "d.status = 'lost'"),
  revenue: `coalesce(sum(d.amount * r.rate) FILTER (WHERE ${won}), 0)::float8`,
  avg_deal_size: `(avg(d.amount * r.rate) FILTER (WHERE ${won}))::float8`,
  proposal_success: share(`${won} AND ${proposed}`, proposed),
};

const ofEvents = {
  new_opportunities:
    'deals d WHERE d.workspace_id = w.id AND d.opened_on >= s.starts_on AND d.opened_on < s.ends_on AND d.opened_at < s.until',
  proposals_sent:
    'deals d WHERE d.workspace_id = w.id AND d.proposal_on >= s.starts_on AND d.proposal_on < s.ends_on AND d.proposal_at < s.until',
  qualified_leads:
    'leads l WHERE l.workspace_id = w.id AND l.qualified_on >= s.starts_on AND l.qualified_on < s.ends_on AND l.qualified_at < s.until',
};

/** What needs two of the tables. */
const ofBoth: Record<string, (values: Values) => number | null> = {
  activities_per_win: ({ activities_logged: logged, deals_won: wins }) => quotient(logged, wins),
  revenue_per_activity: ({ revenue, activities_logged: logged }) => quotient(revenue, logged, 2),
};

const quotient = (part: number | null = null, whole: number | null = null, decimals?: number) => {
  if (part === null || !whole) return null;
  return decimals === undefined ? part / whole : Number((part / whole).toFixed(decimals));
};

const seen = 's.seen';
const ofLeads = {
  leads_generated: 'count(l.id)::float8',
  lead_qualification_rate: share(`l.qualified_at < ${seen}`, 'l.id IS NOT NULL'),
  lead_conversion_rate: share(`l.converted_at < ${seen}`, 'l.id IS NOT NULL'),
  avg_lead_score: 'avg(l.score)::float8',
  lead_response_time: `(avg(greatest(0, extract(epoch FROM l.first_contacted_at - l.created_at)))
    FILTER (WHERE l.channel = 'inbound' AND l.first_contacted_at < ${seen}))::float8`,
};

/** What an answer tells beside some of these numbers: medians, what was left out, and since when there are records at all. */
const beside: Record<string, string[]> = {
  avg_call_duration: [`percentile_cont(0.5) WITHIN GROUP (ORDER BY a.duration_seconds) FILTER (WHERE ${talked})`],
  revenue: [
    counted(`${won} AND d.amount IS NULL`),
    `array_agg(d.currency) FILTER (WHERE ${won} AND d.amount IS NOT NULL AND r.rate IS NULL)`,
  ],
  lead_response_time: [
    `percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(0, extract(epoch FROM l.first_contacted_at - l.created_at))::float8)
      FILTER (WHERE l.channel = 'inbound' AND l.first_contacted_at < ${seen})`,
    counted(`l.channel = 'inbound' AND (l.first_contacted_at IS NULL OR l.first_contacted_at >= ${seen})`),
  ],
  avg_lead_score: [counted('l.id IS NOT NULL AND l.score IS NULL')],
};
const firstOn = (table: string, ...columns: string[]) => {
  const ours = 'workspace_id = (SELECT id FROM workspaces WHERE slack_team_id = $1)';
  return `least(${columns.map((column) => `(SELECT min(${column}) FROM ${table} WHERE ${ours})`).join(', ')})`;
};

export const eight = Object.keys(ofActivities).slice(0, 8);
export const thirty = [ofActivities, ofClosings, ofEvents, ofLeads, ofBoth].flatMap((group) => Object.keys(group));

/** A statement for each table that the numbers need; `isWhole`: with all that an answer tells beside them. */
function statements(ids: readonly string[], isWhole: boolean): string[] {
  const asked = (group: Record<string, string>) => ids.some((id) => group[id]);
  const columns = (group: Record<string, string>, first?: string) =>
    [
      ...ids.flatMap((id) => (group[id] ? [`${group[id]} AS ${id}`] : [])),
      ...(isWhole ? ids.flatMap((id) => (group[id] ? (beside[id] ?? []) : [])) : []).map(
        (more, n) => `${more} AS beside_${n}`,
      ),
      ...(isWhole && first ? [`${first} AS first_on`] : []),
    ].join(', ');
  return [
    asked(ofActivities) &&
      `SELECT s.span, ${columns(ofActivities, firstOn('activities', 'occurred_on'))} FROM ${spans}
       LEFT JOIN activities a ON a.workspace_id = w.id AND a.occurred_on >= s.starts_on AND a.occurred_on < s.ends_on AND a.occurred_at < s.until
       WHERE w.slack_team_id = $1 GROUP BY s.span`,
    asked(ofClosings) &&
      `SELECT s.span, ${columns(ofClosings, firstOn('deals', 'opened_on', 'proposal_on', 'closed_on'))} FROM ${spans}
       LEFT JOIN deals d ON d.workspace_id = w.id AND d.closed_on >= s.starts_on AND d.closed_on < s.ends_on AND d.closed_at < s.until
       LEFT JOIN LATERAL (SELECT CASE WHEN d.currency = w.currency THEN 1 ELSE (
         SELECT c.rate FROM currency_rates c
         WHERE c.workspace_id = w.id AND c.base = w.currency AND c.currency = d.currency AND c.day <= d.closed_on
         ORDER BY c.day DESC LIMIT 1) END AS rate) r ON true
       WHERE w.slack_team_id = $1 GROUP BY s.span`,
    asked(ofEvents) &&
      `SELECT s.span, ${Object.entries(ofEvents)
        .map(([id, happened]) => `(SELECT count(*) FROM ${happened})::float8 AS ${id}`)
        .join(', ')} FROM ${spans} WHERE w.slack_team_id = $1`,
    asked(ofLeads) &&
      `SELECT s.span, ${columns(ofLeads, firstOn('leads', 'created_on', 'qualified_on'))}
       FROM (SELECT s.*, w.id AS workspace_id, CASE s.span WHEN 0 THEN $4::timestamptz ELSE $4::timestamptz - make_interval(days => $2::date - $5::date) END AS seen
         FROM ${spans} WHERE w.slack_team_id = $1) s
       LEFT JOIN leads l ON l.workspace_id = s.workspace_id AND l.created_on >= s.starts_on AND l.created_on < s.ends_on AND l.created_at < s.until
       GROUP BY s.span`,
  ].filter((statement) => statement !== false);
}

/** Everybody's goals in force for these numbers, of this month or the one before. */
const goals = `
  SELECT DISTINCT ON (t.kpi, t.scope, t.subject_id, t.starts_on, t.ends_on)
    t.kpi, t.scope, t.subject_id, t.starts_on::text, t.ends_on::text, t.value::float8, t.currency
  FROM workspaces w JOIN targets t ON t.workspace_id = w.id
  WHERE w.slack_team_id = $1 AND t.kpi = ANY($2::text[]) AND t.starts_on < $3::date + 31 AND t.ends_on > $4::date
  ORDER BY t.kpi, t.scope, t.subject_id, t.starts_on, t.ends_on, t.set_at DESC`;

/**
 * The values of this month up to now (0) and of the same stretch of last month (1). `isWhole`: what an answer fetches beside them
 * is fetched, too, though nothing is made of it: goals, medians, what was left out, the first days on record.
 */
export async function everybodyByHand(
  pool: pg.Pool,
  ids: readonly string[],
  now: Temporal.Instant,
  { isWhole = false } = {},
): Promise<[Values, Values]> {
  const spans = stretch(now);
  const values = [company.slackTeamId, ...spans];
  const name = `rows ${ids.length} ${isWhole}`;
  const asked = statements(ids, isWhole).map((text, n) => pool.query({ name: `${name} ${n}`, text, values }));
  const aims = [company.slackTeamId, ids, spans[0], spans[3]];
  const aimed = isWhole ? pool.query({ name: `${name} goals`, text: goals, values: aims }) : null;
  const [found] = await Promise.all([
    Promise.all(asked).then((all) => all.flatMap(({ rows }) => rows as { span: number }[])),
    aimed,
  ]);
  const of = (span: number): Values => {
    const values: Values = Object.assign({}, ...found.filter((row) => row.span === span));
    const derived = Object.entries(ofBoth).filter(([id]) => ids.includes(id));
    return { ...values, ...Object.fromEntries(derived.map(([id, value]) => [id, value(values)])) };
  };
  return [of(0), of(1)];
}

function stretch(now: Temporal.Instant): string[] {
  const local = now.toZonedDateTimeISO(company.zone);
  return [local, local.subtract({ months: 1 })].flatMap((at) => {
    const day = at.toPlainDate();
    return [day.with({ day: 1 }).toString(), day.add({ days: 1 }).toString(), at.toInstant().toString()];
  });
}
