import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, test } from 'vitest';
import { seedDemo } from '../../prisma/demo/seed.ts';
import { updateContactTimes } from '../../src/records/contact-times.ts';
import { newDatabase, useDatabase } from '../support/database.ts';
import { dumpOf } from './dump.ts';

const today = Temporal.PlainDate.from('2026-11-19');
const now = Temporal.Instant.from('2026-11-19T14:20:00Z');
const slackTeamId = 'T01NORTHWND';

const db = useDatabase();
beforeAll(() => seedDemo(db(), { today, now, slackTeamId }), 120_000);

/** The one number that a statement yields. */
async function number(sql: string): Promise<number> {
  const [row] = await db().$queryRawUnsafe<{ value: unknown }[]>(`SELECT (${sql})::float8 AS value`);
  return Number(row!.value);
}

const anna = `(SELECT id FROM members WHERE name = 'Anna Berger')`;

test('the same day gives the same bytes in another database', { timeout: 120_000 }, async () => {
  const other = await newDatabase();
  try {
    await seedDemo(other.db, { today, now, slackTeamId });
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(hash(await dumpOf(other.db))).toBe(hash(await dumpOf(db())));
  } finally {
    await other.drop();
  }
});

test('customers were in the hands of whoever had their latest deal, day after day up to today', async () => {
  const open = 'customer_owners h JOIN customers c ON c.id = h.customer_id WHERE h.ends_on IS NULL';
  expect(await number(`SELECT count(*) FROM ${open} AND h.owner_id = c.owner_id`)).toBe(
    await number('SELECT count(*) FROM customers'),
  );
  expect(await number('SELECT count(*) FROM customer_owners WHERE ends_on IS NOT NULL')).toBeGreaterThan(5);
});

describe('how much there is', () => {
  test.each([
    ['activities', 15_000, 27_000],
    ['leads', 2_200, 2_800],
    ['deals', 1_000, 1_400],
    ['customers', 700, 1_300],
  ])('%s: from %d to %d', async (table, least, most) => {
    const count = await number(`SELECT count(*) FROM ${table}`);
    expect(count).toBeGreaterThan(least);
    expect(count).toBeLessThan(most);
  });

  test('activities in each of the sixteen months that fifteen months touch', async () => {
    expect(await number(`SELECT count(DISTINCT date_trunc('month', occurred_on)) FROM activities`)).toBe(16);
    expect(await number(`SELECT min(occurred_on) - '2025-08-01'::date FROM activities`)).toBe(0);
  });
});

describe('when it happened', () => {
  test.each([
    ['activities', 'occurred'],
    ['leads', 'created'],
    ['leads', 'first_contacted'],
    ['leads', 'first_replied'],
    ['leads', 'qualified'],
    ['leads', 'converted'],
    ['leads', 'disqualified'],
    ['deals', 'opened'],
    ['deals', 'proposal'],
    ['deals', 'closed'],
  ])(
    '%s: nothing has a time of “%s” after now, and each day is that of the instant in Berlin',
    async (table, event) => {
      expect(
        await number(`SELECT count(*) FROM ${table} WHERE ${event}_at > '${now}' OR ${event}_on > '${today}'`),
      ).toBe(0);
      const wrong = `(${event}_at AT TIME ZONE 'Europe/Berlin')::date IS DISTINCT FROM ${event}_on`;
      expect(await number(`SELECT count(*) FROM ${table} WHERE ${wrong}`)).toBe(0);
      expect(await number(`SELECT count(${event}_at) FROM ${table}`)).toBeGreaterThan(200);
    },
  );

  test('an activity has the hour that Berlin’s clocks showed, in summer and in winter', async () => {
    const wrong = `extract(hour FROM occurred_at AT TIME ZONE 'Europe/Berlin') <> occurred_hour`;
    expect(await number(`SELECT count(*) FROM activities WHERE ${wrong}`)).toBe(0);
  });

  test('weekends are quiet and today is under way', async () => {
    expect(await number(`SELECT count(*) FROM activities WHERE extract(isodow FROM occurred_on) > 5`)).toBe(0);
    expect(await number(`SELECT count(*) FROM activities WHERE occurred_on = '${today}'`)).toBeGreaterThan(20);
  });

  test('the events of a deal stand in their order', async () => {
    expect(
      await number(
        'SELECT count(*) FROM deals WHERE opened_at > proposal_at OR proposal_at > closed_at OR opened_at > closed_at',
      ),
    ).toBe(0);
  });

  test('leads were contacted and replied exactly when their activities say so', async () => {
    const read = () => db().lead.findMany({ orderBy: { id: 'asc' } });
    const before = await read();
    await updateContactTimes(db(), before[0]!.workspaceId, null);
    expect(await read()).toEqual(before);
  });
});

