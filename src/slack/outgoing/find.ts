import type { WebClient } from '@slack/web-api';
import type { Claim, Place } from '../../delivery/claim.ts';
import type { Found, NotNow, TakeTurn } from '../../delivery/sender.ts';
import { outcomeOf } from './outcome.ts';

/** Metadata to find our messages again. People do not see it. */
export const metadataOf = ({ id }: Pick<Claim, 'id'>) => ({
  event_type: EVENT_TYPE,
  event_payload: { delivery: id },
});

const EVENT_TYPE = 'salespulse_delivery';

/** Slack's recommended page size. Some apps get smaller pages, and then look at fewer messages. */
const PAGE = 200;
/** With one turn each, these pages fit into a claim's lease. */
const MOST_PAGES = 10;
/** A lost message behind more than these is not found. README says the same. */
export const MOST_SINCE = PAGE * MOST_PAGES;
/** How far Slack's clock and ours may differ. */
const APART_SECONDS = 300;

/** The thread to look in (null: the channel), and how to take a turn. */
interface Looking {
  thread: string | null;
  takeTurn: TakeTurn;
}

/**
 * Whether a message has arrived after all: reads a channel's history or a thread, one turn for each page. Slack may
 * allow one look a minute: the next continues where this one broke off, or none would get beyond the first page.
 */
export async function findMessage(client: WebClient, delivery: Claim, { thread, takeTurn }: Looking): Promise<Found> {
  let cursor = delivery.lookedTo ?? undefined;
  try {
    const channel = await channelOf(client, delivery);
    const oldest = String(delivery.triedAt.getTime() / 1000 - APART_SECONDS);
    for (let page = 0; page < MOST_PAGES; page++) {
      const ms = await takeTurn();
      if (ms > 0) return { kind: 'waits', ms, lookedTo: cursor ?? null };
      const wanted = { channel, oldest, limit: PAGE, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
      const { messages = [], response_metadata } = thread
        ? await client.conversations.replies({ ...wanted, ts: thread })
        : await client.conversations.history(wanted);
      const found = messages.find((message) => carries(message.metadata, delivery.id));
      if (found?.ts) return { kind: 'there', channelId: channel, ts: found.ts };
      cursor = response_metadata?.next_cursor || undefined;
      if (!cursor) return { kind: 'absent' };
    }
    // The history only gets longer, so the message's owner has to look.
    return { kind: 'never', reason: 'unfound', error: 'history_too_long' };
  } catch (cause) {
    const outcome = outcomeOf(cause);
    if (outcome.kind === 'limited') return { ...outcome, lookedTo: cursor ?? null };
    return { kind: 'unknown', error: outcome.error };
  }
}

/** Messages to a person are in a channel of their own, which Slack names when asked to open it. */
async function channelOf(client: WebClient, { recipient, channelId }: Claim): Promise<string> {
  if (channelId) return channelId;
  if (!/^[UW]/.test(recipient)) return recipient;
  const { channel } = await client.conversations.open({ users: recipient });
  return channel?.id ?? recipient;
}

function carries(metadata: unknown, id: string): boolean {
  const { event_type, event_payload } = (metadata ?? {}) as {
    event_type?: string;
    event_payload?: { delivery?: unknown };
  };
  return event_type === EVENT_TYPE && event_payload?.delivery === id;
}

/** Whether a message of ours currently has one of these blocks; takes one turn. A deleted message has none. */
export async function showsBlock(
  client: WebClient,
  { message: { channelId, ts }, shows }: { message: Place; shows: readonly string[] },
  takeTurn: TakeTurn,
): Promise<boolean | NotNow> {
  const ms = await takeTurn();
  if (ms > 0) return { kind: 'waits', ms };
  try {
    const { messages = [] } = await client.conversations.history({
      ...{ channel: channelId, oldest: ts, latest: ts, inclusive: true, limit: 1 },
    });
    const blocks = messages.find((message) => message.ts === ts)?.blocks ?? [];
    return blocks.some(({ block_id: id }) => id !== undefined && shows.includes(id));
  } catch (cause) {
    const outcome = outcomeOf(cause);
    return outcome.kind === 'limited' ? outcome : false;
  }
}
