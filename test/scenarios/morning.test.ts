import { expect, test } from 'vitest';
import { useBot } from '../support/bot.ts';
import { goesLive } from '../support/live.ts';
import { buttonCalled, labels, words } from '../support/reading.ts';

const bot = useBot();

/** What the bot has told somebody in their messages with it. */
const told = (who: 'marta' | 'anna' | 'jonas' | 'noah') => bot().as(who).told();

test('a manager has each of the team told their own morning; who has nothing before them hears nothing', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const list = await marta.types('/salespulse schedule');
  const { actionId, value } = buttonCalled(list, 'Add a schedule');
  await sandbox.click(marta.id, list, actionId, value);
  await sandbox.waitForModal(marta.id, ({ submit }) => submit === 'Save');
  expect(await sandbox.submit(marta.id, { what: 'digest' })).toMatchObject({ ok: false });
  // No channel is wanted for what goes to people.
  expect(await sandbox.submit(marta.id, { what: 'morning', rhythm: 'workdays', at: '09:00' })).toMatchObject({
    ok: true,
  });
  await expect.poll(() => told('marta').length).toBe(1);
  await sandbox.closeModal(marta.id);
  const [saved] = told('marta');
  expect(words(saved!)).toContain('Morning message → everyone in North, each in person');
  await goesLive(marta, saved!);

  await bot().as('anna').types('/log call Acme answered next: send offer friday');
  // By Slack they live in UTC: their nine o’clock is ten in Berlin.
  await bot().goTo('2026-03-20T09:00');
  await bot().goTo('2026-03-20T09:59');
  expect(told('anna')).toEqual([]);
  await bot().goTo('2026-03-20T10:00');
  await expect.poll(() => told('anna').length).toBe(1);
  const [morning] = told('anna');
  expect(morning?.text).toMatch(/^Good morning, Anna Berger: Revenue \$1,818 to go today and 1 next step\.$/);
  expect(words(morning!)).toMatch(/Your month, .*Mar(ch)? 2026/);
  expect(words(morning!)).toContain('• send offer – Acme');

  const done = await bot().as('anna').presses(morning!, 'Done: send offer');
  expect(words(done)).not.toContain('send offer');
  expect(labels(done)).toEqual([]);

  await bot().goTo('2026-03-23T10:00');
  await expect.poll(() => told('anna').length).toBe(2);
  expect(words(told('anna')[1]!)).not.toContain('Next steps');
  expect(told('jonas')).toEqual([]);
  expect(told('noah')).toEqual([]);
});