describe('how the parts agree', () => {
  test('the lines of a deal add up to its amount', async () => {
    const wrong = `
      SELECT count(*) FROM deals d
      WHERE d.amount IS DISTINCT FROM (SELECT sum(l.amount) FROM deal_lines l WHERE l.deal_id = d.id)
        OR d.amount IS DISTINCT FROM (SELECT sum(l.quantity * l.unit_price) FROM deal_lines l WHERE l.deal_id = d.id)`;
    expect(await number(wrong)).toBe(0);
  });

  test.each([
    [
      'deal',
      'opened_on',
      'd.status, d.stage_id, d.owner_id, d.amount, d.currency',
      's.status, s.stage_id, s.owner_id, s.amount, s.currency',
    ],
    [
      'lead',
      'created_on',
      'd.owner_id, d.expected_amount, d.currency, d.score',
      's.owner_id, s.expected_amount, s.currency, s.score',
    ],
  ])(
    'the states of a %s follow each other without a gap and end with what it is now',
    async (kind, begin, row, state) => {
      const neighbours = `
      SELECT *, lead(starts_on) OVER w AS next, row_number() OVER w AS place
      FROM ${kind}_states WINDOW w AS (PARTITION BY ${kind}_id ORDER BY starts_on)`;
      expect(await number(`SELECT count(*) FROM (${neighbours}) s WHERE ends_on IS DISTINCT FROM next`)).toBe(0);
      const first = `SELECT count(*) FROM ${kind}s d LEFT JOIN (${neighbours}) s ON s.${kind}_id = d.id AND s.place = 1`;
      expect(await number(`${first} WHERE s.starts_on IS DISTINCT FROM d.${begin}`)).toBe(0);
      const last = `SELECT count(*) FROM ${kind}s d LEFT JOIN ${kind}_states s ON s.${kind}_id = d.id AND s.ends_on IS NULL`;
      expect(await number(`${last} WHERE (${row}) IS DISTINCT FROM (${state})`)).toBe(0);
    },
  );

  test('a closed deal is closed from its day on, and a lead is what has become of it', async () => {
    const closed = `SELECT count(*) FROM deals d JOIN deal_states s ON s.deal_id = d.id AND s.ends_on IS NULL WHERE d.status <> 'open'`;
    expect(await number(`${closed} AND s.starts_on <> d.closed_on`)).toBe(0);
    const status = `CASE WHEN converted_on IS NOT NULL THEN 'converted' WHEN disqualified_on IS NOT NULL THEN 'disqualified' ELSE 'open' END`;
    const leads = 'SELECT count(*) FROM leads d JOIN lead_states s ON s.lead_id = d.id AND s.ends_on IS NULL';
    expect(await number(`${leads} WHERE s.status <> ${status}`)).toBe(0);
  });

  test('nobody belongs to two teams at once, and nobody works before joining', async () => {
    const span = (name: string) => `daterange(${name}.starts_on, ${name}.ends_on)`;
    const overlapping = `SELECT count(*) FROM memberships a JOIN memberships b ON a.member_id = b.member_id AND a.id < b.id WHERE ${span('a')} && ${span('b')}`;
    expect(await number(overlapping)).toBe(0);
    const member = `SELECT FROM memberships m WHERE m.member_id = a.member_id AND ${span('m')} @> a.occurred_on`;
    expect(await number(`SELECT count(*) FROM activities a WHERE NOT EXISTS (${member})`)).toBe(0);
  });
});

