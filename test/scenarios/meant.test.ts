import { expect, test } from 'vitest';
import { useBot } from '../support/bot.ts';
import { labels, words } from '../support/reading.ts';

const bot = useBot();

test('a slip in a subcommand comes with a button for the command as it was meant', async () => {
  const marta = bot().as('marta');
  const target = await marta.types('/target remvoe revenue for @anna');
  expect(labels(target)).toEqual(['remove revenue for @anna']);
  const suggested = await marta.types('/target sugest revenue for Anna Berger');
  expect(labels(suggested)).toEqual(['suggest revenue for Anna Berger']);
  expect(words(await marta.presses(suggested, 'suggest revenue for Anna Berger'))).toContain('Anna Berger');
  const people = await marta.types('/salespulse pepole');
  expect(people.text).toMatch(/^I do not know “pepole”/);
  expect(words(await marta.presses(people, 'people'))).toContain('Anna Berger');
});

test('what is like nothing is answered with what there is', async () => {
  const marta = bot().as('marta');
  expect(labels(await marta.types('/target xylophone'))).toEqual([]);
  const strange = await marta.types('/salespulse <xylophone>');
  expect(words(strange)).toBe('I do not know “&lt;xylophone&gt;”. See `/salespulse help`.');
});

test('“by” alone is answered with a button for each breakdown', async () => {
  const marta = bot().as('marta');
  const asked = await marta.types('/kpi team revenue by');
  expect(asked.text).toMatch(/^`by` what\? by person, by team/);
  expect((await marta.presses(asked, 'by person')).text).toMatch(/^North/);
});

test('a rep who asks for people sees their own row once, and why', async () => {
  const answer = await bot().as('anna').types('/kpi top 5 reps by revenue');
  expect(words(answer).match(/\$20,000/g)).toHaveLength(2);
  expect(words(answer)).toContain('Anna Berger alone: a rep sees only their own row');
  const toManager = await bot().as('marta').types('/kpi Anna Berger revenue by rep');
  expect(words(toManager)).toContain('$20,000');
  expect(words(toManager)).not.toContain('alone');
});

test('what is to be left out is answered with a button for each on its line, and a weekday with that day', async () => {
  const marta = bot().as('marta');
  const asked = await marta.types('/kpi team revenue without Anna Berger');
  expect(asked.text).toMatch(/^I cannot leave things out yet \(`without`\), but I can show each on a line of its own/);
  expect(labels(asked)).toEqual(['by person']);
  expect((await marta.presses(asked, 'by person')).text).toMatch(/^North/);
  expect(words(await marta.types('/kpi team calls on monday'))).toContain('16 Mar 2026');
});
