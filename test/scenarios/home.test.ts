import { expect, test } from 'vitest';
import { alone } from '../../src/slack/home/tabs.ts';
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

test('while another process makes it, it waits for its turn, and then says what is so by then', async () => {
  const { sandbox, db } = bot();
  const anna = bot().as('anna');
  const { slackTeamId } = await db.workspace.findFirstOrThrow();
  if (!slackTeamId) throw new Error('the workspace is not in Slack');
  const [{ hash }, count] = [homeOf('anna'), publications()];
  const waiting = async () =>
    (
      await db.$queryRaw<{ pid: number }[]>`SELECT pid FROM pg_locks JOIN pg_database ON oid = database
        WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted`
    ).length;
  await alone(db, { slackTeamId, slackUserId: anna.id }, async () => {
    await anna.types('/log call Acme answered next: call back today');
    await expect.poll(waiting).toBe(1);
    await anna.types('/log call Globex answered next: send prices today');
    expect(homeOf('anna').hash).toBe(hash);
  });
  await sandbox.waitForHome(anna.id, (home) => plain(JSON.stringify(home.blocks)).includes('send prices'));
  expect(homeOf('anna').said).toContain('call back');
  await bot().logged('a Home tab is published', count + 1);
});

test('what Slack has no time for is published when it has, once for all that happened meanwhile', async () => {
  const { sandbox } = bot();
  const anna = bot().as('anna');
  const published = () => sandbox.calls.filter(({ method }) => method === 'views.publish').length;
  const [{ hash }, before] = [homeOf('anna'), published()];
  sandbox.faults.next('views.publish', { kind: '429', retryAfter: 2 });
  await anna.types('/log call Acme answered next: ask for papers today');
  await expect.poll(published).toBe(before + 1);
  await anna.types('/log call Globex answered next: ask for dates today');
  // Nobody opens it again.
  await sandbox.waitForHome(anna.id, (home) => home.hash !== hash);
  expect(homeOf('anna').said).toMatch(/ask for papers/);
  expect(homeOf('anna').said).toMatch(/ask for dates/);
  expect(published()).toBe(before + 2);
});

test('one of a day ago is published anew, as the address of its picture holds no longer', async () => {
  const { sandbox } = bot();
  const anna = bot().as('anna');
  const { hash } = homeOf('anna');
  bot().pass({ hours: 21 });
  sandbox.openApp(anna.id, 'home');
  await sandbox.waitForHome(anna.id, (home) => home.hash !== hash);
});

/** Presses a button on Anna's Home. */
async function atHome(actionId: string): Promise<void> {
  const { sandbox } = bot();
  expect(await sandbox.chooseAtHome(bot().as('anna').id, actionId)).toMatchObject({ ok: true });
}
const saysAtHome = (words: RegExp) =>
  bot().sandbox.waitForHome(bot().as('anna').id, (home) => words.test(plain(JSON.stringify(home.blocks))));

test('a next step is done there, and the next one takes its place', async () => {
  const anna = bot().as('anna');
  expect(homeOf('anna').said).toMatch(/Next steps.*ask for papers.*ask for dates/);
  await atHome('next_step.done.1');
  await bot().sandbox.waitForHome(anna.id, (home) => !JSON.stringify(home.blocks).includes('ask for papers'));
  expect(homeOf('anna').said).toMatch(/Next steps.*ask for dates/);
});

test('news of a target waits there until it is understood', async () => {
  const { sandbox } = bot();
  await bot().goTo('2026-03-19T10:00');
  await bot().as('marta').types('/target set calls made 50 next month for Anna Berger');
  await expect.poll(() => bot().db.delivery.count({ where: { state: 'sent' } })).toBe(1);
  sandbox.openApp(bot().as('anna').id, 'home');
  await saysAtHome(/Marta Lindqvist.*calls made target/);
  // What was set anew since is no news any more.
  await bot().as('marta').types('/target set calls made 60 next month for Anna Berger');
  await expect.poll(() => bot().db.delivery.count({ where: { state: 'sent' } })).toBe(2);
  sandbox.openApp(bot().as('anna').id, 'home');
  await saysAtHome(/changed your calls made target[^}]*\*60\*/);
  expect(homeOf('anna').said).not.toContain('set your calls made target');
  await atHome('target.understood');
  await sandbox.waitForHome(bot().as('anna').id, (home) => !JSON.stringify(home.blocks).includes('Marta Lindqvist'));
  expect(await bot().db.targetNotice.count({ where: { readAt: null } })).toBe(1);
});

test('one’s own schedules are paused, resumed and tested there', async () => {
  await bot().as('anna').types('/salespulse alert my calls below 1 last 7 days at 11:00');
  bot().sandbox.openApp(bot().as('anna').id, 'home');
  await saysAtHome(/Yours to change.*Alert: my calls below 1.*Next: /);
  await atHome('schedule_pause');
  await saysAtHome(/Alert: my calls below 1.*Not live/);
  expect(await bot().db.schedule.count({ where: { isPaused: true } })).toBe(1);
  await atHome('schedule_live');
  await saysAtHome(/Alert: my calls below 1.*Next: /);
  bot().pass({ minutes: 1 });
  await atHome('schedule_test');
  const { id } = bot().as('anna');
  await bot().sandbox.waitForMessage(id, bot().sandbox.dm(id), ({ text }) => /It should be 1 or more/.test(text));
});
