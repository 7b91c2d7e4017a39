import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import { ErrorCode, type WebClient } from '@slack/web-api';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import type { Log } from '../log.ts';
import { type MemberChange, storeListed } from '../people/listed-members.ts';
import type { Workspace } from '../people/workspace.ts';
import type { InFlight } from './in-flight.ts';
import { isPersonOf, personOf, type SlackUser } from './slack-user.ts';
import { findWorkspace } from './workspaces.ts';

export interface MemberSyncParts {
  db: Database;
  client: WebClient;
  clock: Clock;
  log: Log;
  inFlight: InFlight;
}

export interface MemberSync {
  /** Reads all of Slack's people now and then once a day. */
  start(workspace: Workspace): void;
  stop(): void;
}

const DAY_MS = 24 * 3_600_000;
const AFTER_FAILURE_MS = 10 * 60_000;

/** Keeps members up to date with Slack: all are read at the start and once a day, and changes are picked up at once. */
export function createMemberSync(app: App, { db, client, clock, log, inFlight }: MemberSyncParts): MemberSync {
  const stopped = new AbortController();

  const heard = async (slackTeamId: string, user: SlackUser) => {
    const workspace = await findWorkspace(db, slackTeamId);
    if (!workspace || !user.id || !isPersonOf(user, slackTeamId)) return;
    changed(await storeListed(db, workspace.id, [personOf(user, user.id)], clock()));
  };
  app.event('team_join', ({ event, body }) => inFlight.track(heard(body.team_id, event.user)));
  app.event('user_change', ({ event, body }) => inFlight.track(heard(body.team_id, event.user)));

  function changed(changes: readonly MemberChange[]): void {
    if (changes.length > 0) log.info({ members: changes.length }, 'zones or presence of members have changed');
  }

  async function daily(workspace: Workspace): Promise<void> {
    while (!stopped.signal.aborted) {
      let wait = DAY_MS;
      try {
        const syncing = syncMembers({ db, client, workspace, now: clock(), signal: stopped.signal }).then(changed);
        await inFlight.track(syncing);
      } catch (cause) {
        if (stopped.signal.aborted) return;
        log.warn({ err: cause }, 'the list of members could not be read');
        wait = AFTER_FAILURE_MS;
      }
      await pause(wait, undefined, { ref: false, signal: stopped.signal }).catch(() => undefined);
    }
  }

  return {
    start: (workspace) => void daily(workspace),
    stop: () => stopped.abort(),
  };
}

export interface SyncInput {
  db: Database;
  client: WebClient;
  workspace: Workspace;
  now: Temporal.Instant;
  /** Stops it between two pages. */
  signal?: AbortSignal;
}

/** The most that Slack recommends. */
const A_PAGE = 200;

/**
 * Reads Slack's list of people page by page and stores it. Any number of processes may do so at once. Returns the
 * people whose zone or presence changed.
 */
export async function syncMembers({ db, client, workspace, now, signal }: SyncInput): Promise<MemberChange[]> {
  const changes: MemberChange[] = [];
  let cursor = '';
  do {
    const page = await patiently(
      () => client.users.list({ limit: A_PAGE, include_locale: true, ...(cursor ? { cursor } : {}) }),
      signal,
    );
    const users: SlackUser[] = page.members ?? [];
    const people = users.flatMap((user) =>
      user.id && isPersonOf(user, workspace.slackTeamId ?? '') ? [personOf(user, user.id)] : [],
    );
    changes.push(...(await storeListed(db, workspace.id, people, now)));
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor && !signal?.aborted);
  return changes;
}

/** Waits as long as Slack asks for. Reading twice harms nobody. */
async function patiently<T>(call: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (cause) {
      const { code, retryAfter } = cause as { code?: string; retryAfter?: number };
      if (code !== ErrorCode.RateLimitedError) throw cause;
      await pause((retryAfter ?? 1) * 1_000, undefined, { ref: false, ...(signal ? { signal } : {}) });
    }
  }
}
