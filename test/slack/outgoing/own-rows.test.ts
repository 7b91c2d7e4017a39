import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { planDue } from '../../../src/schedule/plan.ts';
import { addSchedule, type What } from '../../../src/schedule/schedule.ts';
import { arrive, openOffice, read, slackIdOf } from '../../commands/office.ts';
import { useDatabase } from '../../support/database.ts';

const db = useDatabase();
const whose = { scope: 'workspace' } as const;
const kinds: What[] = [
  { kind: 'digest', whose, byPerson: true },
  { kind: 'report', reports: ['calls'], whose, byPerson: true },
];

it.each(kinds)('a $kind about everyone that goes to each in person tells a rep of nobody else', async (what) => {
  const office = await openOffice(db());
  const { workspace } = await office.asked('Olga');
  const recurrence = {
    ...{ on: { kind: 'weekly' as const, weekdays: [4, 7], every: 1 }, at: '18:00', workingDaysOnly: false },
    from: '2026-03-01',
  };
  const schedule = {
    what,
    audience: { to: 'everyone' as const },
    recurrence,
    zone: 'Europe/Berlin',
    ownerId: office.id('Olga'),
  };
  await addSchedule(db(), workspace.id, schedule, new Date('2026-03-18T12:00:00Z'));
  await planDue(db(), Temporal.Instant.from('2026-03-22T17:00:00Z'));
  const { notes = [] } = await arrive(db(), { message: () => ({ text: '', blocks: [] }) });
  const toldTo = (name: string) => {
    const note = notes.find(({ to }) => to.slackUserId === slackIdOf(name));
    return note ? read(note.message).said : 'nothing';
  };
  expect(toldTo('Anna')).toContain('Anna');
  expect(toldTo('Anna')).not.toMatch(/Ben|Carl|Everyone|North/);
  expect(toldTo('Maria')).toMatch(/North/);
  expect(toldTo('Maria')).not.toMatch(/Carl|South|Everyone/);
  expect(toldTo('Olga')).toMatch(/Everyone/);
});
