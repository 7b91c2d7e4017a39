/** Somebody who moves from zone to zone: what they get at their nine o'clock, beside an independent computation of when that is. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { planDue } from '../../src/schedule/plan.ts';
import { addSchedule } from '../../src/schedule/schedule.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

const began = Temporal.Instant.from('2026-03-01T00:00:00Z');
/** On both hemispheres, some with half hours; the clocks of New York go forward meanwhile. */
const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Kathmandu'];
const move = fc.record({ afterHours: fc.integer({ min: 1, max: 90 }), zone: fc.constantFrom(...zones) });
const nine = {
  on: { kind: 'weekly' as const, weekdays: [1, 2, 3, 4, 5, 6, 7], every: 1 },
  ...{ at: '09:00', workingDaysOnly: false, from: '2026-02-01' },
};

it('gets it once a day, and nothing is left out that is of use by the clocks they have now', async () => {
  const tried = fc.asyncProperty(fc.array(move, { minLength: 2, maxLength: 5 }), async (moves) => {
    const { id: workspaceId } = await database().workspace.create({ data: { name: 'Northwind', zone: 'UTC' } });
    const { id } = await database().member.create({
      data: { workspaceId, name: 'Mover', slackUserId: 'UMOVER', zone: 'Europe/Berlin' },
    });
    const what = { kind: 'digest' as const, whose: { scope: 'workspace' as const }, byPerson: false };
    const audience = { to: 'member' as const, memberId: id };
    const made = { what, audience, recurrence: nine, zone: null, ownerId: null };
    await addSchedule(database(), workspaceId, made, new Date(began.epochMilliseconds));

    // Looked at hour by hour, each day that is due by the clocks they have then, and not older than twelve hours.
    const expected = new Set<string>();
    let zone = 'Europe/Berlin';
    let [hour, moved] = [0, 0];
    for (const { afterHours, zone: next } of [...moves, { afterHours: 30, zone: 'UTC' }]) {
      for (moved += afterHours; hour < moved; hour++) {
        const now = began.add({ hours: hour });
        await planDue(database(), now);
        const today = now.toZonedDateTimeISO(zone).toPlainDate();
        for (const day of [today.subtract({ days: 1 }), today]) {
          const at = day.toZonedDateTime({ timeZone: zone, plainTime: '09:00' }).toInstant();
          if (isBefore(began, at) && !isBefore(now, at) && isBefore(now, at.add({ hours: 12 })))
            expected.add(`${day}T09:00`);
        }
      }
      zone = next;
      await database().member.update({ where: { workspaceId_id: { workspaceId, id } }, data: { zone } });
    }
    const rows = await database().delivery.findMany({
      where: { workspaceId, state: { not: 'skipped' } },
      orderBy: { slot: 'asc' },
    });
    expect(rows.map(({ slot }) => slot)).toEqual([...expected].sort());
    // The next one need not plan for this one as well.
    await database().workspace.delete({ where: { id: workspaceId } });
  });
  await fc.assert(tried, { numRuns: 6, endOnFailure: true });
}, 300_000);
