import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { scheduleChangeForm } from '../../../commands/salespulse/schedule-form.ts';
import { standupChangeForm } from '../../../commands/salespulse/standup-form.ts';
import { makeAgain } from '../../../src/schedule/by-hand.ts';
import { planDue } from '../../../src/schedule/plan.ts';
import { nextOf } from '../../../src/schedule/received.ts';
import { type Audience, addSchedule, findSchedule, pauseSchedule, type What } from '../../../src/schedule/schedule.ts';
import type { Filled, Form, NextPage, Reply } from '../../../src/slack/command.ts';
import { mayNamePeople } from '../../../src/slack/outgoing/people-by-name.ts';
import { defaultQuestions, readQuestions } from '../../../src/standups/questions.ts';
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

it('once more today goes to those who had it: who lives further west gets theirs at their own time, and not twice', async () => {
  const office = await openOffice(db());
  const asked = await office.asked('Olga');
  const { workspace, directory } = asked;
  await db().member.updateMany({ where: { id: office.id('Anna') }, data: { zone: 'America/New_York' } });
  const at = { at: '09:00', workingDaysOnly: false, from: '2026-03-01' };
  const recurrence = { on: { kind: 'weekly' as const, weekdays: [1, 2, 3, 4, 5, 6, 7], every: 1 }, ...at };
  const north = directory.teams.find(({ name }) => name === 'North')?.id ?? '';
  const digest = {
    ...{ what: { kind: 'digest', whose, byPerson: false } as What, audience: { to: 'team' as const, teamId: north } },
    ...{ recurrence, zone: null, ownerId: office.id('Olga') },
  };
  const id = await addSchedule(db(), workspace.id, digest, new Date('2026-03-18T06:00:00Z'));
  const schedule = (await findSchedule(db(), workspace.id, id))!;
  const now = Temporal.Instant.from('2026-03-18T10:00:00Z');
  const there = await office.asked('Olga');
  const again = await makeAgain({ ...there, now }, schedule, Temporal.PlainDate.from('2026-03-18'), 'deed 1');
  const sent = await db().delivery.findMany({ where: { scheduleId: id }, select: { recipient: true } });
  expect(sent.map(({ recipient }) => recipient)).not.toContain(slackIdOf('Anna'));
  expect(again).toEqual({ count: sent.length, ahead: 1 });
  expect(sent.length).toBeGreaterThan(0);
});

/** Olga, the admin, has it sent every second Friday from 9 March; somebody changes these fields of it. */
async function changed(
  by: string,
  what: 'digest' | 'reminder' | 'standup',
  fields: Record<string, string>,
  until: string | null = null,
) {
  const office = await openOffice(db());
  const asked = await office.asked(by);
  const { workspace, directory } = asked;
  const north = directory.teams.find(({ name }) => name === 'North')?.id ?? '';
  const whose = { scope: 'team' as const, teamIds: [north] };
  const kinds: Record<typeof what, What> = {
    digest: { kind: 'digest', whose, byPerson: false },
    reminder: { kind: 'reminder', words: 'Log your calls', whose },
    standup: {
      kind: 'standup',
      whose,
      channelId: 'C1',
      windowMinutes: 60,
      questions: readQuestions(defaultQuestions()),
    },
  };
  const audience: Audience = what === 'standup' ? { to: 'team', teamId: north } : { to: 'channel', channelId: 'C1' };
  const on = { kind: 'weekly' as const, weekdays: [5], every: what === 'standup' ? 1 : 2 };
  const recurrence = { on, at: '09:00', workingDaysOnly: what === 'standup', from: '2026-03-09' };
  const olgas = { what: kinds[what], audience, recurrence, zone: null, ownerId: office.id('Olga') };
  const id = await addSchedule(db(), workspace.id, olgas, new Date('2026-03-09T06:00:00Z'));
  if (until) await pauseSchedule(db(), { workspaceId: workspace.id, id }, until, new Date('2026-03-09T06:00:00Z'));
  const form: Form = what === 'standup' ? standupChangeForm : scheduleChangeForm;
  const { private_metadata: metadata = '' } = await form.open(id, asked);
  const filled = filledAs(what, north, fields);
  const reply = (await form.submit({ metadata, fields: filled }, asked)) as Reply;
  const own = await findSchedule(db(), workspace.id, id);
  if (!own) throw new Error('it is gone');
  const owner = own.ownerId === office.id('Olga') ? 'Olga' : own.ownerId === office.id('Maria') ? 'Maria' : 'nobody';
  const told = (name: string) =>
    (reply.notes ?? []).flatMap(({ to, message }) => (to.slackUserId === slackIdOf(name) ? [read(message).said] : []));
  return { asked, own, owner, told, said: read(reply.message({ kind: 'none' })).said };
}

