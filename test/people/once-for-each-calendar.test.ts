import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { nextWorkingMoment } from '../../src/calendar/working-moment.ts';
import type { Directory } from '../../src/people/directory.ts';
import { memberCalendar, onceForEachCalendar } from '../../src/people/working-calendar.ts';
import type { Workspace } from '../../src/people/workspace.ts';

const person: Omit<Directory['members'][number], 'id' | 'officeId'> = {
  ...{ name: '', slackUserId: null, zone: null, deactivatedOn: null, awayUntil: null },
  role: 'rep',
  known: 'met',
};
const hours = { workingDays: [1, 2, 3, 4, 5], workdayStart: '09:00', workdayEnd: '17:00', holidayCode: null };
const workspace = { ...hours, zone: 'Europe/Berlin' } as Workspace;
const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-03-${String(date).padStart(2, '0')}`);
const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', null];

const someDirectory = fc.record({
  off: fc.array(fc.record({ memberId: fc.constantFrom(...ids), startsOn: day, endsOn: day }), { maxLength: 4 }),
  belongs: fc.array(
    fc.record({
      memberId: fc.constantFrom(...ids),
      startsOn: fc.option(day),
      endsOn: fc.option(day),
    }),
    { maxLength: 8 },
  ),
  offices: fc.array(fc.constantFrom('late', null), { minLength: 6, maxLength: 6 }),
});

it('what is found once for many is what would be found for each of them', () => {
  fc.assert(
    fc.property(
      someDirectory,
      fc.integer({ min: 0, max: 24 * 27 }),
      fc.array(fc.constantFrom(...zones), { minLength: 6, maxLength: 6 }),
      ({ off, belongs, offices }, hour, livingIn) => {
        const directory: Directory = {
          members: ids.map((id, index) => ({ ...person, id, officeId: offices[index] ?? null })),
          memberships: belongs.map((span) => ({ ...span, teamId: 't', regionId: null, job: null })),
          offices: [
            {
              ...hours,
              id: 'late',
              name: 'Late',
              regionId: null,
              zone: 'Asia/Tokyo',
              workdayStart: '12:00',
              workdayEnd: '20:00',
            },
          ],
          ...{ daysOff: off, holidays: [], teams: [], regions: [], products: [], stages: [], sources: [] },
        };
        const now = Temporal.Instant.from('2026-03-01T00:00:00Z').add({ hours: hour });
        const find = onceForEachCalendar((own) => nextWorkingMoment(now, own), { directory, workspace, now });
        for (const [index, id] of ids.entries()) {
          const own = memberCalendar(id, directory, workspace);
          const zone = livingIn[index] ?? own.zone;
          expect(find(id, zone).toString()).toBe(nextWorkingMoment(now, { ...own, zone }).toString());
        }
      },
    ),
  );
});
