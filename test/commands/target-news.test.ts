import { beforeEach, describe, expect, it } from 'vitest';
import target from '../../commands/target.ts';
import type { Reply } from '../../src/slack/command.ts';
import { changeTargets } from '../../src/targets/change.ts';
import { readersOf } from '../../src/targets/notices.ts';
import { targetsFor } from '../../src/targets/storage.ts';
import { useDatabase } from '../support/database.ts';
import { arrive, type Office, openOffice, read, type Shown, shown, slackIdOf } from './office.ts';

const db = useDatabase();
let office: Office;

beforeEach(async () => {
  office = await openOffice(db());
});

const say = async (words: string, who = 'Maria') => arrive(db(), await target.run(words, await office.asked(who)));
const press = async ({ buttons }: Shown, label: string, who: string) => {
  const button = buttons.find((each) => each.label === label);
  const act = Object.entries(target.actions).find(([id]) => id === button?.actionId)?.[1];
  if (!button || !act) throw new Error(`no button ${label}`);
  return arrive(db(), await act(button.value, await office.asked(who)));
};
/** Who is told, and what they read. */
const told = ({ notes = [] }: Reply) => notes.map(({ to }) => to.slackUserId);
function news({ notes = [] }: Reply, name: string): Shown {
  const note = notes.find(({ to }) => to.slackUserId === slackIdOf(name));
  if (!note) throw new Error(`nobody told ${name}`);
  return read(note.message);
}

describe('a new target', () => {
  it('is told to whom it is for: by whom, what it was, and what it is a day', async () => {
    const done = await say('set revenue 50600 this month for anna');
    expect(told(done)).toEqual([slackIdOf('Anna')]);
    expect(shown(done).said).toContain('Anna gets a message about it.');
    const { said, buttons } = news(done, 'Anna');
    expect(said).toContain('*Maria* changed your revenue target for 1–31 Mar 2026: *$50,600*, it was $40,000.');
    expect(said).toContain('That is $2,300 for each of the 22 working days of 1–31 Mar 2026.');
    expect(buttons.map(({ label }) => label)).toEqual(['Understood', 'Let’s talk', 'Quieter']);
  });

  it('that has none before it, that is taken back, and that is removed are told as what they are', async () => {
    const set = await say('set win rate 40% next quarter for ben');
    expect(news(set, 'Ben').said).toContain('*Maria* set your win rate target for 1 Apr – 30 Jun 2026: *40');
    expect(news(set, 'Ben').said).not.toContain('working day');
    const undone = await press(shown(set), 'Undo', 'Maria');
    expect(news(undone, 'Ben').said).toContain(
      '*Maria* removed your win rate target for 1 Apr – 30 Jun 2026; it was 40',
    );
    const removed = await say('remove revenue this month for anna');
    expect(news(removed, 'Anna').said).toContain('removed your revenue target for 1–31 Mar 2026; it was $40,000.');
    expect(news(await press(shown(removed), 'Undo', 'Maria'), 'Anna').said).toContain(
      '*Maria* set your revenue target',
    );
  });

  it('for many periods is one message', async () => {
    const done = await say('set revenue 44k per month until may for anna');
    expect(told(done)).toHaveLength(1);
    expect(news(done, 'Anna').said).toContain(
      '*Maria* set your revenue targets from 1 Mar – 31 May 2026:\n• 1–31 Mar 2026: *$44,000*, it was $40,000\n• 1 Apr – 31 May 2026: *$44,000* each month\nThat is $2,000 for each of the 22',
    );
  });

  it('by season gives every part, or says that it is for each', async () => {
    const done = await say('set revenue 600k 2027 for anna seasonal 20 20 25 35');
    expect(news(done, 'Anna').said).toContain('• 1 Jan – 30 Jun 2027: *$120,000* each quarter\n• 1 Jul – 30 Sep 2027');
  });

  it('of a team is told once to each of its people and its manager', async () => {
    const done = await say('set revenue 1m per quarter for team north', 'Olga');
    expect(told(done).sort()).toEqual(['Anna', 'Ben', 'Maria'].map(slackIdOf));
    expect(news(done, 'Ben').said).toContain(
      '*Olga* set the revenue targets of *North* from 1 Jan – 31 Dec 2026:\n• 1 Jan – 31 Dec 2026: *$1,000,000* each quarter',
    );
    expect(told(await say('set revenue 2m this quarter for team north')).sort()).toEqual(
      ['Anna', 'Ben'].map(slackIdOf),
    );
  });

  it.each([
    ['set revenue 50k for me', 'Olga'],
    ['set revenue 9m for everyone', 'Olga'],
  ])('%s by %s is told to nobody', async (words, who) => {
    expect(told(await say(words, who))).toEqual([]);
  });

  it('that is the same as before is told to nobody', async () => {
    await say('set revenue 41k for anna');
    expect(told(await say('set revenue 41k for anna'))).toEqual([]);
  });

  it('of somebody who is not in Slack yet is left to who set it', async () => {
    const done = await say('set revenue 50k for carl', 'Olga');
    expect(told(done)).toEqual([]);
    expect(shown(done).said).toContain('Carl has not used me in Slack yet, so please tell them yourself.');
  });
});

it('Undo is for who may still set the target', async () => {
  const set = shown(await say('set revenue 50k this month for anna'));
  await db().team.updateMany({ where: { name: 'North' }, data: { managerId: null } });
  await expect(press(set, 'Undo', 'Maria')).rejects.toThrow('target.may_not_undo');
  expect(shown(await say('', 'Anna')).said).toContain('$50,000');
});

