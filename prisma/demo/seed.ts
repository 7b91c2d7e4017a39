import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../src/calendar/local-day.ts';
import type { Database, Transaction } from '../../src/db/client.ts';
import { Problem } from '../../src/errors.ts';
import { updateContactTimes } from '../../src/records/contact-times.ts';
import { markReceived } from '../../src/records/data-sources.ts';
import { company } from './cast.ts';
import { idOf } from './ids.ts';
import { DEMO_SOURCE } from './people-rows.ts';
import { writeRounds } from './pulse-rounds.ts';
import { writeSchedules } from './schedules.ts';
import { writeWorld } from './store.ts';
import { makeWorld } from './world.ts';

export interface DemoMoment {
  /** The day of `now` in the demo's zone. */
  today: Temporal.PlainDate;
  now: Temporal.Instant;
  slackTeamId: string;
}

const LOCK = 5_318_009;

/**
 * Fills the database with the demo team's last 15 months, up to `now`. A second start on the same day changes nothing;
 * one on a later day continues the story to that day, and keeps what people logged, imported and aimed for themselves.
 *
 * @throws Problem `demo.workspace_in_use` when the Slack workspace has records that are not the demo's
 */
export function seedDemo(db: Database, { today, now, slackTeamId }: DemoMoment): Promise<{ workspaceId: string }> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
      const existing = await tx.workspace.findUnique({ where: { slackTeamId }, include: { dataSources: true } });
      const seeded = existing?.dataSources.find(({ name }) => name === DEMO_SOURCE);
      if (existing && !seeded) throw new Problem('demo.workspace_in_use', { workspace: existing.name });
      if (existing && seeded && dayOf(seeded.lastReceivedAt).equals(today)) return { workspaceId: existing.id };

      const workspaceId = existing?.id ?? (await createWorkspace(tx, slackTeamId));
      await writeWorld(tx, workspaceId, makeWorld(today, now));
      await recountContactTimes(tx, workspaceId);
      if (!existing) {
        await writeSchedules(tx, workspaceId, new Date(now.epochMilliseconds));
        await writeRounds(tx, workspaceId, today, now);
      }
      await markReceived(tx, workspaceId, DEMO_SOURCE, now);
      return { workspaceId };
    },
    { timeout: 120_000 },
  );
}

const dayOf = (at: Date) => localDay(Temporal.Instant.fromEpochMilliseconds(at.getTime()), company.zone);

async function createWorkspace(tx: Transaction, slackTeamId: string): Promise<string> {
  const { name, zone, currency, holidayCode } = company;
  const id = idOf('workspace', slackTeamId);
  await tx.workspace.create({ data: { id, slackTeamId, name, zone, currency, holidayCode, createdAt: new Date(0) } });
  return id;
}

/** What people logged by hand may have been a lead's first contact or first reply. */
async function recountContactTimes(tx: Transaction, workspaceId: string): Promise<void> {
  const logged = await tx.activity.findMany({
    where: { workspaceId, source: { not: DEMO_SOURCE }, leadId: { not: null } },
    select: { leadId: true },
  });
  const leadIds = logged.flatMap(({ leadId }) => leadId ?? []);
  if (leadIds.length > 0) await updateContactTimes(tx, workspaceId, leadIds);
}