/** The form as it opens, but for these fields. */
function filledAs(what: string, team: string, fields: Record<string, string>): Filled['fields'] {
  const asItIs =
    what === 'standup'
      ? { team, channel: 'C1', at: '09:00', window: '60', days: '5', questions: defaultQuestions() }
      : {
          ...{ what, words: 'Log your calls', about: team, to: 'channel', whom: 'people', channel: 'C1', person: '' },
          ...{ rhythm: 'days_second', at: '09:00', days: '5', date: '', holidays: 'yes', zone: 'own', people: 'no' },
        };
  return new Map(Object.entries({ ...asItIs, ...fields }).map(([field, value]) => [field, { value, initial: '' }]));
}

it.each([['digest', scheduleChangeForm] as const, ['standup', standupChangeForm] as const])(
  'who saves a %s after somebody else has changed it is told so first, and nothing of theirs is lost unseen',
  async (what, form) => {
    const { asked, own } = await changed('Olga', what, {});
    const [north = ''] = own.what.whose.scope === 'team' ? own.what.whose.teamIds : [];
    const { private_metadata: metadata = '' } = await form.open(own.id, asked);
    const theirs = { ...own.recurrence, at: '10:00' };
    await db().schedule.updateMany({ where: { id: own.id }, data: { recurrence: theirs } });
    const fields = filledAs(what, north, { at: '11:00' });
    const at = async () => (await findSchedule(db(), own.workspaceId, own.id))?.recurrence.at;
    if (what === 'standup') {
      await expect(form.submit({ metadata, fields }, asked)).rejects.toThrow('standup.changed_meanwhile');
      expect(await at()).toBe('10:00');
      return;
    }
    const { page } = (await form.submit({ metadata, fields }, asked)) as NextPage;
    expect(JSON.stringify(page)).toMatch(/somebody else has changed this schedule.*11:00/);
    expect(await at()).toBe('10:00');
    await form.submit({ metadata: page.private_metadata ?? '', fields }, asked);
    expect(await at()).toBe('11:00');
  },
);

it('a manager who has an admin’s digest name people elsewhere does so with their own rights, after being asked, and the admin is told', async () => {
  const { asked, own, owner, told, said } = await changed('Maria', 'digest', { people: 'yes', channel: 'C0ALLHANDS' });
  expect(owner).toBe('Maria');
  expect(await mayNamePeople(asked, own)).toBe(false);
  expect(own.isPaused).toBe(true);
  expect(said).toContain('it rests until you let it go live again');
  expect(told('Maria')).toEqual([said]);
  expect(told('Olga').join()).toContain('Maria has changed schedule 1, which was yours. It is theirs now');
});

it('what was paused until a day and is to go elsewhere does not go live on that day by itself', async () => {
  const moved = await changed('Maria', 'digest', { channel: 'C0ALLHANDS' }, '2027-06-01');
  expect(moved.own).toMatchObject({ isPaused: true, pausedUntil: null });
  const later = await changed('Maria', 'digest', { at: '10:00' }, '2027-06-01');
  expect(later.own).toMatchObject({ isPaused: true, pausedUntil: new Date('2027-06-01') });
});

it('a reminder goes out by who wrote its words', async () => {
  const { own, owner, told } = await changed('Maria', 'reminder', { words: 'I resign' });
  expect(owner).toBe('Maria');
  expect(own.isPaused).toBe(false);
  expect(told('Olga')).toHaveLength(1);
});

it('a standup that is to be posted elsewhere belongs to who said so, and rests first', async () => {
  const { own, owner, told } = await changed('Maria', 'standup', { channel: 'C0ALLHANDS' });
  expect(owner).toBe('Maria');
  expect(own.isPaused).toBe(true);
  expect(told('Olga')).toHaveLength(1);
});

it.each(['digest', 'reminder', 'standup'] as const)(
  'a %s at another time stays live, and its owner’s',
  async (what) => {
    const { own, owner, told } = await changed('Maria', what, { at: '10:00' });
    expect(own.recurrence.at).toBe('10:00');
    expect([owner, own.isPaused, told('Olga').length]).toEqual(['Olga', false, 0]);
  },
);

it('what comes every second week is counted on when only its time is changed, and anew on other days', async () => {
  const later = await changed('Olga', 'digest', { at: '10:00' });
  expect(nextOf(later.own, later.asked)?.toString()).toBe('2026-03-27T09:00:00Z');
  const { own } = await changed('Olga', 'digest', { days: '4' });
  expect(own.recurrence.from).toBe('2026-03-18');
});
