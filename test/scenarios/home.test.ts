import { expect, test } from 'vitest';
import { useBot } from '../support/bot.ts';
import { expectDrawing, plain } from '../support/reading.ts';

const bot = useBot();

/** All that stands on somebody's Home, as it was sent. */
const homeOf = (who: 'anna' | 'jonas') => {
  const view = bot().sandbox.home(bot().as(who).id);
  return { hash: view?.hash, said: plain(JSON.stringify(view?.blocks ?? '')) };
};
const publications = () => bot().log().split('a Home tab is published').length - 1;

test('Home shows one’s goals of today and the month, with their course, and what waits', async () => {
  const { sandbox } = bot();
  const anna = bot().as('anna');
  sandbox.openApp(anna.id, 'messages');
  sandbox.openApp(anna.id, 'home');
  const home = await sandbox.waitForHome(anna.id);
  const { said } = homeOf('anna');
  expect(said).toContain('Wed 18 Mar');
  expect(said).toContain('Revenue $1,818 to go today.');
  expect(said).toMatch(/\*Revenue\* {2}\$20,000/);
  expect(said).toContain('Nothing waits for you.');
  expect(said).toContain('Nothing is sent to you by itself.');
  const image = home.blocks.find((block) => (block as { type: string }).type === 'image') as {
    image_url: string;
    alt_text: string;
  };
  await expectDrawing(image.image_url, 450);
  expect(image.alt_text).toContain('Revenue');
});

test('it is published again only when it says something else', async () => {
  const { sandbox } = bot();
  const anna = bot().as('anna');
  const before = homeOf('anna');
  const count = publications();
  sandbox.openApp(anna.id, 'home');
  // Somebody else's Home is made after it.
  sandbox.openApp(bot().as('jonas').id, 'home');
  await sandbox.waitForHome(bot().as('jonas').id);
  expect(homeOf('jonas').said).toContain('There is no goal for today.');
  await bot().logged('a Home tab is published', count + 1);
  expect(homeOf('anna').hash).toBe(before.hash);

  // A question changes nothing; what is logged does, without its being opened.
  await anna.types('/kpi me');
  await anna.types('/log call Acme answered next: send offer today');
  await sandbox.waitForHome(anna.id, ({ hash }) => hash !== before.hash);
  expect(homeOf('anna').said).toContain('send offer – Acme');
  await bot().logged('a Home tab is published', count + 2);
  expect(publications()).toBe(count + 2);
});

test('one of a day ago is published anew, as the address of its picture holds no longer', async () => {
  const { sandbox } = bot();
  const anna = bot().as('anna');
  const { hash } = homeOf('anna');
  bot().pass({ hours: 21 });
  sandbox.openApp(anna.id, 'home');
  await sandbox.waitForHome(anna.id, (home) => home.hash !== hash);
});
