import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import target from '../../commands/target.ts';
import { statementsOf } from '../support/counted.ts';
import { useDatabase } from '../support/database.ts';
import { type Office, openOffice, shown, slackIdOf } from './office.ts';

const db = useDatabase();
let office: Office;

const run = async (words: string, who = 'Maria') => target.run(words, await office.asked(who));
const say = async (words: string, who = 'Maria') => {
  const { said, buttons } = shown(await run(words, who));
  return { said: said.replaceAll('\u00a0', ' '), buttons };
};

/** What a person wins in each month from October to February; it is March. */
async function wins(name: string, ...amounts: number[]) {
  const { workspace } = await office.asked(name);
  await db().deal.createMany({
    data: amounts.map((amount, index) => ({
      ...{ workspaceId: workspace.id, source: 'test', externalId: `${name} ${index}`, name, status: 'won' },
      ...{ currency: 'USD', amount, ownerId: office.id(name), closedOwnerId: office.id(name) },
      closedOn: new Date(Date.UTC(2025, 9 + index, 8)),
    })),
  });
}

/** Sets what is over, the question being answered. */
const setPast = async (words: string, who = 'Maria') =>
  target.actions['target.set_anyway'](words, await office.asked(who));

beforeEach(async () => {
  office = await openOffice(db());
  await wins('Anna', 1200, 1150, 900, 1300, 1400);
  await wins('Ben', 300, 400, 1000, 350, 200);
  for (const name of ['anna', 'ben']) await setPast(`revenue 1000 per month from 2025-10 until 2026-02 for ${name}`);
});

/** Who has a message waiting in the outbox. */
const told = async () => {
  const { workspace } = await office.asked('Maria');
  const waiting = await db().delivery.findMany({ where: { workspaceId: workspace.id } });
  return waiting.map(({ recipient }) => recipient).sort();
};

