/** Tells owners what became of their messages: what happens together in one notice, later news in another. */
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../db/client.ts';
import { type Content, enqueue } from './outbox.ts';

/** How long to gather more of the same into one notice; after the first, a good deal longer. */
const GATHERING_SECONDS = 10;
const GATHERING_MORE_SECONDS = 600;
/** The most notices about the same thing. */
const MOST_NOTICES = 12;
const USEFUL = { hours: 24 * 7 };

export interface About {
  workspaceId: string;
  /** null: nobody owns it, and nobody is told. */
  ownerId: string | null;
}

/** The news; it is worded as of when it is sent. */
export interface News {
  cause: string;
  content: Content;
}

/** Plans it, unless it waits to be told anyway. */
export async function notify(tx: Transaction, about: About, news: News, now: Temporal.Instant): Promise<void> {
  const { workspaceId } = about;
  const listener = await listenerOf(tx, about);
  if (!listener) return;
  const causes = Array.from({ length: MOST_NOTICES }, (_, index) => causeOf(news, index));
  // Locks the notices: their sender either waits for us and tells this as well, or was first, and another notice tells
  // it.
  const before = await tx.$queryRaw<{ waits: boolean }[]>`
    SELECT state = 'planned' AND attempts = 0 AS waits FROM deliveries
    WHERE workspace_id = ${workspaceId}::uuid AND cause = ANY(${causes}::text[]) FOR UPDATE`;
  if (before.some(({ waits }) => waits) || before.length === MOST_NOTICES) return;
  const cause = causeOf(news, before.length);
  const { content } = news;
  const times = { dueAt: now, staleAt: now.add(USEFUL) };
  await enqueue(tx, workspaceId, [{ cause, content, ...listener, ownerId: null, urgency: 'notice', ...times }], now);
  await tx.$executeRaw`
    UPDATE deliveries SET next_at = clock_timestamp()
      + make_interval(secs => ${before.length === 0 ? GATHERING_SECONDS : GATHERING_MORE_SECONDS}::float8)
    WHERE workspace_id = ${workspaceId}::uuid AND state = 'planned' AND attempts = 0 AND cause = ${cause}`;
}

const causeOf = ({ cause }: News, index: number): string => (index === 0 ? cause : `${cause} ${index + 1}`);

/** The owner, or where they have left an admin. */
async function listenerOf(tx: Transaction, { workspaceId, ownerId }: About) {
  if (!ownerId) return null;
  const reachable = { workspaceId, deactivatedAt: null, slackUserId: { not: null } };
  const listener =
    (await tx.member.findFirst({ where: { ...reachable, id: ownerId } })) ??
    (await tx.member.findFirst({ where: { ...reachable, role: 'admin' }, orderBy: { id: 'asc' } }));
  return listener?.slackUserId ? { recipient: listener.slackUserId, memberId: listener.id } : null;
}
