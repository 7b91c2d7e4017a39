import type { Database } from '../../src/db/client.ts';
import { addSchedule } from '../../src/schedule/schedule.ts';

/** A pulse of one question, of team North, on the first working day of each month at half past nine in Berlin, where all live. */
export async function addMonthlyPulse(db: Database): Promise<void> {
  await db.member.updateMany({ data: { zone: 'Europe/Berlin' } });
  const { workspaceId, id: teamId } = await db.team.findFirstOrThrow({ where: { name: 'North' } });
  const whose = { scope: 'team' as const, teamIds: [teamId] };
  const on = { kind: 'beginning', of: 'month', every: 1 } as const;
  await addSchedule(
    db,
    workspaceId,
    {
      what: { kind: 'pulse', instrument: 'pulse', whose, howMany: 1, openDays: 2 },
      audience: { to: 'team', teamId },
      recurrence: { on, at: '09:30', from: '2026-03-18', workingDaysOnly: true },
      zone: null,
      ownerId: null,
    },
    new Date('2026-03-18T09:00:00Z'),
  );
}
