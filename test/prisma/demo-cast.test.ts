import { expect, test } from 'vitest';
import { cast, channels, firstPerson, offices, regions, teams } from '../../prisma/demo/cast.ts';
import { publicHolidays } from '../../src/calendar/holidays.ts';

test('twelve reps and two managers work in three teams, one manager for two of them', () => {
  expect(cast.filter(({ role }) => role === 'rep')).toHaveLength(12);
  const managers = cast.filter(({ job }) => job === 'manager').map(({ name }) => name);
  expect(managers).toHaveLength(2);
  expect(teams).toHaveLength(3);
  expect(teams.map(({ manager }) => manager).toSorted()).toEqual(['Marta Lindqvist', 'Marta Lindqvist', 'Tobias Kern']);
  expect(teams.every(({ manager }) => managers.includes(manager))).toBe(true);
  expect(cast.filter(({ role }) => role === 'admin').map(({ name }) => name)).toEqual(['Tobias Kern']);
});

test('they sell in three regions of two countries', () => {
  expect(new Set(cast.map(({ region }) => region)).size).toBe(3);
  const countries = new Set(regions.filter(({ parent }) => parent === null).map(({ name }) => name));
  const sold = regions.filter(({ name }) => cast.some(({ region }) => region === name));
  expect(sold.every(({ parent }) => parent !== null && countries.has(parent))).toBe(true);
});

test('nobody shares a name or a Slack user with another', () => {
  expect(new Set(cast.map(({ name }) => name)).size).toBe(cast.length);
  expect(new Set(cast.map(({ slackUserId }) => slackUserId)).size).toBe(cast.length);
});

test('the first person is the rep Anna Berger', () => {
  expect(cast[0]).toMatchObject({ name: firstPerson, role: 'rep', job: 'ae' });
  expect(firstPerson).toBe('Anna Berger');
});

test('everybody can be met in #general and #sales, the North team in #sales-north', () => {
  const membersOf = (name: string) => channels.find((channel) => channel.name === name)?.members;
  expect(membersOf('general')).toHaveLength(14);
  expect(membersOf('sales')).toHaveLength(14);
  expect(membersOf('sales-north')).toEqual(
    cast.filter(({ team }) => team === 'North').map(({ slackUserId }) => slackUserId),
  );
});

test('every office keeps the holidays of its place', () => {
  const keeping = offices
    .filter(({ holidayCode }) => publicHolidays(holidayCode, 2025).has('2025-11-01')) // All Saints
    .map(({ name }) => name);
  expect(keeping).toEqual(['Munich', 'Vienna']);
});
