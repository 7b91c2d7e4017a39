import type { Transaction } from '../../src/db/client.ts';
import type { NewSchedule } from '../../src/schedule/schedule.ts';
import { channels } from './cast.ts';
import { idOf } from './ids.ts';

/** What goes out by itself from the first day: team North reads its digest in its channel on working days at nine. */
export async function writeSchedules(tx: Transaction, workspaceId: string, now: Date): Promise<void> {
  const channel = channels.find(({ name }) => name === 'sales-north');
  if (!channel) throw new Error('the demo has lost the channel of team North');
  const digest = {
    what: { kind: 'digest', whose: { scope: 'team', teamIds: [idOf('team', 'North')] }, byPerson: true },
    audience: { to: 'channel', channelId: channel.id },
    recurrence: {
      on: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5], every: 1 },
      at: '09:00',
      workingDaysOnly: true,
      from: '2026-01-01',
    },
    zone: null,
    ownerId: idOf('member', 'Tobias Kern'),
  } satisfies NewSchedule;
  const live = { liveSince: now, plannedThrough: now, nextAt: now };
  await tx.schedule.create({ data: { workspaceId, id: idOf('schedule', 'digest'), number: 1, ...digest, ...live } });
  await tx.workspace.update({ where: { id: workspaceId }, data: { lastSchedule: 1 } });
}
