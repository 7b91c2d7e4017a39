/** Bot processes that are killed at any moment while Slack fails in every way it can, until everything has been sent. */
import { setTimeout as pause } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { release } from '../../src/delivery/outbox.ts';
import { newDatabase } from '../support/database.ts';
import type { Started } from '../support/process.ts';
import { startBot } from './bot.ts';
import { type Chance, chanceOf } from './chance.ts';
import { openOffice, type Size } from './office.ts';
import { openNotes, openStandups } from './standups.ts';

export interface Chaos extends Size {
  processes: number;
  seed: number;
  messagesPerMinute: number;
  /** How often a process is killed. */
  kills: number;
  /** How many messages are tried from one to the next, at least and at most. */
  killAfter: readonly [number, number];
  /** How many posts are done later than anybody waits for, at most. */
  slowPosts: number;
  /** So many standups of so many people each go on meanwhile. */
  standups: number;
  peopleEach: number;
  /** So many people are to be told more than they get in a day. */
  noted: number;
  /** Kills all at once after that, and lets the time pass that their leases have left. */
  blackout: boolean;
  withinMs: number;
}

export interface Result {
  /** What has not arrived exactly once. */
  wrong: Map<string, number>;
  /** What Slack does not show of the standups as it is, or of what people get in a day, in words. */
  untrue: string[];
  expected: number;
  kills: number;
  /** How often Slack failed, by the kind of fault. */
  faults: Record<string, number>;
  /** How often its history was asked. */
  asked: number;
  seconds: number;
  /** How the processes ended when they were told to, at last. */
  ended: (number | null)[];
}

export async function wreakHavoc(chaos: Chaos): Promise<Result> {
  const database = await newDatabase();
  const office = await openOffice(database.db, chaos);
  const chance = chanceOf(chaos.seed);
  const { sandbox } = office;
  let slowPosts = 0;
  for (const method of ['chat.postMessage', 'chat.update'])
    sandbox.faults.always(method, () => {
      const fault = misfortune(chance);
      if (fault?.kind !== 'slow') return fault;
      slowPosts += 1;
      // Each of them holds up what waits behind it for ten seconds.
      return slowPosts > chaos.slowPosts ? ({ kind: 'lostReply' } as const) : fault;
    });
  for (const method of ['conversations.history', 'conversations.replies'])
    sandbox.faults.always(method, () => {
      const fault = misfortune(chance);
      return fault?.kind === 'slow' ? ({ kind: '500' } as const) : fault;
    });
  const begin = performance.now();
  const bot = () => startBot(database.url, sandbox, chaos.messagesPerMinute);
  const bots: Started[] = [];
  try {
    const share = Math.ceil(office.schedules / (chaos.kills + 1));
    await office.addSchedules(share);
    const { people, channels } = office;
    const place = { ...office, db: database.db };
    const standups = await openStandups({ ...place, channels: channels.slice(0, chaos.standups) }, chaos.peopleEach);
    const notes = await openNotes({ ...place, people: people.slice(-chaos.noted) });
    for (let index = 0; index < chaos.processes; index++) bots.push(bot());
    let kills = 0;
    for (; kills < chaos.kills; kills++) {
      await untilTried(Math.floor(chance.between(...chaos.killAfter)));
      await pause(chance.between(0, 200));
      // Whoever comes up anew finds them due, and plans them.
      await office.addSchedules(share);
      await standups.answer();
      if (kills === 0) await standups.close();
      const victim = Math.floor(chance.between(0, bots.length));
      await bots[victim]?.kill();
      bots[victim] = bot();
    }
    if (chaos.blackout) {
      await untilTried(Math.floor(chance.between(...chaos.killAfter)));
      await Promise.all(bots.map((each) => each.kill()));
      kills += bots.length;
      await letPass(60);
      for (const index of bots.keys()) bots[index] = bot();
    }
    await untilDone(chaos.withinMs - (performance.now() - begin));
    const ended = await Promise.all(bots.map((each) => each.stop('SIGTERM')));
    const calls = sandbox.calls.filter(({ fault }) => fault);
    const faults: Record<string, number> = {};
    for (const { fault } of calls) if (fault) faults[fault.kind] = (faults[fault.kind] ?? 0) + 1;
    return {
      wrong: office.wrong(),
      untrue: [...standups.wrong(), ...notes()],
      expected: office.expected,
      kills,
      faults,
      asked: sandbox.calls.filter(({ method }) => method === 'conversations.history').length,
      seconds: (performance.now() - begin) / 1000,
      ended,
    };
  } finally {
    await Promise.all(bots.map((each) => each.kill()));
    await sandbox.stop();
    await database.drop();
  }

  /** Slack has been told so many more; or nothing for so long that all who were at it must be dead. */
  async function untilTried(more: number): Promise<void> {
    const tried = () => sandbox.calls.filter(({ method }) => method === 'chat.postMessage').length;
    const enough = tried() + more;
    const end = performance.now() + 30_000;
    while (tried() < enough && performance.now() < end) await pause(20);
  }

  /** Nobody is alive: what they held and what Slack was given to rest may as well be over. */
  async function letPass(seconds: number): Promise<void> {
    await database.db.$executeRaw`UPDATE deliveries SET next_at = next_at - make_interval(secs => ${seconds}::float8)`;
    await database.db.$executeRaw`UPDATE send_limits SET free_at = free_at - make_interval(secs => ${seconds}::float8)`;
  }

  /** Slack has dealt with all that it was given, also with what nobody waits for any more. */
  function isSlackAtRest(): boolean {
    const slow = sandbox.calls.findLast(({ fault }) => fault?.kind === 'slow');
    return !slow || sandbox.now() - slow.at.getTime() > SLOW_MS + 1_000;
  }

  /** What may have arrived is asked about now in place of later: by now it is there, or will never be. */
  async function endDoubts(): Promise<void> {
    await database.db.$executeRaw`
      UPDATE deliveries SET next_at = clock_timestamp() WHERE state = 'planned' AND is_unsure AND next_at > clock_timestamp()`;
    await release(database.db, Temporal.Now.instant());
  }

  /** All has arrived, and nothing waits that could arrive a second time. */
  async function untilDone(withinMs: number): Promise<void> {
    const end = performance.now() + withinMs;
    for (;;) {
      // The reminders of the standups are not due before all is over.
      const due = { state: 'held', dueAt: { lte: new Date() } };
      const waiting = await database.db.delivery.count({
        where: { OR: [{ state: { in: ['planned', 'sending'] } }, due] },
      });
      if (waiting === 0 && office.arrived() === office.expected) return;
      if (performance.now() > end) return;
      if (isSlackAtRest()) await endDoubts();
      await pause(500);
    }
  }
}

/** Longer than the bot waits for an answer: it is done when nobody expects it any more. */
const SLOW_MS = 12_500;

/** Of a hundred calls, some six. */
function misfortune(chance: Chance) {
  const dice = chance.next();
  if (dice < 0.01) return { kind: '500' } as const;
  if (dice < 0.02) return { kind: 'drop' } as const;
  if (dice < 0.04) return { kind: 'lostReply' } as const;
  if (dice < 0.05) return { kind: '429', retryAfter: 1 } as const;
  if (dice < 0.06) return { kind: 'slow', ms: SLOW_MS } as const;
  return undefined;
}
