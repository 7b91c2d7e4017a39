import { beforeEach, describe, expect, it } from 'vitest';
import target from '../../commands/target.ts';
import { useDatabase } from '../support/database.ts';
import { type Office, openOffice, shown } from './office.ts';

const db = useDatabase();
let office: Office;

beforeEach(async () => {
  office = await openOffice(db());
  const { workspace } = await office.asked('Anna');
  // Ben wins 1,000 in October, 2,000 in November … 5,000 in February; a win of this month does not count yet.
  const months = ['2025-10-08', '2025-11-08', '2025-12-08', '2026-01-08', '2026-02-08', '2026-03-08'];
  await db().deal.createMany({
    data: months.map((day, index) => ({
      workspaceId: workspace.id,
      ...{ source: 'test', externalId: day, name: day, status: 'won', currency: 'USD' },
      amount: 1000 * (index + 1),
      closedOn: new Date(day),
      ...{ ownerId: office.id('Ben'), closedOwnerId: office.id('Ben') },
    })),
  });
});

const say = async (words: string, who = 'Maria') => shown(await target.run(words, await office.asked(who)));

describe('/target suggest', () => {
  it('proposes from what was reached, with the reason, and sets it at a press', async () => {
    const { said, buttons } = await say('suggest revenue for ben');
    expect(said).toContain('*Ben*: for 1–31 Mar 2026 the revenue target could be $4,200.'); // place 3.2 of 1,000 … 5,000
    expect(said).toContain(
      'The 80th percentile of the last 5 complete months, which brought $1,000 to $5,000: 1 of them reached it.',
    );
    expect(buttons.map(({ label }) => label)).toEqual(['Set it']);
    const done = shown(
      await target.actions['target.set_suggested'](buttons[0]?.value ?? '', await office.asked('Maria')),
    );
    expect(done.said).toContain('*Ben*: the revenue target for 1–31 Mar 2026 is now $4,200.');
    expect(done.buttons.map(({ label }) => label)).toEqual(['Undo']);
  });

  it('has no button for who may not set it', async () => {
    const { said, buttons } = await say('suggest revenue', 'Ben');
    expect(said).toContain('$4,200');
    expect(buttons).toEqual([]);
    const pressed = target.actions['target.set_suggested']('4200 revenue for ben', await office.asked('Ben'));
    expect(shown(await pressed).said).toContain('Targets are set by managers and admins');
  });

  it('looks at another month, and says when there is too little', async () => {
    expect((await say('suggest revenue april for ben')).said).toContain('for 1–30 Apr 2026');
    expect((await say('suggest revenue this quarter for ben')).said).toContain(
      'has 1 complete quarter so far. From 4 on',
    );
    expect((await say('suggest revenue for anna')).said).toContain('has no complete month so far');
  });

  it('tells nobody what they may not see', async () => {
    await expect(office.asked('Anna').then((asked) => target.run('suggest revenue for ben', asked))).rejects.toThrow(
      'refusal.person',
    );
    await expect(say('suggest revenue for carl')).rejects.toThrow('refusal.manager');
  });

  it('of a day looks at working days alone: a weekend says nothing of what a day can bring', async () => {
    const { workspace } = await office.asked('Anna');
    const days = Array.from({ length: 30 }, (_, index) => new Date(Date.UTC(2026, 1, 16 + index, 12)));
    const calls = days.filter((day) => day.getUTCDay() % 6 > 0).flatMap((day) => Array.from({ length: 3 }, () => day));
    await db().activity.createMany({
      data: calls.map((occurredAt, index) => ({
        ...{
          workspaceId: workspace.id,
          source: 'test',
          externalId: `call ${index}`,
          occurredAt,
          occurredOn: occurredAt,
        },
        ...{ type: 'call', direction: 'outbound', outcome: 'answered', memberId: office.id('Ben') },
      })),
    });
    expect((await say('suggest calls today for ben')).said).toContain(
      'The 80th percentile of the last 12 complete working days, which brought 3 to 3',
    );
  });

  it.each([
    ['suggest growth for ben', 'Name one KPI'],
    ['suggest revenue, calls for ben', 'Name one KPI'],
    ['suggest revenue last 30 days for ben', 'a whole week, month, quarter or year'],
    ['suggest revnue for ben', 'Did you mean'],
  ])('%s', async (words, reason) => expect((await say(words)).said).toContain(reason));
});

describe('a target far beyond anything there was', () => {
  const press = async (value = '', who = 'Maria') =>
    shown(await target.actions['target.set_anyway'](value, await office.asked(who)));
  const targets = async () => {
    const { workspace } = await office.asked('Ben');
    return db().target.count({ where: { workspaceId: workspace.id, subjectId: office.id('Ben') } });
  };

  it('is asked about once, with how far it is beyond the best month, and set at a press', async () => {
    const { said, buttons } = await say('set revenue 1.000.000.000.000 per month for ben');
    expect(said).toContain(
      'would be $1,000,000,000,000, 200,000,000 times the best month in the last 12 months ($5,000). Set it anyway?',
    );
    expect(buttons.map(({ label }) => label)).toEqual(['Set it anyway']);
    expect(await targets()).toBe(0);
    expect((await press(buttons[0]?.value)).said).toContain(
      'for each month from 1 Mar 2026 – 28 Feb 2027 is now $1,000,000,000,000',
    );
    expect(await targets()).toBe(12);
  });

  it('of a year or quarter is judged by a month of it, of a team by what all of it did', async () => {
    expect((await say('set revenue 1.2m 2027 for ben')).said).toContain(
      'would be $1,200,000, $100,000 a month, 20 times the best month in the last 12 months ($5,000).',
    );
    expect((await say('set revenue 1.1m 2027 for ben')).said).toContain('is now $1,100,000');
    expect((await say('set revenue 300k 2027-Q1 for team north')).said).toContain('20 times the best month');
  });

  it('of somebody who has hardly begun is held against all whom the manager leads', async () => {
    expect((await say('set revenue 100k april for anna')).said).toContain(
      '20 times the best month of North in the last 12 months ($5,000)',
    );
    expect((await say('set revenue 99k april for anna')).said).toContain('is now $99,000');
    expect((await say('set revenue 100k april for carl', 'Olga')).said).toContain(
      '20 times the best month of Everyone',
    );
  });

  it('is not asked about where nothing is known of such a thing, nor where less is better', async () => {
    expect((await say('set calls 90000 april for ben')).said).toContain('is now 90,000');
    expect((await say('set sales cycle 9000 days april for ben')).said).toContain('is now 9,000 days');
  });

  it('of a period that is over is one question with what changes then', async () => {
    const { said, buttons } = await say('set revenue 500k last month for ben');
    expect(said).toContain('1–28 Feb 2026 is over');
    expect(said).toContain('100 times the best month');
    expect((await press(buttons[0]?.value)).said).toContain('is now $500,000');
  });
});

it('writes a name as it is, whatever Slack could take it for', async () => {
  await db().member.updateMany({ where: { name: 'Carl' }, data: { name: 'Carl <!channel>' } });
  const { said } = shown(await target.run('suggest revenue for carl', await office.asked('Olga')));
  expect(said).toContain('Carl &lt;!channel&gt;');
  expect(said).not.toContain('<!channel>');
});
