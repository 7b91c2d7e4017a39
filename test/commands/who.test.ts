import { beforeAll, expect, test } from 'vitest';
import { called } from '../../commands/salespulse/who.ts';
import { useDatabase } from '../support/database.ts';
import { type Office, openOffice, slackIdOf } from './office.ts';

const db = useDatabase();
let office: Office;
beforeAll(async () => {
  office = await openOffice(db());
});

test.each([
  ['a mention', `<@${slackIdOf('Ben')}>`],
  ['a name', 'ben'],
  ['a name with the sign that people put before it', '@Ben'],
])('a person is found by %s', async (_, typed) => {
  expect(called(typed, await office.asked('Maria'), '2026-03-18').map(({ name }) => name)).toEqual(['Ben']);
});
