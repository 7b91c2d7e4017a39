/** A round for everybody, while both bots are killed again and again, people answer and leave, and other things come due. */
import type { Database } from '../../src/db/client.ts';
import { percentile } from '../bench/measure.ts';
import type { Finding } from '../bench/report.ts';
import type { Bots } from './bots.ts';
import type { Company } from './company.ts';
import { answers, command, letAnswer } from './people.ts';
import { asked, asksOf, mostInAMinute, posted, refused } from './seen.ts';
import { until } from './until.ts';

/** What share of them has been asked when all bots are killed. */
const KILLS = [0.2, 0.45, 0.7];
/** … and when each of these is asked for. */
const COMMANDS = [0.05, 0.3, 0.55, 0.85];
/** What a killed bot had in hand waits for the end of its lease: what is to pass the others must not be among it. */
const AFTER_KILLS = 0.75;
/** When nothing has come for so long, nothing will. */
const STALLED_MS = 240_000;
/**
 * Eight invitations are in the bots' hands when something more urgent comes; more go out while it and its chart are made, and which of
 * those in hand has the next turn is chance. So many are some twenty seconds.
 */
const IN_HAND = 100;
/** Slack's, of the whole workspace. */
const A_MINUTE = 300;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 0)} s`;
const spread = (times: readonly number[]): string =>
  times.length === 0
    ? 'none'
    : `p50 ${seconds(percentile(times, 0.5))}, p95 ${seconds(percentile(times, 0.95))}, most ${seconds(Math.max(...times))} (${times.length})`;

/** @param fill has half of all answered already, so that one sees what an answer costs then */
export async function playRound(
  db: Database,
  company: Company,
  bots: Bots,
  fill: (share: number) => Promise<number>,
): Promise<Finding[]> {
  const { people, sandbox } = company;
  const begun = performance.now();
  // In the order in which they are asked, the last are the furthest from their turn.
  const leaving = people.filter((_, index) => index > 0.8 * people.length && index % 60 === 5);
  const expected = people.length - leaving.length;
  const at = (share: number) => untilAsked(company, Math.floor(share * people.length));
  let isOver = false;
  const answering = letAnswer(
    company,
    people.filter((person, index) => answers(index) && !leaving.includes(person)),
    () => isOver,
  );
  const passing: number[] = [];
  const waits: number[] = [];
  const commands = (async () => {
    for (const share of COMMANDS) {
      if (!(await at(share))) return;
      const before = asked(company);
      const ms = await command(company, people[7]!, '/kpi me');
      waits.push(ms ?? Number.POSITIVE_INFINITY);
      passing.push(asked(company) - before);
    }
  })();
  const digest = (async () => {
    await at(AFTER_KILLS);
    return digestPasses(db, company);
  })();
  const gone = (async () => {
    await at(0.1);
    for (const id of leaving)
      await fetch(`${sandbox.url}sandbox/person`, { method: 'POST', body: JSON.stringify({ id, deleted: true }) });
  })();
  const half = (async () => {
    await at(0.5);
    const from = performance.now();
    return { from, filled: await fill(0.5) };
  })();

  await bots.start(2);
  const resumed: string[] = [];
  for (const share of KILLS) {
    await at(share);
    await bots.kill();
    const had = asked(company);
    const from = performance.now();
    await bots.start(2);
    await untilAsked(company, had + 1);
    console.log(`killed at ${had} of ${expected}`);
    resumed.push(`at ${had}, the next one ${seconds(performance.now() - from)} later`);
  }
  const isAllThere = await untilAsked(company, expected);
  const took = performance.now() - begun;
  isOver = true;
  const [{ presses, again }, passed, { filled }] = await Promise.all([answering, digest, half, commands, gone]);

  const counts = people.map((person) => asksOf(company, person).length);
  const wrong = people.filter((person, index) => counts[index] !== (leaving.includes(person) ? 0 : 1));
  const calls = posted(company);
  const most = mostInAMinute(calls);
  const refusals = refused(company);
  const [early, late] = [presses.slice(0, presses.length / 2), presses.slice(presses.length / 2)];
  return [
    {
      what: `${people.length} invited, ${leaving.length} of them gone before their turn`,
      found: `${counts.filter((count) => count === 1).length} asked once, ${wrong.length} wrong, in ${seconds(took)}: ${((60_000 * expected) / took).toFixed(0)} a minute`,
      goal: { words: 'each once, who has gone never', isMet: isAllThere && wrong.length === 0 },
    },
    { what: 'both bots killed', found: resumed.join('; ') },
    {
      what: 'messages in any minute',
      found: `${most} at most; too many requests, by method: ${JSON.stringify(refusals)}`,
      goal: {
        words: `no more than ${A_MINUTE}, and no message refused for it`,
        isMet: most <= A_MINUTE && (refusals['chat.postMessage'] ?? 0) === 0,
      },
    },
    {
      what: '/kpi me meanwhile',
      found: `${spread(waits)}, ${passing.join(', ')} invitations before the answer`,
      goal: {
        words: 'before the rest',
        isMet: waits.length === COMMANDS.length && passing.every((each) => each <= IN_HAND),
      },
    },
    {
      what: 'a digest that comes due meanwhile',
      found: passed === null ? 'never came' : `${passed} invitations before it`,
      goal: { words: 'before the rest', isMet: passed !== null && passed <= IN_HAND },
    },
    {
      what: 'a press, until the next question stands there',
      found: `${spread(early)}; with ${filled} answers there ${spread(late)}; pressed again ${again} times, as a bot was killed`,
    },
  ];
}

/** How many invitations go out between its being planned and its arrival; null: it does not come. */
async function digestPasses(db: Database, company: Company): Promise<number | null> {
  const { sandbox, channelId, people } = company;
  const what = { kind: 'digest', whose: { scope: 'workspace' }, byPerson: false } as const;
  await company.addSchedule(what, { to: 'channel', channelId });
  const isPlanned = async () => (await db.delivery.count({ where: { recipient: channelId } })) > 0;
  if (!(await until(isPlanned, STALLED_MS))) return null;
  const before = asked(company);
  const isThere = await until(() => sandbox.messages(people[0]!, channelId).length > 0, STALLED_MS);
  return isThere ? asked(company) - before : null;
}

/** Until so many have been asked. False: it does not go on. */
async function untilAsked(company: Company, count: number): Promise<boolean> {
  let [last, since] = [asked(company), performance.now()];
  let isStalled = false;
  await until(
    () => {
      const now = asked(company);
      if (now > last) [last, since] = [now, performance.now()];
      isStalled = performance.now() - since > STALLED_MS;
      return now >= count || isStalled;
    },
    Number.POSITIVE_INFINITY,
    200,
  );
  return !isStalled;
}
