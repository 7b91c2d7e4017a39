import { expect, test } from 'vitest';
import { useBot } from '../support/bot.ts';
import { expectDrawing, imageIn, shown, words } from '../support/reading.ts';

const bot = useBot();

test('/kpi report lists the seven, and each is shown', async () => {
  const marta = bot().as('marta');
  const list = words(await marta.types('/kpi report'));
  const typed = [...list.matchAll(/`(\/kpi report [a-z]+)`/g)].map(([, command]) => command!);
  expect(typed).toHaveLength(7);
  for (const command of typed) {
    const answer = await marta.types(`${command} team 2026-03-02..2026-03-08`);
    expect(answer.ephemeral).toBe(true);
    expect(answer.text, command).toMatch(/^[A-Z][a-z ]+( · North, |: nothing is recorded for North in )/);
  }
});

test('a manager sees last week’s won deals by person, with a picture', async () => {
  const marta = bot().as('marta');
  const answer = await shown(marta, await marta.types('/kpi report won'));
  expect(answer.text).toMatch(/^Won deals · North, 9–15 Mar 2026: Deals won 1; Revenue \$8,000/);
  expect(words(answer)).toContain('*Closed most*: Anna Berger, 1 deal\n');
  await expectDrawing(imageIn(answer)!.url!);
});

test('the report of conversion says whose leads it is about', async () => {
  const answer = await bot().as('marta').types('/kpi report conversion');
  expect(answer.text).toContain('9–15 Feb 2026');
  expect(words(answer)).toContain('In the report of 9–15 Mar 2026 stand the leads of 9–15 Feb 2026');
  expect(words(await bot().as('marta').types('/kpi report won'))).not.toContain('In the report of');
});

test('a rep sees their own, and of the team no person', async () => {
  expect((await bot().as('anna').types('/kpi report won')).text).toMatch(/^Won deals · Anna Berger, 9–15 Mar 2026/);
  const team = await bot().as('jonas').types('/kpi report won team');
  expect(team.text).toMatch(/^Won deals · North/);
  expect(words(team)).not.toContain('Anna');
  expect((await bot().as('jonas').types('/kpi report won Anna Berger')).text).toMatch(/^You can see your own numbers/);
});

test.for([
  ['/kpi report weather', /^There is no report weather\. There are: calls, /],
  ['/kpi report won this month', /^A report is about a week/],
  ['/kpi report won 2026-03-03..2026-03-09', /^A report is about a week/],
  ['/kpi report won revenue', /^A report has its own numbers/],
] as const)('%s is answered with what to ask instead', async ([typed, said]) => {
  expect((await bot().as('marta').types(typed)).text).toMatch(said);
});
