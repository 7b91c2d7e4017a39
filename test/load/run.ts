// `npm run test:load`: a survey of 10,000 (`npm run test:load -- 500`: of 500) by two bots within Slack's limits, killed and started
// again meanwhile. Takes some 45 minutes, as Slack takes no more than some hundreds of messages a minute. Ends with an error where a
// goal is missed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../src/db/client.ts';
import { openReadyDatabase } from '../../src/db/open.ts';
import { planDue } from '../../src/schedule/plan.ts';
import { timed } from '../bench/measure.ts';
import type { Finding } from '../bench/report.ts';
import { close, remind } from './afterwards.ts';
import { botsOf, type Probe } from './bots.ts';
import { type Company, openCompany } from './company.ts';
import { playRound } from './round.ts';

/** Within a quarter, of everybody: each is looked at before another begins. */
const EARLIER_ROUNDS = 6;

async function load(size: number): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'salespulse-load-'));
  const { db, url, close: leave } = await openReadyDatabase({ databaseUrl: undefined, dataFolder: folder });
  const company = await openCompany(db, size);
  const bots = botsOf(url, company.sandbox);
  let isMet = true;
  let leaving: Promise<void> | undefined;
  const leaveAll = () => {
    leaving ??= (async () => {
      await bots.kill();
      await company.sandbox.stop();
      await leave();
      await rm(folder, { recursive: true, force: true });
    })();
    return leaving;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void leaveAll().finally(() => process.exit(130)));
  const tell = ({ what, found, goal }: Finding) => {
    isMet &&= goal?.isMet ?? true;
    const verdict = goal ? ` – ${goal.words}: ${goal.isMet ? 'met' : 'MISSED'}` : '';
    console.log(`${Temporal.Now.plainTimeISO().toString({ smallestUnit: 'second' })} ${what}: ${found}${verdict}`);
  };
  try {
    tell(await begin(db, company));
    for (const finding of await playRound(db, company, bots, (share) => fill(db, share * size))) tell(finding);
    tell(await remind(db, company));
    const ended = await bots.stop();
    tell({
      ...{ what: 'told to stop, they end', found: `with ${ended.join(' and ')}` },
      goal: { words: 'in order', isMet: ended.every((code) => code === 0) },
    });
    tell(await sizeOf(db));
    await fill(db, size);
    for (const finding of await close(db, company, bots)) tell(finding);
    for (const finding of health(bots.probes())) tell(finding);
    const errors = bots.errors();
    tell({ what: 'errors logged', found: [errors.length, ...errors.slice(0, 3)].join('\n') });
  } catch (cause) {
    // At once: what is still under way may keep the rest of this from ending.
    console.error(cause);
    isMet = false;
  } finally {
    await leaveAll();
  }
  return isMet;
}

/** All of it is written down at once: in one transaction, which whoever is killed leaves as if it had not begun. */
async function begin(db: Database, company: Company): Promise<Finding> {
  await company.addEarlierRounds(EARLIER_ROUNDS);
  const whose = { scope: 'workspace' } as const;
  await company.addSchedule(
    { kind: 'pulse', instrument: 'pulse', whose, howMany: 2, openDays: 10 },
    { to: 'everyone' },
  );
  // What autovacuum would have done since they were hired.
  await db.$executeRaw`ANALYZE`;
  const ms = await timed(() => planDue(db, Temporal.Now.instant()));
  const invited = await db.pulseInvitation.count({ where: { round: { closedOn: null } } });
  return {
    what: `the round begins, after ${EARLIER_ROUNDS} others in the quarter`,
    found: `${invited} invited in ${(ms / 1000).toFixed(1)} s, ${await db.delivery.count()} deliveries`,
    goal: { words: 'everybody', isMet: invited === company.people.length },
  };
}

const PATIENT = { maxWait: 20_000, timeout: 60_000 };

