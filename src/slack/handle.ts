import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { Problem } from '../errors.ts';
import { problemText } from '../language/text.ts';
import type { Log } from '../log.ts';
import { type AskerInput, askerOf, guestOf } from './asker.ts';
import type { Asked, Command, Guest, Reply } from './command.ts';
import type { CustomerLinks } from './customer-links.ts';
import { type Addressee, type Deliverer, deliver } from './deliver.ts';
import type { Homes } from './home/home.ts';
import type { InFlight } from './in-flight.ts';
import { failedMessage, plainMessage } from './messages/failed.ts';
import type { PostsIn } from './posts.ts';
import { isRepeat } from './repeats.ts';
import { findWorkspace } from './workspaces.ts';

export interface Listening extends Omit<Deliverer, 'log' | 'posts'> {
  db: Database;
  clock: Clock;
  log: Log;
  commands: readonly Command[];
  postsIn: PostsIn;
  inFlight: InFlight;
  homes: Homes;
  customerLinks: CustomerLinks;
  sendsMail: boolean;
}

/** Something that a person asked of the bot, however it reached us. */
export interface Call {
  /** For the log: a command's name or a button's action id, never what was typed. */
  name: string;
  slackTeamId: string;
  to: Addressee;
  /** Slack's id of it, the same when Slack sends it again. */
  id: string;
  /** The key for double clicks: the same thing pressed or typed by the same person. */
  what: string;
  /** A command as typed, to give back if it fails: Slack does not show it any more. */
  typed?: string;
  /** Whether no trace may be kept of who did it and when; doing it twice must have the same effect. */
  leavesNoTrace?: boolean;
  answer(asked: Asked): Promise<Reply | null>;
  /** Set if somebody of another workspace did it: the reply they get instead. */
  answerGuest?(guest: Guest): Promise<Reply | null>;
}

/** Handles it once, and answers even if it fails. Never rejects. */
export async function handle(listening: Listening, call: Call): Promise<void> {
  const { clock } = listening;
  // The button's name is not logged, as it would give the answer away.
  const deed = call.leavesNoTrace ? 'survey' : call.name;
  const log = listening.log.child({ request: randomUUID().slice(0, 8), deed });
  const now = clock();
  let reply: Reply | null = null;
  try {
    reply = await answered({ ...listening, log }, call, now);
    if (!reply) return;
    await deliver(reply, call.to, now, { ...listening, log, posts: listening.postsIn(call.slackTeamId) });
    if (!call.leavesNoTrace) log.info({ ms: clock().epochMilliseconds - now.epochMilliseconds }, 'answered');
    const { slackTeamId, to } = call;
    if (reply.isDone && !call.leavesNoTrace)
      await listening.homes.changed({ slackTeamId, slackUserId: to.slackUserId });
  } catch (cause) {
    // With a reply at hand, only showing it failed.
    await apologise(cause, { call, log, isDone: reply?.isDone ?? false });
  }
}

/** The reply; null for a repeat, and for what needs no reply. */
async function answered(
  { db, client, log, customerLinks, sendsMail }: Listening,
  call: Call,
  now: Temporal.Instant,
): Promise<Reply | null> {
  const workspace = await findWorkspace(db, call.slackTeamId);
  if (!workspace) throw new Problem('slack.unknown_workspace');
  const who = { db, client, workspace, ...call.to, now };
  const [repeated, answer] = await Promise.all([
    call.leavesNoTrace ? false : isRepeat(db, workspace.id, { id: call.id, what: call.what }, now),
    answering(call, { ...who, deed: call.id, customerLinks, sendsMail, ...traceOf(call) }),
  ]);
  if (repeated) {
    log.debug('a repeat, done already');
    return null;
  }
  const reply = await answer();
  if (reply?.lacking) log.error({ err: reply.lacking }, 'an answer lacks a part');
  return reply;
}

/** Finds out who did it, as a member or a guest. */
async function answering(call: Call, who: AskerInput): Promise<() => Promise<Reply | null>> {
  const { answerGuest } = call;
  if (answerGuest) {
    const guest = await guestOf(who);
    return () => answerGuest(guest);
  }
  const asked = await askerOf(who);
  return () => call.answer(asked);
}

const traceOf = ({ leavesNoTrace }: Call) => (leavesNoTrace ? { leavesNoTrace } : {});

/** Only an error's name: a database error's message quotes the row. */
const nameOf = (cause: unknown) => {
  const { name, code } = (cause ?? {}) as { name?: string; code?: string };
  return { name, code };
};

/** Tells the person what happened and what to do, and the log why. */
async function apologise(
  cause: unknown,
  { call, log, isDone }: { call: Call; log: Log; isDone: boolean },
): Promise<void> {
  if (cause instanceof Problem) log.info({ code: cause.code }, 'refused');
  else log.error({ err: call.leavesNoTrace ? nameOf(cause) : cause }, isDone ? 'done, but not shown' : 'failed');
  const request = String(log.bindings().request);
  const said =
    cause instanceof Problem
      ? plainMessage(problemText(cause))
      : failedMessage({ request, isDone, ...(call.typed ? { typed: call.typed } : {}) });
  await call.to.fail(said).catch((second: unknown) => log.error({ err: second }, 'could not even say so'));
}
