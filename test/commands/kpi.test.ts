import { beforeAll, describe, expect, it } from 'vitest';
import kpi from '../../commands/kpi.ts';
import { alertInWords } from '../../commands/salespulse/alert-in-words.ts';
import salespulse from '../../commands/salespulse.ts';
import { Problem } from '../../src/errors.ts';
import type { Question } from '../../src/kpi/question.ts';
import type { ActionHandler } from '../../src/slack/command.ts';
import { answerActions, SHEET_ACTION } from '../../src/slack/messages/answer-buttons.ts';
import { explainActions, sideName } from '../../src/slack/messages/explanation.ts';
import { sheetActions } from '../../src/slack/messages/sheet.ts';
import { useDatabase } from '../support/database.ts';
import { type Office, openOffice } from './office.ts';

const WEEK = { kind: 'this', unit: 'week' };
const MONTH = { kind: 'this', unit: 'month' };
const LAST_30 = { kind: 'trailing', n: 30, unit: 'day' };

const db = useDatabase();
let office: Office;
beforeAll(async () => {
  office = await openOffice(db());
});

const aboutAnna = (): string => {
  const whose = { scope: 'member', memberId: office.id('Anna') } as const;
  return JSON.stringify({
    kpis: ['calls_made'],
    whose,
    period: { kind: 'this', unit: 'month' },
    by: [],
  } satisfies Question);
};

it.each(['revenue me next month', 'me tomorrow', 'me 2027-Q1'])(
  '%s is still to come, and no zeros pretend otherwise',
  async (words) => {
    const asked = await office.asked('Anna');
    await expect(kpi.run(words, asked)).rejects.toMatchObject({ code: 'period.not_begun' });
  },
);

it('records of a number that has them below its line alone are those', async () => {
  const reply = await kpi.run('explain price index everyone records', await office.asked('Olga'));
  expect(reply.message({ kind: 'none' }).text).toContain(sideName('price_index', 'denominator'));
});

it('records of a number made of others lead to those, and a side without records is named', async () => {
  const reply = await kpi.run('explain clv to cac everyone records', await office.asked('Olga'));
  const { text: said, blocks } = reply.message({ kind: 'none' });
  expect(said).toMatch(/lifetime value × margin\. CLV : CAC has no records of its own/);
  for (const id of ['clv', 'gross_margin', 'cac']) expect(JSON.stringify(blocks)).toContain(`\\"kpi\\":\\"${id}\\"`);
  const enps = await kpi.run('explain enps everyone records', await office.asked('Olga'));
  expect(enps.message({ kind: 'none' }).text).toMatch(/: answers of employees\. Surveys of employees have no records/);
});

it('an alert has a limit below 0 where the number can get there', async () => {
  const limit = async (words: string) => (await alertInWords(words, await office.asked('Olga'))).rule;
  expect(await limit('everyone nps below -20')).toMatchObject({ kind: 'limit', value: -20 });
  expect(await limit('everyone growth below −5%')).toMatchObject({ kind: 'limit', value: -0.05 });
  expect(await limit('everyone deals lost above 0')).toMatchObject({ kind: 'limit', side: 'above', value: 0 });
  for (const words of ['win rate below -20%', 'calls below 0', 'everyone revenue above -1'])
    await expect(limit(words)).rejects.toMatchObject({ code: 'alert.below_zero' });
});

it.each<[string, object]>([
  ['fewer than 2 meetings by Wednesday 11:00', { period: WEEK, value: 2 }],
  ['less than 2 meetings by wed 11:00', { period: WEEK, value: 2 }],
  ['meetings below 2 this week by wed 11:00', { period: WEEK, value: 2 }],
  ['calls under 20 last week on mon at 9:00', { period: { kind: 'last', unit: 'week' }, value: 20 }],
  ['calls below 50% of target by thu 16:00', { period: WEEK, share: 0.5 }],
  ['calls unusual by fri 16:00', { period: WEEK }],
  ['pipeline under 3× target', { period: MONTH, value: 3 }],
  ['pipeline under 3x target by fri 9:00', { period: MONTH, value: 3 }],
  ['pipeline below 3 times its target', { value: 3 }],
  ['pipeline below 1,5x target', { value: 1.5 }],
  ['pipeline below 1.5 × target', { value: 1.5 }],
  ['revenue below target', { share: 1 }],
  ['revenue below 80 % of target', { share: 0.8 }],
  ['everyone revenue above 120% of the target this quarter', { share: 1.2 }],
  ['win rate below 20% over 30 days', { period: LAST_30, value: 0.2 }],
  ['win rate below 20 % over 30 days', { period: LAST_30, value: 0.2 }],
  ['win rate below 20% over the last 30 days', { period: LAST_30, value: 0.2 }],
  ['win rate under 20 % last 30 days', { period: LAST_30, value: 0.2 }],
  ['win rate below 20% in 4 weeks', { period: { kind: 'trailing', n: 4, unit: 'week' }, value: 0.2 }],
  ['sales cycle over 30 days', { period: MONTH, side: 'above', value: 30 }],
  ['response time above 2 hours', { side: 'above', value: 7200 }],
  ['more than 5 deals lost', { side: 'above', value: 5 }],
  ['pipeline coverage below 3', { value: 3 }],
])('“%s” is an alert', async (words, expected) => {
  const { rule } = await alertInWords(words, await office.asked('Olga'));
  const { question, ...limit } = rule as Extract<typeof rule, { kind: 'limit' }>;
  expect({ ...limit, period: question.period }).toMatchObject(expected);
});