describe('/target review', () => {
  it('proposes to cut what is hardly ever met and to raise what is passed again and again, with the reason', async () => {
    await run('remove revenue this month for anna');
    const { said, buttons } = await say('review last month');
    expect(said).toContain('Targets of 1–28 Feb 2026.* 2 changes are proposed for 1–31 Mar 2026.');
    expect(said).toContain('*Anna* · Revenue: $1,400 of $1,000 (140 %).');
    // 1,320 at the 80th percentile, a quarter more at most
    expect(said).toContain('Raise it to *$1,250* for 1–31 Mar 2026: above 110 % in 4 of the last 5 months');
    expect(said).toContain('*Ben* · Revenue: $200 of $1,000 (20 %).');
    expect(said).toContain('Cut it to *$750* for 1–31 Mar 2026: below 70 % in 4 of the last 5 months');
    expect(buttons.map(({ label }) => label)).toEqual(['Set it', 'Set it']);
  });

  it('is for last month when nothing else is said, and leaves alone what is set already', async () => {
    const { said, buttons } = await say('review');
    expect(said).toContain(
      'One target is set for 1–31 Mar 2026 already:\n• *Anna* · Revenue: $1,400 of $1,000 (140 %). Then $40,000.',
    );
    expect(buttons).toHaveLength(1);
  });

  it('says once, with a count, of those that are set already, and of each only what is another than it was', async () => {
    await run('set revenue 1000 this month for ben');
    const { said } = await say('review');
    expect(said).toMatch(/2 targets are set for 1–31 Mar 2026 already:\n/);
    expect(said.match(/already/g)).toHaveLength(1);
    expect(said).toMatch(/\*Ben\* · Revenue: \$200 of \$1,000 \(20 %\)\.(\n|$)/);
  });

  it('sets a proposal at a press, tells the person, and goes on with the rest', async () => {
    await run('remove revenue this month for anna');
    const { buttons } = await say('review');
    const done = await target.actions['target.set_proposed'](buttons[0]?.value ?? '', await office.asked('Maria'));
    // Of what was removed, and of what is set now.
    expect(await told()).toEqual([slackIdOf('Anna'), slackIdOf('Anna')]);
    const after = shown(done);
    expect(after.said).toContain('*Anna*: the revenue target for 1–31 Mar 2026 is now $1,250.');
    expect(after.said).toMatch(/One target is set for 1–31 Mar 2026 already:\n.*Anna.* Then \$1,250\./);
    expect(after.buttons).toHaveLength(1);
  });

  it('proposes nothing for a period that is over, too', async () => {
    const { said, buttons } = await say('review 2025-12');
    expect(said).toContain('Nothing is proposed for 1–31 Jan 2026, which is over, too.');
    expect(said).toContain('*Ben* · Revenue: $1,000 of $1,000 (100 %).');
    expect(buttons).toEqual([]);
  });

  it('asks first when the period of a proposal has ended meanwhile, and sets nothing by itself', async () => {
    await run('remove revenue this month for anna');
    const { buttons } = await say('review');
    const april = Temporal.Instant.from('2026-04-02T08:00:00Z');
    const asked = { ...(await office.asked('Maria')), now: april };
    const asking = shown(await target.actions['target.set_proposed'](buttons[0]?.value ?? '', asked));
    expect(asking.said).toContain('1–31 Mar 2026 is over, and *Anna* had no revenue target then');
    expect(asking.buttons.map(({ label }) => label)).toEqual(['Change it anyway']);
    const where = { workspaceId: asked.workspace.id, subjectId: office.id('Anna'), kpi: 'revenue' };
    const rows = await db().target.findMany({ where });
    expect(rows.map(({ value }) => Number(value))).not.toContain(1250);
  });

  it('proposes nothing on two periods', async () => {
    const words = 'revenue per month from 2025-10 until 2025-12 for ben';
    expect((await say(`remove ${words}`)).said).toContain('3 revenue targets then will change. Change it anyway?');
    await target.actions['target.remove_anyway'](words, await office.asked('Maria'));
    expect((await say('review for ben')).said).toContain('Keep it: 2 months with a target tell too little.');
  });

  it('shows no other month’s figures for a month without data, and proposes nothing on them', async () => {
    await setPast('win rate 40% per month from 2025-10 until 2026-02 for ben');
    await db().deal.deleteMany({ where: { name: 'Ben', closedOn: { gte: new Date('2026-02-01') } } });
    const { said, buttons } = await say('review win rate for ben');
    expect(said).toMatch(/\*Ben\* · Win rate: no data, of 40\s?%\. No change is proposed without any\./);
    expect(said).not.toContain('100 %');
    expect(buttons).toEqual([]);
  });

  it('shows a manager nobody else’s, and an admin everybody’s', async () => {
    await wins('Carl', 1200, 1150, 900, 1300, 1400);
    await setPast('revenue 1000 per month from 2025-10 until 2026-02 for carl', 'Olga');
    expect((await say('review')).said).not.toContain('Carl');
    expect((await say('review for carl')).said).toContain('Nobody whose targets you set had one');
    expect((await say('review', 'Olga')).said).toContain('*Carl* · Revenue');
  });

  it('asks no more of the database for thirty people than for three', async () => {
    const { workspace, directory } = await office.asked('Olga');
    const teamId = directory.teams.find(({ name }) => name === 'North')?.id ?? '';
    const hire = async (count: number) => {
      const data = Array.from({ length: count }, (_, index) => ({ workspaceId: workspace.id, name: `Rep ${index}` }));
      const people = await db().member.createManyAndReturn({ data });
      const inTeam = people.map(({ id }) => ({ workspaceId: workspace.id, memberId: id, teamId }));
      await db().membership.createMany({ data: inTeam });
      const days = { unit: 'month', startsOn: new Date('2026-02-01'), endsOn: new Date('2026-03-01') };
      const goal = {
        workspaceId: workspace.id,
        kpi: 'revenue',
        scope: 'member',
        value: 1000,
        currency: 'USD',
        ...days,
      };
      await db().target.createMany({ data: people.map(({ id }) => ({ ...goal, subjectId: id })) });
    };
    const asking = async () => {
      const asked = await office.asked('Maria');
      return statementsOf(db(), async (counted) => {
        const { said } = shown(await target.run('review', { ...asked, db: counted }));
        expect(said).toContain('Anna');
      });
    };
    const ofTwo = await asking();
    await hire(28);
    expect((await say('review')).said).toContain('Rep 27');
    expect(await asking()).toBe(ofTwo);
    expect(ofTwo).toBeLessThan(20);
  });

  it.each([
    ['Anna', 'review', 'Managers and admins review targets'],
    ['Maria', 'review next month', 'that is over'],
    ['Maria', 'review last 30 days', 'that is over'],
    ['Maria', 'review last quarter', 'had one set for exactly 1 Oct – 31 Dec 2025'],
    ['Maria', 'review flurb', 'I do not know `flurb`'],
  ])('%s: %s', async (who, words, expected) => expect((await say(words, who)).said).toContain(expected));
});