describe('the answers to it', () => {
  const readers = async () => {
    const { workspace } = await office.asked('Maria');
    const wanted = { kpis: ['revenue'], memberIds: [office.id('Anna')], teamIds: [], includeWorkspace: false };
    const goals = await targetsFor(db(), workspace.id, { ...wanted, from: '2026-04-01', to: '2026-05-01' });
    return readersOf(
      db(),
      workspace.id,
      goals.map(({ id }) => id),
    );
  };

  it('Understood is noted, said, and may be pressed twice', async () => {
    const anna = office.id('Anna');
    const first = news(await say('set revenue 44k per month for anna'), 'Anna');
    expect(await readers()).toEqual({ memberIds: [anna], notRead: [anna], notTold: [] });
    const after = shown(await press(first, 'Understood', 'Anna'));
    expect(after.said).toContain('*$44,000*');
    expect(after.said).toContain('You understood it (12:00).');
    expect(after.buttons.map(({ label }) => label)).toEqual(['Let’s talk']);
    expect(await readers()).toEqual({ memberIds: [anna], notRead: [], notTold: [] });
    expect(shown(await press(first, 'Understood', 'Anna'))).toEqual(after);
  });

  it('Let’s talk sends one note to who set it, though it is pressed twice', async () => {
    const first = news(await say('set revenue 50k for anna'), 'Anna');
    const pressed = await press(first, 'Let’s talk', 'Anna');
    expect(news(pressed, 'Maria').said).toContain(
      '*Anna* would like to talk with you about their revenue target, which you set:\n• 1–31 Mar 2026: *$50,000*, it was $40,000',
    );
    expect(shown(pressed).said).toContain('You told Maria that you would like to talk about it (12:00).');
    expect(shown(pressed).buttons).toEqual([]);
    const again = await press(first, 'Let’s talk', 'Anna');
    expect(told(again)).toEqual([]);
    expect(shown(again).said).toContain('You told Maria');
  });

  it.each([
    [
      'a manager',
      'North',
      'Maria',
      '*Anna* would like to talk with you about the revenue target of *North*, which an import set:',
    ],
    ['an admin where there is no manager', null, 'Olga', 'which an import set:\n• 1–31 Mar 2026: *$300,000*'],
  ])('Let’s talk about what an import set goes to %s', async (_, managed, who, expected) => {
    const { workspace, directory } = await office.asked('Maria');
    const north = directory.teams.find(({ name }) => name === 'North')?.id ?? null;
    if (!managed) await db().team.updateMany({ where: { name: 'North' }, data: { managerId: null } });
    const { notices } = await changeTargets(
      db(),
      [
        {
          ...{ workspaceId: workspace.id, kpi: 'revenue', scope: 'team', subjectId: north, unit: 'month' },
          ...{ startsOn: '2026-03-01', endsOn: '2026-04-01', value: '300000', currency: 'USD', setById: null },
        },
      ],
      () => [office.id('Anna')],
    );
    const talk = async () => target.actions['target.talk'](notices[0]?.id ?? '', await office.asked('Anna'));
    const pressed = await talk();
    expect(news(pressed, who).said).toContain(expected);
    expect(shown(pressed).said).toContain('*An import* set the revenue target of *North*');
    expect(shown(pressed).said).toContain(`You told ${who} that you would like to talk about it (12:00).`);
    expect(told(await talk())).toEqual([]);
  });

  it('Let’s talk names the team, not the reader, where it is about a team’s target', async () => {
    const first = news(await say('set revenue 300k this month for team north', 'Olga'), 'Maria');
    const { said } = news(await press(first, 'Let’s talk', 'Maria'), 'Olga');
    expect(said).toContain('*Maria* would like to talk with you about the revenue target of *North*, which you set:');
    expect(said).not.toContain('your');
  });

  it('are for nobody else to give', async () => {
    const first = news(await say('set revenue 50k for anna'), 'Anna');
    expect(shown(await press(first, 'Understood', 'Ben')).said).toContain('told to somebody else');
    expect(told(await press(first, 'Let’s talk', 'Ben'))).toEqual([]);
  });

  it('to a target that has been set anew since does not count for the new one', async () => {
    const first = news(await say('set revenue 44k next month for anna'), 'Anna');
    await say('set revenue 45k next month for anna');
    for (const label of ['Understood', 'Let’s talk']) {
      const reply = await press(first, label, 'Anna');
      expect(shown(reply).said).toContain(
        'I noted nothing, because this target was changed since: it is $45,000 now. `/target` shows what holds.',
      );
      expect(shown(reply).said).toContain('*$44,000*');
      expect(shown(reply).buttons).toEqual([]);
      expect(told(reply)).toEqual([]);
    }
    const { workspace } = await office.asked('Anna');
    const read = { workspaceId: workspace.id, readAt: { not: null } };
    expect(await db().targetNotice.count({ where: read })).toBe(0);
    expect((await readers()).notRead).toEqual([office.id('Anna')]);
    await say('remove revenue next month for anna');
    expect(shown(await press(first, 'Understood', 'Anna')).said).toContain('because this target was removed since.');
  });

  it('to several targets of which some hold still are noted', async () => {
    const first = news(await say('set revenue 44k per month until may for anna'), 'Anna');
    await say('set revenue 45k next month for anna');
    expect(shown(await press(first, 'Understood', 'Anna')).said).toContain('You understood it');
  });
});