it.each([
  'revenue below 0% of target',
  'revenue below 0x target',
  'revenue below -20% of target',
  'revenue below 50 of target',
  'calls below 1e999',
  `calls above ${'9'.repeat(400)}`,
  `calls above ${'9'.repeat(400)}x target`,
  `no data from crm for ${'9'.repeat(30)} days`,
  'meetings below 2 by wed 25:00',
  'below',
  'over 30 days',
  'x target',
  '3× target',
  '% below %',
])('“%s” is answered with a sentence, and is no alert', async (words) => {
  await expect(salespulse.run(`alert ${words}`, await office.asked('Olga'))).rejects.toBeInstanceOf(Problem);
});

it('an alert says which days it was understood to be about', async () => {
  const said = async (words: string) =>
    (await salespulse.run(`alert ${words}`, await office.asked('Olga'))).message({ kind: 'none' }).text;
  expect(await said('fewer than 2 meetings by Wednesday 11:00')).toContain('Meetings held of Olga, this week.');
  expect(await said('if anna books less than 10 calls by friday noon')).toContain('Calls made of Anna');
  expect(await said('win rate below 20 % over 30 days')).toContain('Win rate of Olga, the last 30 days.');
});

describe('the buttons of an answer', () => {
  it.each(Object.values(answerActions))(
    '%s answers who may ask, and nobody else, whoever the button was made for',
    async (action) => {
      const press = kpi.actions[action];
      const reply = await press(aboutAnna(), await office.asked('Maria'));
      expect(reply.message({ kind: 'none' }).text).toMatch(/Calls made:? 2/);
      await expect(press(aboutAnna(), await office.asked('Carl'))).rejects.toMatchObject({ code: 'refusal.person' });
    },
  );

  it.each(['', '{}', 'null', '{"kpis":["revenue"],"whose":{"scope":"planet"}}'])(
    '%j in one of them is told to be out of date',
    async (value) => {
      await expect(kpi.actions[answerActions.last](value, await office.asked('Anna'))).rejects.toMatchObject({
        code: 'slack.unknown_action',
      });
    },
  );
});

describe('the buttons of a sheet', () => {
  const actions: Readonly<Record<string, ActionHandler>> = kpi.actions;
  const week = { from: '2026-03-09', through: '2026-03-15' };
  const about = () => JSON.stringify({ memberId: office.id('Anna'), week, actionId: crypto.randomUUID() });

  it('show it to who manages the person, and not to the person or to a colleague', async () => {
    const show = actions[SHEET_ACTION]!;
    const reply = await show(office.id('Anna'), await office.asked('Maria'));
    expect(reply.message({ kind: 'none' }).text).toMatch(/^1:1 with Anna/);
    for (const who of ['Anna', 'Carl'] as const)
      await expect(show(office.id('Anna'), await office.asked(who))).rejects.toMatchObject({ code: 'sheet.may_not' });
  });

  it.each([sheetActions.done, sheetActions.open])(
    '%s ticks for nobody else, and only what there is',
    async (action) => {
      await expect(actions[action]!(about(), await office.asked('Anna'))).rejects.toMatchObject({
        code: 'sheet.may_not',
      });
      await expect(actions[action]!(about(), await office.asked('Maria'))).rejects.toMatchObject({
        code: 'sheet.gone',
      });
      for (const value of ['', '{}', 'null'])
        await expect(actions[action]!(value, await office.asked('Maria'))).rejects.toMatchObject({
          code: 'slack.unknown_action',
        });
    },
  );
});

describe('the buttons of an explanation', () => {
  const actions: Readonly<Record<string, ActionHandler>> = kpi.actions;
  const view = (): string =>
    JSON.stringify({ question: JSON.parse(aboutAnna()), kpi: 'calls_made', part: 'numerator', page: 0 });
  const { choose, one, others, back, ...ofRecords } = explainActions;

  it.each(Object.values(ofRecords))('%s lists records for who may ask, and for nobody else', async (action) => {
    const reply = await actions[action]!(view(), await office.asked('Maria'));
    expect(reply.message({ kind: 'none' }).text).toMatch(/^Calls made 2: calls made\. 1–2 of 2\./);
    await expect(actions[action]!(view(), await office.asked('Carl'))).rejects.toMatchObject({
      code: 'refusal.person',
    });
    await expect(actions[action]!('{}', await office.asked('Anna'))).rejects.toMatchObject({
      code: 'slack.unknown_action',
    });
  });

  it.each([choose[0]!, one])('%s explains the one of several that was chosen, to who may ask', async (action) => {
    const reply = await actions[action]!(view(), await office.asked('Maria'));
    expect(reply.message({ kind: 'none' }).text).toMatch(/^Calls made: 2\./);
    await expect(actions[action]!(view(), await office.asked('Carl'))).rejects.toMatchObject({
      code: 'refusal.person',
    });
    await expect(actions[action]!(aboutAnna(), await office.asked('Anna'))).rejects.toMatchObject({
      code: 'slack.unknown_action',
    });
  });

  it('lead to the others', async () => {
    const several = JSON.stringify({ ...JSON.parse(aboutAnna()), kpis: ['calls_made', 'calls_answered'] });
    const reply = await actions[others]!(several, await office.asked('Maria'));
    expect(reply.message({ kind: 'none' }).text).toMatch(/^Which of these numbers/);
  });

  it('leads back to the numbers', async () => {
    const reply = await actions[back]!(aboutAnna(), await office.asked('Maria'));
    expect(reply.message({ kind: 'none' }).text).toContain('Calls made 2');
  });
});
