import type { Transaction } from '../../src/db/client.ts';
import type { NewSchedule } from '../../src/schedule/schedule.ts';
import { channels } from './cast.ts';
import { idOf } from './ids.ts';
import { memberId } from './people-rows.ts';

const everyWorkingDay: NewSchedule['recurrence'] = {
  on: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5], every: 1 },
  at: '09:00',
  workingDaysOnly: true,
  from: '2026-01-01',
};

/**
 * What goes out by itself from the first day: team North reads its digest in its channel on working days at nine, and the admin
 * hears when customers become unhappier. The surveys of the team rest: in the demo nobody but who plays would answer them.
 */
export async function writeSchedules(tx: Transaction, workspaceId: string, now: Date): Promise<void> {
  const live = { liveSince: now, plannedThrough: now, nextAt: now };
  const all = Object.entries(schedules());
  for (const [index, [name, schedule]] of all.entries())
    await tx.schedule.create({
      data: { workspaceId, id: idOf('schedule', name), number: index + 1, ...schedule, ...live },
    });
  await tx.workspace.update({ where: { id: workspaceId }, data: { lastSchedule: all.length } });
}

function schedules() {
  const channel = channels.find(({ name }) => name === 'sales-north');
  if (!channel) throw new Error('the demo has lost the channel of team North');
  const admin = memberId('Tobias Kern');
  const whose = { scope: 'workspace' } as const;
  const lastDays = { kind: 'trailing', n: 30, unit: 'day' } as const;
  const survey = { isPaused: true, audience: { to: 'everyone' }, zone: null, ownerId: admin } as const;
  const beginning = (of: 'month' | 'quarter'): NewSchedule['recurrence'] => ({
    ...{ on: { kind: 'beginning', of, every: 1 }, at: '10:00', workingDaysOnly: true, from: '2026-01-01' },
  });
  return {
    digest: {
      what: { kind: 'digest', whose: { scope: 'team', teamIds: [idOf('team', 'North')] }, byPerson: true },
      audience: { to: 'channel', channelId: channel.id },
      recurrence: everyWorkingDay,
      zone: null,
      ownerId: admin,
    },
    rise: {
      what: {
        kind: 'alert',
        rule: { kind: 'rise', question: { kpis: ['nps'], whose, period: lastDays, by: [] } },
        words: 'detractors rise of everyone',
        whose,
      },
      audience: { to: 'member', memberId: admin },
      recurrence: everyWorkingDay,
      zone: null,
      ownerId: admin,
    },
    pulse: {
      what: { kind: 'pulse', instrument: 'pulse', whose, howMany: 5, openDays: 7 },
      recurrence: beginning('month'),
      ...survey,
    },
    enps: {
      what: { kind: 'pulse', instrument: 'enps', whose, howMany: 1, openDays: 14 },
      recurrence: beginning('quarter'),
      ...survey,
    },
  } satisfies Record<string, NewSchedule>;
}
