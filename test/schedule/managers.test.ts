import { beforeAll, describe, expect, it } from 'vitest';
import type { Asking } from '../../src/kpi/evaluate.ts';
import { contentsOf } from '../../src/schedule/content.ts';
import { seesSchedule } from '../../src/schedule/may-schedule.ts';
import { recipientsOf } from '../../src/schedule/recipients.ts';
import type { Audience, Schedule } from '../../src/schedule/schedule.ts';
import { type Story, tell } from '../kpi/asking.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();

describe('what goes to managers', () => {
  let story: Story;
  let asking: Asking;
  beforeAll(async () => {
    story = await tell(db(), {
      people: { Marta: { role: 'manager' }, Omar: { role: 'manager' }, Gone: { deactivated: '2026-02-01T10:00' } },
      belongs: [
        ...['Anna', 'Marta', 'Gone'].map((who) => ({ who, team: 'North' })),
        { who: 'Ben', team: 'North', from: '2026-01-01', to: '2026-03-01' },
        { who: 'Sofia', team: 'South' },
        { who: 'Cleo', team: 'West' },
      ],
    });
    asking = story.at('2026-03-16T09:00');
    const manages: Record<string, string> = { North: 'Marta', South: 'Omar', West: 'Marta' };
    asking.directory.teams = asking.directory.teams.map((team) => ({
      ...team,
      managerId: story.id('member', manages[team.name]!),
    }));
    asking.directory.members = asking.directory.members.map((member) => ({ ...member, slackUserId: member.name }));
  });
  const audience = (...teams: string[]): Audience => ({
    to: 'managers',
    teamIds: teams.length > 0 ? teams.map((name) => story.id('team', name)) : null,
  });
  const people = (of: Audience) =>
    Object.fromEntries(
      recipientsOf({ audience: of, zone: null }, asking.workspace, asking.directory, asking.now).map((recipient) => [
        recipient.id,
        recipient.people.map((id) => story.name(id)).sort(),
      ]),
    );

  it('is about the people there are in their teams today, and not about themselves', () => {
    expect(people(audience('North'))).toEqual({ Marta: ['Anna'] });
    expect(people(audience('North', 'West'))).toEqual({ Marta: ['Anna', 'Cleo'] });
    expect(people(audience())).toEqual({ Marta: ['Anna', 'Cleo'], Omar: ['Sofia'] });
  });

  it('is a sheet of the week before for each of them', () => {
    const recipients = recipientsOf(
      { audience: audience(), zone: null },
      asking.workspace,
      asking.directory,
      asking.now,
    );
    const marta = recipients.find(({ id }) => id === 'Marta')!;
    const schedule: Pick<Schedule, 'id' | 'what' | 'recurrence' | 'ownerId'> = {
      ownerId: null,
      id: '',
      what: { kind: 'sheet', whose: { scope: 'workspace' } },
      recurrence: {
        on: { kind: 'weekly', weekdays: [1], every: 1 },
        ...{ at: '09:00', workingDaysOnly: false, from: '2026-01-01' },
      },
    };
    const today = asking.now.toZonedDateTimeISO('UTC').toPlainDate();
    expect(contentsOf(schedule, today, marta.days, marta.people)).toEqual(
      marta.people.map((memberId) => ({
        kind: 'sheet',
        memberId,
        week: { from: '2026-03-09', through: '2026-03-15' },
      })),
    );
  });

  it('is seen in the list of schedules by those who get it', () => {
    const sees = (name: string, of: Audience) => {
      const schedule = { audience: of, what: { kind: 'sheet', whose: { scope: 'workspace' } }, ownerId: null };
      const person = asking.directory.members.find((member) => member.name === name)!;
      return seesSchedule(schedule as Schedule, person, asking.directory, '2026-03-16');
    };
    expect([sees('Marta', audience('North')), sees('Omar', audience('North')), sees('Omar', audience())]).toEqual([
      true,
      false,
      true,
    ]);
    expect(sees('Anna', audience('North'))).toBe(false);
  });
});
