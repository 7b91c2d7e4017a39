import { beforeEach, describe, expect, it } from 'vitest';
import target from '../../commands/target.ts';
import { useDatabase } from '../support/database.ts';
import { type Office, openOffice, type Shown, shown } from './office.ts';

const db = useDatabase();
let office: Office;

beforeEach(async () => {
  office = await openOffice(db());
});

const say = async (words: string, who = 'Maria') => shown(await target.run(words, await office.asked(who)));
const undo = async ({ buttons: [button] }: Shown, who = 'Maria') =>
  shown(await target.actions['target.undo'](button?.value ?? '', await office.asked(who)));

describe('/target', () => {
  it('shows mine with what is reached', async () => {
    const { said } = await say('', 'Anna');
    expect(said).toContain('1–31 Mar 2026');
    expect(said).toContain('*Revenue*  $0');
    expect(said).toContain('of $40,000');
  });

  it('says how to get one', async () => {
    expect((await say('', 'Ben')).said).toContain(
      'You have no target yet for 1–31 Mar 2026. Your manager or an admin sets it',
    );
  });

  it('shows what was set a moment ago, also for the year', async () => {
    await say('set revenue 600k 2026 for Ben');
    const { said } = await say('', 'Ben');
    expect(said).toContain('1 Jan – 31 Dec 2026');
    expect(said).toContain('of $600,000');
  });
});

describe('/target set', () => {
  it.each([
    [
      'set revenue 50000 this month for @anna',
      '*Anna*: the revenue target for 1–31 Mar 2026 is now $50,000 (was $40,000).',
    ],
    ['set for anna €50k revenue', '*Anna*: the revenue target for 1–31 Mar 2026 is now €50,000 (was $40,000).'],
    [
      'set 50.000 revenue for team north 2026-Q2',
      '*North*: the revenue target for 1 Apr – 30 Jun 2026 is now $50,000.',
    ],
    ['set ben win rate 40% this quarter', '*Ben*: the win rate target for 1 Jan – 31 Mar 2026 is now 40\u00a0%.'],
    ['set win rate 40 for ben', '*Ben*: the win rate target for 1–31 Mar 2026 is now 40\u00a0%.'],
    ['set calls 200 2026 for ben', '*Ben*: the calls made target for 1 Jan – 31 Dec 2026 is now 200.'],
    ['set calls 12 today for ben', '*Ben*: the calls made target for 18 Mar 2026 is now 12.'],
    ['set calls 100 february for ben', '*Ben*: the calls made target for 1–28 Feb 2027 is now 100.'],
    ['set revenue 1.2m december for my team', '*North*: the revenue target for 1–31 Dec 2026 is now $1,200,000.'],
  ])('%s', async (words, expected) => expect((await say(words)).said).toContain(expected));

  it('says that nobody is ahead or behind of what is neither good nor bad', async () => {
    const { said } = await say('set voicemails 20 for ben');
    expect(said).toContain('neither more nor less is better');
    expect((await say('set calls 20 for ben')).said).not.toContain('neither');
    expect((await say('set price index 100 for everyone', 'Olga')).said).toContain(
      '*Everyone*: the price index target',
    );
  });

  it('lets admins set everybody’s', async () => {
    expect((await say('set revenue 1m for carl', 'Olga')).said).toContain('*Carl*: the revenue target');
    expect((await say('set revenue 9m for everyone', 'Olga')).said).toContain('*Everyone*: the revenue target');
  });

  it.each([
    ['Anna', 'set revenue 50k for me', 'Targets are set by managers and admins'],
    ['Maria', 'set revenue 50k for carl', 'Carl is not among them'],
    ['Maria', 'set revenue 50k for everyone', 'Everyone is not among them'],
    ['Maria', 'set growth 50% for anna', 'cannot have a target'],
    ['Maria', 'set price index 100 for anna', 'Price index is one number of everyone’s'],
    ['Maria', 'set cac 500 for team north', 'An admin sets its target `for everyone`'],
    ['Maria', 'set revenue 50k last 30 days for anna', 'whole day, week, month, quarter or year'],
    ['Maria', 'set revenue 50% for anna', 'is no share'],
    ['Maria', 'set calls $50 for anna', 'is no money'],
    ['Maria', 'set win rate 140% for anna', 'from 1 to 100'],
    ['Maria', 'set revenue 50k for anna, ben', 'different people'],
    ['Maria', 'set revnue 50k for anna', 'Did you mean `revenue`'],
    [
      'Maria',
      'set',
      'I still need what is counted (such as `revenue` or `calls`), a number (such as `50000` or `50k`), and whose it is',
    ],
    ['Maria', 'set revenue 50k', 'I still need whose it is'],
    ['Maria', 'give revenue', '`/target help` shows examples'],
  ])('%s: %s', async (who, words, reason) => {
    const { said } = await say(words, who);
    expect(said).toContain(reason);
    // An example is no help to somebody who may not set one.
    expect(said.includes('/target set revenue 50000 this month for @anna')).toBe(who !== 'Anna');
    const { workspace } = await office.asked('Anna');
    expect(await db().target.count({ where: { workspaceId: workspace.id } })).toBe(2);
  });
});

describe('Undo of a target', () => {
  it('brings back what was before', async () => {
    const done = await say('set revenue 50000 for anna');
    expect((await undo(done)).said).toContain('*Anna*: the revenue target for 1–31 Mar 2026 is $40,000 again.');
    expect((await say('', 'Anna')).said).toContain('of $40,000');
    expect((await undo(done)).said).toContain('already taken back');
  });

  it('withdraws what had nothing before', async () => {
    const done = await say('set calls 100 for ben');
    expect((await undo(done)).said).toContain('is withdrawn');
    expect((await say('', 'Ben')).said).toContain('no target yet');
  });

  it('leaves a target alone that was set anew since', async () => {
    const done = await say('set revenue 50000 for anna');
    await say('set revenue 60000 for anna');
    expect((await undo(done)).said).toContain('changed since');
    expect((await say('', 'Anna')).said).toContain('of $60,000');
  });

  it('says when nothing changes', async () => {
    await say('set revenue 50000 for anna');
    const again = await say('set revenue 50k for anna');
    expect(again.said).toContain('is $50,000 already');
    expect(again.buttons).toEqual([]);
  });
});
