import { createHash } from 'node:crypto';
import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Temporal } from 'temporal-polyfill';
import { chartAlt } from '../../charts/chart-text.ts';
import { sparklineOf } from '../../charts/sparkline-of.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/client.ts';
import { closeBucket, homeBucket, takeTurn } from '../../delivery/limits.ts';
import { Problem } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { chartTheme } from '../../people/workspace.ts';
import { homeOf } from '../../reports/home.ts';
import { maySchedule } from '../../schedule/may-schedule.ts';
import { ownedBy, receivedBy } from '../../schedule/received.ts';
import { askerOf } from '../asker.ts';
import type { Who } from '../guests.ts';
import type { InFlight } from '../in-flight.ts';
import type { PictureState } from '../messages/picture.ts';
import { outcomeOf } from '../outgoing/outcome.ts';
import type { Pictures } from '../pictures.ts';
import { findWorkspace } from '../workspaces.ts';
import { pendingOf } from './pending.ts';
import { alone, forgetTab, hasTab, noteTab } from './tabs.ts';
import { createTurns } from './turns.ts';
import { homeView } from './view.ts';

export interface HomeParts {
  db: Database;
  client: WebClient;
  pictures: Pictures;
  /** Whether Slack can fetch pictures from us: Home has no other way to show one. */
  hasAddress: boolean;
  clock: Clock;
  log: Log;
  inFlight: InFlight;
}

export interface Homes {
  /** Updates a person's Home after they have stored something, if they have one. Never rejects. */
  changed(who: Who): Promise<void>;
}

/** Limited, as each holds one of the pool's connections while it needs others. */
const AT_ONCE = 3;

/**
 * Keeps the Home tabs of those who have opened theirs up to date: published only if the content changed, by one process
 * at a time.
 */
export function createHomes(app: App, { db, client, pictures, hasAddress, clock, log, inFlight }: HomeParts): Homes {
  /** The tabs being made by this process, and whether each must be looked at once more afterwards. */
  const making = new Map<string, { again: boolean }>();
  /** The tabs Slack rate-limited. */
  const waiting = new Map<string, NodeJS.Timeout>();
  const inTurn = createTurns(AT_ONCE);

  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return;
    const who = { slackTeamId: body.team_id, slackUserId: event.user };
    await inFlight.track(refresh(who, { isMissing: !event.view }));
  });

  /** Changes while a tab is being made are handled together after it. */
  async function refresh(who: Who, { isMissing = false } = {}): Promise<void> {
    const key = keyOf(who);
    const under = making.get(key);
    if (under) {
      under.again = true;
      return;
    }
    const own = { again: false };
    making.set(key, own);
    const make = (anew: boolean) => inTurn(() => alone(db, who, () => publish(who, anew)));
    try {
      let waitMs = await make(isMissing);
      while (own.again && waitMs === 0) {
        own.again = false;
        waitMs = await make(false);
      }
      if (waitMs > 0) later(who, waitMs);
    } catch (cause) {
      // Somebody of another workspace can open it as well, and has none.
      if (cause instanceof Problem) log.info({ code: cause.code }, 'refused');
      else log.error({ err: cause }, 'a Home tab could not be published');
    } finally {
      making.delete(key);
    }
  }

  /**
   * One retry for all changes until Slack accepts calls again. If the process ends meanwhile, the next opening or
   * change does it.
   */
  function later(who: Who, waitMs: number): void {
    const key = keyOf(who);
    clearTimeout(waiting.get(key));
    const timer = setTimeout(() => {
      waiting.delete(key);
      void inFlight.track(refresh(who));
    }, waitMs);
    waiting.set(key, timer.unref());
  }

  /** Returns 0, or the milliseconds until Slack accepts it. */
  async function publish({ slackTeamId, slackUserId }: Who, isMissing: boolean): Promise<number> {
    const workspace = await findWorkspace(db, slackTeamId);
    if (!workspace) return 0;
    const now = clock();
    const asked = await askerOf({ db, client, workspace, slackUserId, channelId: '', now, deed: '' });
    const { directory, member } = asked;
    const [home, received, owned, pending] = await Promise.all([
      homeOf(asked, member.id),
      receivedBy(asked, member.id),
      ownedBy(asked, member.id),
      pendingOf(asked, member.id),
    ]);
    const others = received.filter(({ schedule }) => schedule.ownerId !== member.id);
    const listed = owned.map((each) => ({ ...each, mayChange: maySchedule(each.schedule, member, directory) }));
    const shown = { home, received: others, owned: listed, pending, directory, now, zone: workspace.zone };
    const spec = hasAddress && home.course ? sparklineOf(home.course, chartTheme(workspace)) : null;
    const tab = { workspaceId: workspace.id, memberId: member.id };
    if (isMissing) await forgetTab(db, tab);
    // Compared without the picture's address, which differs every time.
    const hash = hashOf([homeView({ ...shown, picture: { kind: 'none' } }), spec]);
    if (!(await noteTab(db, tab, hash, now))) return 0;
    try {
      const turnMs = await takeTurn(db, workspace.id, [homeBucket]);
      if (turnMs > 0) {
        await forgetTab(db, tab);
        return turnMs;
      }
      const drawing = spec && { workspaceId: workspace.id, spec, alt: chartAlt(spec) };
      const picture = drawing ? await brought(drawing, slackUserId, now) : ({ kind: 'none' } as const);
      await client.views.publish({ user_id: slackUserId, view: homeView({ ...shown, picture }) });
      log.info('a Home tab is published');
      return 0;
    } catch (cause) {
      await forgetTab(db, tab);
      const outcome = outcomeOf(cause);
      if (outcome.kind !== 'limited') throw cause;
      const seconds = Math.max(outcome.seconds, 1);
      await closeBucket(db, workspace.id, homeBucket.name, seconds);
      return seconds * 1000;
    }
  }

  async function brought(
    drawing: Parameters<Pictures['forPerson']>[0],
    slackUserId: string,
    now: Temporal.Instant,
  ): Promise<PictureState> {
    try {
      return await pictures.forPerson(drawing, slackUserId, now);
    } catch (cause) {
      log.warn({ err: cause }, 'a Home tab is published without its picture');
      return { kind: 'none' };
    }
  }

  return {
    async changed(who) {
      const isKept = await hasTab(db, who).catch(() => false);
      if (isKept) await refresh(who);
    },
  };
}

const keyOf = ({ slackTeamId, slackUserId }: Who) => `${slackTeamId} ${slackUserId}`;

const hashOf = (said: unknown) => createHash('sha256').update(JSON.stringify(said)).digest('hex');