/** Has others answer, of whom Slack knows nothing, until there are so many; every fifth has a comment. Returns how many there are. */
function fill(db: Database, upTo: number): Promise<number> {
  return db.$transaction(async (tx) => {
    const round = await tx.pulseRound.findFirstOrThrow({ where: { closedOn: null } });
    await tx.$executeRaw`SELECT FROM pulse_rounds WHERE id = ${round.id}::uuid FOR NO KEY UPDATE`;
    const there = await tx.pulseAnswer.count({ where: { roundId: round.id } });
    await tx.$executeRaw`
      INSERT INTO pulse_answers (workspace_id, round_id, token, comment_key, team_id, scores, comment)
      SELECT i.workspace_id, i.round_id, encode(sha256(i.member_id::text::bytea), 'base64'), gen_random_uuid()::text, i.team_id,
        (SELECT jsonb_object_agg(q->>'id', 1 + floor(5 * random())::int) FROM jsonb_array_elements(r.questions) q WHERE i.member_id IS NOT NULL),
        CASE WHEN random() < 0.2 THEN 'Comment of ' || gen_random_uuid() END
      FROM pulse_invitations i JOIN pulse_rounds r ON r.workspace_id = i.workspace_id AND r.id = i.round_id
      WHERE r.id = ${round.id}::uuid AND NOT EXISTS (
        SELECT FROM pulse_answers a WHERE a.round_id = r.id AND a.token = encode(sha256(i.member_id::text::bytea), 'base64'))
      ORDER BY i.member_id DESC LIMIT ${Math.max(0, Math.floor(upTo) - there)}`;
    return tx.pulseAnswer.count({ where: { roundId: round.id } });
  }, PATIENT);
}

async function sizeOf(db: Database): Promise<Finding> {
  const [found] = await db.$queryRaw<Record<string, string>[]>`
    SELECT pg_size_pretty(pg_database_size(current_database())) AS "in all", pg_size_pretty(pg_total_relation_size('deliveries')) AS deliveries,
      pg_size_pretty(pg_total_relation_size('pulse_answers')) AS answers, pg_size_pretty(pg_total_relation_size('pulse_invitations')) AS invitations`;
  return { what: 'the database', found: JSON.stringify(found) };
}

/** Samples come every five seconds: what a process takes while it starts is no measure. */
const WARM = 12;
/** Fewer tell nothing. */
const ENOUGH = 36;

/** How much memory the bots took, and how late their event loops were. */
function health(processes: readonly Probe[][]): Finding[] {
  const all = processes.flat();
  const mean = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0) / of.length;
  const grown = processes.flatMap((probes) => {
    const rss = probes.slice(WARM).map(({ rssMb }) => rssMb);
    if (rss.length < ENOUGH) return [];
    const third = Math.floor(rss.length / 3);
    return [{ from: mean(rss.slice(0, third)), to: mean(rss.slice(-third)) }];
  });
  const busy = processes.flatMap((probes) => {
    const [first, last] = [probes.at(0), probes.at(-1)];
    return first && last && probes.length > 1 ? [(last.cpuMs - first.cpuMs) / (5_000 * (probes.length - 1))] : [];
  });
  const most = (of: readonly number[]) => Math.max(0, ...of);
  return [
    {
      what: 'memory of a bot, in MB',
      found: `${most(all.map(({ rssMb }) => rssMb))} at most; first and last third of those that ran long: ${grown.map(({ from, to }) => `${from.toFixed(0)} → ${to.toFixed(0)}`).join(', ') || 'none did'}`,
      goal: { words: 'flat', isMet: grown.every(({ from, to }) => to < 1.3 * from) },
    },
    {
      what: 'event loop of a bot',
      found: `usually ${mean(all.map(({ p50 }) => p50)).toFixed(0)} ms late, p99 of five seconds ${mean(all.map(({ p99 }) => p99)).toFixed(0)} ms, most ${most(all.map((probe) => probe.most)).toFixed(0)} ms; ${busy.map((share) => `${(100 * share).toFixed(0)} %`).join(', ')} of a processor`,
    },
  ];
}

load(Number(process.argv[2] ?? 10_000)).then(
  (isMet) => process.exit(isMet ? 0 : 1),
  (cause: unknown) => {
    console.error(cause);
    process.exit(1);
  },
);
