// What a manager promises after a round, and what those who were asked say of it in the next.
import { beforeAll, expect, test } from 'vitest';
import { openActions } from '../../src/surveys/actions.ts';
import { useBot } from '../support/bot.ts';
import type { Who } from '../support/office.ts';
import { buttonCalled, labels, plain, words } from '../support/reading.ts';
import { addMonthlyPulse } from '../surveys/monthly-pulse.ts';

const bot = useBot();
const north = ['anna', 'marta', 'noah', 'loud', 'jonas'] as const;
const told = (who: Who) => bot().as(who).told();
const asks = (who: Who) => bot().as(who).asked();
const results = (who: Who) => told(who).filter(({ text }) => /^How is work\? What/.test(text));
const seen = (pattern: RegExp) => {
  const { id } = bot().as('marta');
  return bot().sandbox.waitForModal(id, ({ blocks }) => pattern.test(plain(JSON.stringify(blocks))));
};

beforeAll(async () => {
  await bot().logged('zones or presence of members have changed');
  await addMonthlyPulse(bot().db);
});

test('whoever leads the team promises up to three things from the results', async () => {
  await bot().goTo('2026-04-01T09:30');
  for (const who of north) {
    await expect.poll(() => asks(who).length).toBe(1);
    await bot().as(who).presses(asks(who)[0]!, '3');
  }
  await bot().goTo('2026-04-06T09:00');
  for (const who of north) await expect.poll(() => results(who).length).toBe(1);
  const { sandbox } = bot();
  const { id } = bot().as('marta');
  expect(labels(results('anna')[0]!)).not.toContain('Add an action');
  const [message] = results('marta');
  const { actionId, value } = buttonCalled(message!, 'Add an action');
  await sandbox.click(id, message!, actionId, value);
  await seen(/Nothing is promised yet/);
  expect(await sandbox.submit(id, { words: ' ' })).toMatchObject({ errors: { words: 'Write what you will do.' } });
  expect(await sandbox.submit(id, { words: 'No calls <before> ten' })).toMatchObject({ ok: true });
  await seen(/stands in the results[\s\S]*No calls &lt;before&gt; ten · Marta Lindqvist/);
  for (const words of ['Fewer meetings', 'Newer phones']) {
    expect(await sandbox.submit(id, { words })).toMatchObject({ ok: true });
    await seen(new RegExp(words));
  }
  const full = await seen(/As many are open as there may be/);
  expect(full.submit).toBeUndefined();
});

test('what is closed the next round does not ask about', async () => {
  const { sandbox } = bot();
  const { id } = bot().as('marta');
  const phones = await bot().db.pulseAction.findFirstOrThrow({ where: { words: 'Newer phones' } });
  await sandbox.choose(id, 'pulse_action_close_2', phones.id);
  expect((await seen(/It is closed/)).submit).toBe('Save');
  await sandbox.closeModal(id);
});

test('everybody who was asked reads what was promised', async () => {
  const annas = words(await bot().as('anna').types('/pulse results'));
  expect(annas).toMatch(
    /What is done about it\*\n• No calls &lt;before&gt; ten · Marta Lindqvist\n• Fewer meetings · Marta/,
  );
  expect(annas).toContain('• Newer phones · Marta Lindqvist · closed');
});

test('the next round shows each after its questions, and asks whether it helped', async () => {
  await bot().goTo('2026-05-01T09:30');
  for (const who of north) await expect.poll(() => asks(who).length).toBe(2);
  const anna = bot().as('anna');
  const first = await anna.presses(asks('anna').at(-1)!, '4');
  expect(words(first)).toMatch(
    /What was promised after the last round:\n> No calls &lt;before&gt; ten\n\*Did it help\?\*/,
  );
  expect(words(first)).toContain('Anonymous: nobody sees who said what');
  expect(labels(first)).toEqual(['Yes', 'A little', 'No', 'I cannot say']);
  const second = await anna.presses(first, 'No');
  expect(words(second)).toContain('Fewer meetings');
  const done = await anna.presses(second, 'A little');
  expect(words(done)).toMatch(
    /Did it help: No calls &lt;before&gt; ten \*no\*\n• Did it help: Fewer meetings \*a little\*/,
  );
  // Changing one's answers goes through all of them once more.
  const again = await anna.presses(await anna.presses(done, 'Change my answers'), '5');
  const last = await anna.presses(await anna.presses(again, 'Yes'), 'A little');
  expect(words(last)).toMatch(/ten \*yes\*\n• Did it help: Fewer meetings \*a little\*/);
  for (const who of ['marta', 'noah', 'loud', 'jonas'] as const) {
    const person = bot().as(who);
    const asked = await person.presses(asks(who).at(-1)!, '4');
    await person.presses(
      await person.presses(asked, who === 'marta' ? 'A little' : 'Yes'),
      who === 'jonas' ? 'I cannot say' : 'No',
    );
  }
});

test('the results say whether it helped, where five or more could say', async () => {
  await bot().goTo('2026-05-05T09:00');
  for (const who of north) await expect.poll(() => results(who).length).toBe(2);
  const annas = words(results('anna').at(-1)!);
  expect(annas).toMatch(
    /did it help\?\*\n• No calls &lt;before&gt; ten: yes 4, a little 1, no 0\n• Fewer meetings: not shown, as fewer than 5 could say/,
  );
  // (5 + 4 + 4 + 4 + 4) / 5: what was promised does not count among the questions.
  expect(annas).toContain('Satisfaction 80 of 100');
  expect(labels(results('marta').at(-1)!)).toContain('Add or close an action');
});

test('when the survey has come to ask others, its old team’s leader promises nothing more from it, nor to them', async () => {
  const { db, sandbox } = bot();
  const { workspaceId, scheduleId, teamId: north } = await db.pulseRound.findFirstOrThrow();
  const south = await db.team.findFirstOrThrow({ where: { name: 'South' } });
  await db.schedule.updateMany({ where: { id: scheduleId }, data: { audience: { to: 'team', teamId: south.id } } });
  const { id } = bot().as('marta');
  const message = results('marta').at(-1)!;
  const { actionId, value } = buttonCalled(message, 'Add or close an action');
  await sandbox.click(id, message, actionId, value);
  await seen(/as long as the survey goes on asking them/);
  expect(labels(await bot().as('marta').types('/pulse results'))).not.toContain('Add or close an action');
  const open = (teamId: string | null) => openActions(db, { workspaceId, scheduleId, teamId });
  expect([await open(south.id), (await open(north)).length]).toEqual([[], 2]);
});
