import { beforeAll, expect, test } from 'vitest';
import { useBot } from '../support/bot.ts';
import { labels, words } from '../support/reading.ts';

/** 18 March 2026 is 27 Esfand 1404. */
const bot = useBot();
beforeAll(async () => {
  await bot().db.workspace.updateMany({ data: { calendar: 'persian' } });
});

const gregorian = /\b(Jan|Feb|Mar|Apr|May)\b|2026/;

test('where years are Persian, every message about a target tells its days so', async () => {
  const [marta, anna] = [bot().as('marta'), bot().as('anna')];
  const told = async (typed: string) => words(await marta.types(typed));
  const said: string[] = [];

  said.push(await told('/target remove revenue next month for Anna'));
  expect(said.at(-1)).toContain('1–31 Farvardin 1405');
  const set = await marta.types('/target set revenue 50k this month for Anna');
  expect(words(set)).toContain('1–29 Esfand 1404');
  said.push(words(set));

  const news = await bot().sandbox.waitForMessage(anna.id, bot().sandbox.dm(anna.id), (message) =>
    /target for/.test(words(message)),
  );
  expect(words(news)).toContain('1–29 Esfand 1404: *$50,000*');
  said.push(words(news));

  expect(labels(set)).toContain('Undo');
  said.push(words(await marta.presses(set, 'Undo')));
  said.push(await told('/target set revenue 60k this quarter for Anna'));
  said.push(await told('/target set revenue 20k per month from next month for Anna'));
  said.push(await told('/target set revenue 90k next quarter for Anna'));
  said.push(await told('/target set revenue 25k per month for Anna'));
  expect(said.at(-1)).toContain('1 Farvardin – 31 Khordad 1405');
  said.push(await told('/target team'));
  said.push(await told('/target review last month'));
  said.push(await told('/target suggest revenue this month for Anna'));
  said.push(words(await anna.types('/target')));
  // Words to type name days as the file formats do.
  for (const message of said) expect(message.replaceAll(/`[^`]*`/g, '')).not.toMatch(gregorian);
  expect(said.slice(-4).join('\n')).toMatch(/Bahman 1404.*Esfand 1404/s);
});
