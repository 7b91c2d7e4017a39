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

describe('/target remove', () => {
  it('withdraws the target of exactly that period, and Undo brings it back', async () => {
    const gone = await say('remove revenue this month for @anna');
    expect(gone.said).toContain('*Anna*: the revenue target for 1–31 Mar 2026 ($40,000) is removed.');
    expect((await say('', 'Anna')).said).not.toContain('40,000');
    expect((await undo(gone)).said).toContain('is $40,000 again');
    expect((await say('', 'Anna')).said).toContain('of $40,000');
  });

  it('says what holds there then', async () => {
    await say('set revenue 264k 2026 for anna');
    const { said } = await say('remove revenue this month for anna');
    expect(said).toContain('is removed. $22,253 holds there now'); // 22 of 261 working days
  });

  it('removes each of a plan’s', async () => {
    await say('set revenue 50k per month until june for anna');
    const gone = await say('remove revenue per month until june for anna');
    expect(gone.said).toContain('*Anna*: 4 revenue targets for 1 Mar – 30 Jun 2026 are removed.');
    expect((await undo(gone)).said).toContain(
      '4 revenue targets for 1 Mar – 30 Jun 2026 taken back; 4 as before again',
    );
  });

  it('of what has no target of its own says so, and where the one that holds comes from', async () => {
    expect((await say('remove revenue this month for ben')).said).toContain(
      '*Ben* has no revenue target of its own for 1–31 Mar 2026.',
    );
    const { said, buttons } = await say('remove revenue today for anna');
    expect(said).toContain('$1,818 holds there'); // one of 22 days of 40,000
    expect(said).toContain(
      '• 1–31 Mar 2026: $40,000, which `/target remove Anna revenue 2026-03-01..2026-03-31` removes.',
    );
    expect(buttons).toEqual([]);
  });

  it.each([
    ['Anna', 'remove revenue for me', 'Targets are set by managers and admins'],
    ['Maria', 'remove revenue for carl', 'Carl is not among them'],
    ['Maria', 'remove for anna', 'Nothing is removed yet. I still need what is counted'],
    ['Maria', 'remove revenue', 'Nothing is removed yet. I still need whose it is'],
    ['Maria', 'remove revenue last 30 days for anna', 'whole day, week, month, quarter or year'],
    ['Maria', 'remove revenue, calls for anna', 'One target at a time'],
  ])('%s: %s', async (who, words, reason) => {
    const { said } = await say(words, who);
    expect(said).toContain(reason);
    expect(said).toContain(`\`/target ${words}\``);
    expect((await say('', 'Anna')).said).toContain('of $40,000');
  });
});

describe('a plan beside targets of other spans', () => {
  it('says which stay, with the words that remove them', async () => {
    await say('set revenue 200k this quarter for anna');
    const { said } = await say('set revenue 50k per month for anna');
    expect(said).toContain('• 1 Jan – 31 Mar 2026 keeps its own target of $200,000: ');
    const [, words = ''] = /`\/target (remove [^`]+)`/.exec(said) ?? [];
    expect((await say(words)).said).toContain('the revenue target for 1 Jan – 31 Mar 2026 ($200,000) is removed');
  });

  it('says nothing where there are none', async () => {
    expect((await say('set revenue 50k per month for anna')).said).not.toContain('keeps its own');
  });
});

describe('what is to come', () => {
  it.each([
    ['set calls 12 tomorrow for ben', '19 Mar 2026 is now 12'],
    ['set calls 50 next week for ben', '23–29 Mar 2026 is now 50'],
    ['set revenue 50k next month for ben', '1–30 Apr 2026 is now $50,000'],
    ['set win rate 40% next quarter for ben', '1 Apr – 30 Jun 2026 is now 40'],
    ['set revenue 600k next year for ben', '1 Jan – 31 Dec 2027 is now $600,000'],
    [
      'set revenue 50k per month from next month until june for ben',
      'from 1 Apr – 30 Jun 2026 is now $50,000 (3 months)',
    ],
    ['set revenue 50k per month next quarter for ben', 'from 1 Apr – 30 Jun 2026 is now $50,000 (3 months)'],
  ])('%s', async (words, expected) => expect((await say(words)).said).toContain(expected));
});

describe('/target help', () => {
  it('shows a manager examples that work as they stand', async () => {
    const { said } = await say('help');
    const examples = new Set([...said.matchAll(/`\/target ([^`]+)`/g)].map(([, words = '']) => words));
    expect(examples.size).toBeGreaterThan(7);
    for (const words of examples)
      expect((await say(words)).said, words).not.toMatch(/Your words|I do not know|I only know/);
  });

  it('tells a rep who sets them', async () => {
    const { said } = await say('help', 'Anna');
    expect(said).toContain('Managers and admins set targets');
    expect(said).not.toContain('/target set');
  });
});