describe('what there is to see', () => {
  test('Anna has goals and work this month, and calls to make today', async () => {
    const goals = `SELECT count(DISTINCT kpi) FROM targets WHERE subject_id = ${anna} AND starts_on = '2026-11-01' AND ends_on = '2026-12-01'`;
    expect(await number(goals)).toBeGreaterThanOrEqual(4);
    expect(
      await number(
        `SELECT value FROM targets WHERE subject_id = ${anna} AND kpi = 'calls_made' AND starts_on = '2026-11-01'`,
      ),
    ).toBe(12 * 21);
    const calls = `SELECT count(*) FROM activities WHERE member_id = ${anna} AND type = 'call' AND direction = 'outbound'`;
    expect(await number(`${calls} AND occurred_on >= '2026-11-01'`)).toBeGreaterThan(80);
    const calledToday = await number(`${calls} AND occurred_on = '${today}'`);
    expect(calledToday).toBeGreaterThan(4);
    expect(calledToday).toBeLessThan(15);
  });

  test('reps win from a third to a half of their deals: one many more than the others, one far fewer', async () => {
    const rates = await db().$queryRaw<{ name: string; rate: number }[]>`
      SELECT m.name, (count(*) FILTER (WHERE d.status = 'won'))::float8 / count(*) AS rate
      FROM deals d JOIN members m ON m.id = d.closed_owner_id GROUP BY m.name HAVING count(*) > 60 ORDER BY rate DESC`;
    expect(rates[0]!.name).toBe('Jonas Petersen');
    expect(rates.at(-1)!.name).toBe('Henrik Voss');
    for (const { rate } of rates.slice(1, -1)) {
      expect(rate).toBeGreaterThan(0.33);
      expect(rate).toBeLessThan(0.6);
    }
  });

  test('a deal takes five or six weeks, and December is slower than November', async () => {
    const cycle = await number(`SELECT avg(closed_on - opened_on) FROM deals WHERE status = 'won'`);
    expect(cycle).toBeGreaterThan(30);
    expect(cycle).toBeLessThan(60);
    const inMonth = (month: string) =>
      number(`SELECT count(*) FROM activities WHERE to_char(occurred_on, 'YYYY-MM') = '${month}'`);
    expect(await inMonth('2025-12')).toBeLessThan(0.9 * (await inMonth('2025-11')));
  });

  test('people answer most around ten and three', async () => {
    const hours = await db().$queryRaw<{ hour: number }[]>`
      SELECT occurred_hour AS hour FROM activities WHERE type = 'call' AND direction = 'outbound'
      GROUP BY 1 HAVING count(*) > 500 ORDER BY (count(*) FILTER (WHERE outcome = 'answered'))::float8 / count(*) DESC LIMIT 2`;
    expect(hours.map(({ hour }) => hour).toSorted((a, b) => a - b)).toEqual([10, 15]);
  });

  test.each([
    [
      'deals in euros, with rates',
      `SELECT count(*) FROM deals d WHERE currency = 'EUR' AND EXISTS (SELECT FROM currency_rates r WHERE r.currency = 'EUR' AND r.day <= d.opened_on)`,
      150,
    ],
    ['deals handed over after they were opened', 'SELECT count(*) FROM deals WHERE opened_owner_id <> owner_id', 20],
    ['deals won without an amount', `SELECT count(*) FROM deals WHERE status = 'won' AND amount IS NULL`, 3],
    [
      'customers who came back',
      'SELECT count(*) FROM (SELECT FROM customer_spans GROUP BY customer_id HAVING count(*) > 1) spans',
      3,
    ],
    ['meetings that nobody came to', `SELECT count(*) FROM activities WHERE outcome = 'no_show'`, 50],
    ['leads still open', 'SELECT count(*) FROM leads WHERE converted_on IS NULL AND disqualified_on IS NULL', 100],
    ['open deals', `SELECT count(*) FROM deals WHERE status = 'open'`, 60],
    [
      'people who changed teams',
      'SELECT count(*) FROM (SELECT FROM memberships GROUP BY member_id HAVING count(DISTINCT team_id) > 1) moved',
      1,
    ],
  ])('%s', async (_, sql, least) => {
    expect(await number(sql)).toBeGreaterThanOrEqual(least);
  });

  test('one sale in yen, for which there is no rate', async () => {
    expect(
      await number(`SELECT count(*) FROM deals WHERE currency = 'JPY' AND status = 'won' AND amount IS NOT NULL`),
    ).toBe(1);
    expect(await number(`SELECT count(*) FROM currency_rates WHERE currency = 'JPY'`)).toBe(0);
  });
});
