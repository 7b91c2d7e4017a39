import { beforeEach, expect, it } from 'vitest';
import { targetValue, typedGoal } from '../../commands/target/value.ts';
import target from '../../commands/target.ts';
import { knownKpi } from '../../src/kpi/evaluate.ts';
import { readGoalAmount } from '../../src/targets/amount.ts';
import { useDatabase } from '../support/database.ts';
import { type Office, openOffice, shown } from './office.ts';

const db = useDatabase();
let office: Office;

beforeEach(async () => {
  office = await openOffice(db());
});

const say = async (words: string, who = 'Maria') =>
  (await shown(await target.run(words, await office.asked(who)))).said.replaceAll('\u00a0', ' ');

it.each([
  ['20.000,5', '$20,000.50'],
  ['20,000.5', '$20,000.50'],
  ['1.500,00', '$1,500'],
  // A single sign before three digits groups thousands, as the project has decided.
  ['1.500', '$1,500'],
  ['1,500', '$1,500'],
  ['20 000', '$20,000'],
  ['1.2m', '$1,200,000'],
])('%s of revenue is read back as %s', async (typed, read) => {
  expect(await say(`set revenue ${typed} this month for ben`)).toContain(`is now ${read}.`);
});

it.each([
  ['0.45', '45 %'],
  ['45', '45 %'],
  ['0.45%', '0.45 %'],
  ['0.45 %', '0.45 %'],
  ['45 %,', '45 %'],
])('%s of a win rate is read back as %s', async (typed, read) => {
  expect(await say(`set win rate ${typed} this month for ben`)).toContain(`is now ${read}.`);
});

it.each([
  ['win rate 0.125%', 'at most 2'],
  ['revenue 1000.12345', 'at most 4'],
])('more decimals than are kept are refused and not rounded: %s', async (typed, most) => {
  expect(await say(`set ${typed} this month for ben`)).toContain(`has more decimals than are kept: ${most}`);
  expect(
    await db().target.count({ where: { kpi: { in: ['win_rate', 'revenue'] }, value: { in: [0.0013, 1000.1235] } } }),
  ).toBe(0);
});

it('a percentage that binary fractions have no exact number for is kept', async () => {
  expect(await say('set win rate 1.1 this month for ben')).toContain('is now 1.1 %.');
});

it('of a rate, 1 is asked back', async () => {
  expect(await say('set win rate 1 for ben')).toContain('Write `1%` or `100%`');
});

it.each(['€30,000', '30,000 €', '€ 30.000', '30,000 EUR', 'EUR 30k'])(
  '%s counts for nothing without a rate, and that is said at once',
  async (typed) => {
    const said = await say(`set revenue ${typed} this month for ben`);
    expect(said).toContain('the revenue target for 1–31 Mar 2026 is now €30,000.');
    expect(said).toContain('There is no rate of EUR on 2026-03-01 or before, so this target counts for nothing');
    expect(said).toContain('import rates');
  },
);

it('says nothing of rates where there is one, and counts the targets that lie before it', async () => {
  const { workspace } = await office.asked('Maria');
  const rate = { workspaceId: workspace.id, base: 'USD', currency: 'EUR', day: new Date('2026-05-01'), rate: 1.1 };
  await db().currencyRate.create({ data: rate });
  expect(await say('set revenue €30k june for ben')).not.toContain('rate of');
  expect(await say('set revenue €30k per month from march until june for ben')).toContain(
    'no rate of EUR on 2026-03-01 or before, so 2 of these targets count for nothing',
  );
});

it('takes a word in capitals for a word where it is one', async () => {
  const said = await say('set revenue 50000 ALL this month', 'Olga');
  expect(said).toContain('*Everyone*: the revenue target for 1–31 Mar 2026 is now $50,000.');
});

it.each([
  ['response time 2h', '2 h 0 min'],
  ['response time 1h30m', '1 h 30 min'],
  ['response time 1h 30m', '1 h 30 min'],
  ['response time 5min', '5 min 0 s'],
  ['response time 5m', '5 min 0 s'],
  ['30 minutes response time', '30 min 0 s'],
  ['sales cycle 40 days', '40 days'],
  ['sales cycle 40d', '40 days'],
  ['sales cycle 40', '40 days'],
])('a time is read as one: %s', async (typed, read) => {
  expect(await say(`set ${typed} this month for ben`)).toContain(`is now ${read}.`);
});

it.each([
  ['response time 2', 'Write it as `2h`'],
  ['revenue 2h', 'is no time'],
  ['calls 40 days', 'is no time'],
])('asks back rather than guess: %s', async (typed, asks) => {
  const said = await say(`set ${typed} this month for ben`);
  expect(said).toContain(asks);
  expect(said).not.toContain('is now');
});

it('writes a time as one would type it', () => {
  const response = knownKpi('lead_response_time');
  const typed = [7200, 5400, 90, 0.2, 5_000_000].map((seconds) => typedGoal(seconds, response));
  expect(typed).toEqual(['2h', '1h 30m', '1m 30s', '1s', '57.87 days']);
  const read = typed.map((each) => {
    const amount = readGoalAmount(each, 'USD');
    return amount && targetValue(amount, each, response);
  });
  expect(read).toMatchObject(['7200', '5400', '90', '1', '4999968'].map((value) => ({ value })));
});
