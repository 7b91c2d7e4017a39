import { expect, test } from 'vitest';
import { useBot } from '../support/bot.ts';
import { expectDrawing, imageIn, labels, shown, words } from '../support/reading.ts';

const bot = useBot();

test('a manager sees the team by person, in words and as bars', async () => {
  const marta = bot().as('marta');
  const answer = await shown(marta, await marta.types('/kpi team revenue by rep'));
  expect(answer.ephemeral).toBe(true);
  // Anna alone has a target: it is none of what all of them sold.
  expect(answer.text).toMatch(/^North, 1–31 Mar 2026 so far: Revenue \$23,000\./);
  expect(words(answer)).toContain('Anna Berger  *$20,000* / $40,000');
  expect(words(answer)).toContain('Jonas Petersen  *$0*');
  expect(imageIn(answer)!.alt).toMatch(/^Bar chart: Revenue by person · North,/);
  await expectDrawing(imageIn(answer)!.url!);
});

test('a manager sees each of their people, by first name or mention', async () => {
  const marta = bot().as('marta');
  const byName = await marta.types('/kpi Anna');
  expect(byName.text).toMatch(/^Anna Berger, 1–31 Mar 2026 so far: Revenue \$20,000 of \$40,000/);
  expect(labels(byName)).toContain('Share to channel');
  const byMention = await marta.types(`/kpi revenue <@${bot().as('anna').id}>`);
  expect(byMention.text).toMatch(/^Anna Berger, 1–31 Mar 2026 so far: Revenue \$20,000 of \$40,000/);
});

test('a rep sees the totals of their team', async () => {
  const answer = await bot().as('anna').types('/kpi team');
  expect(answer.text).toMatch(/^North, 1–31 Mar 2026 so far: Revenue \$23,000; Attainment 50.%;/);
  expect(words(answer)).toMatch(/\*Attainment\* {2}50.%\nby the 1 of 4 people who have a target/);
});

test.for([
  ['anna', '/kpi Sofia', /not those of Sofia Marino\. Try `\/kpi me` or `\/kpi team`\.$/],
  ['anna', '/kpi South', /not those of South\. Try/],
  ['anna', '/kpi all', /not those of /],
  ['anna', '/kpi team revenue by rep', /^A breakdown by person is for managers\. Try `\/kpi team`/],
  ['marta', '/kpi Sofia', /^You can see your own people, and Sofia Marino is beyond that\./],
  ['marta', '/kpi team South', /^You can see your own people, and South is beyond that\./],
] as const)('%s asking %s is refused with the reason and what to ask instead', async ([who, typed, reason]) => {
  const person = bot().as(who);
  const answer = await person.types(typed);
  expect(answer.text).toMatch(reason);
  expect(answer.ephemeral).toBe(true);
  expect(words(answer)).not.toMatch(/\$|9,000/);
  const [instead] = /(?<=`)\/kpi[^`]*/.exec(answer.text)!;
  expect((await person.types(instead)).text).toMatch(/^(North|Anna Berger|Marta Lindqvist), /);
});
