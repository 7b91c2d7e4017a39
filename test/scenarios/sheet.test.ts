import { expect, test } from 'vitest';
import type { Message } from '../../src/sandbox/protocol.ts';
import { useBot } from '../support/bot.ts';
import { goesLive } from '../support/live.ts';
import { people, type Who } from '../support/office.ts';
import { buttonCalled, expectDrawing, imageIn, labels, shown, words } from '../support/reading.ts';

const bot = useBot();
const mention = (who: Who) => `<@${people[who].id}>`;

const told = (who: Who) => bot().as(who).told();

/** The button beside an agreed action. */
function beside(message: Message, line: string) {
  const blocks = message.blocks as { text?: { text: string }; accessory?: { action_id: string; value: string } }[];
  const found = blocks.find((block) => block.accessory && block.text?.text.includes(line))?.accessory;
  if (!found) throw new Error(`nothing to tick at ${line}: ${words(message)}`);
  return found;
}

async function agree(sheet: Message, what: string) {
  const { sandbox } = bot();
  const { id } = bot().as('marta');
  const { actionId, value } = buttonCalled(sheet, 'Add an action');
  bot().pass({ minutes: 1 });
  await sandbox.click(id, sheet, actionId, value);
  await sandbox.waitForModal(id, ({ submit }) => submit === 'Save');
  expect(await sandbox.submit(id, { words: what })).toMatchObject({ ok: true });
  const done = await sandbox.waitForModal(id, ({ blocks }) => JSON.stringify(blocks).includes('Noted for'));
  await sandbox.closeModal(id);
  return JSON.stringify(done.blocks);
}

test('a manager sees a person’s week beside their past and the team, with notes and a picture', async () => {
  await bot().as('anna').types('/log call Acme answered 12m asked for a proposal');
  const marta = bot().as('marta');
  const sheet = await shown(marta, await marta.types(`/kpi sheet ${mention('anna')}`));
  expect(sheet.ephemeral).toBe(true);
  expect(sheet.text).toMatch(/^1:1 with Anna Berger, 9–15 Mar 2026: /);
  const said = words(sheet);
  expect(said).toContain('*Revenue*  $8,000 · usually $6,000 · team $0 to $2,000');
  expect(said).toMatch(/\*Outside the team’s middle half\*: Revenue above/);
  expect(said).toContain('asked for a proposal');
  expect(said).toContain('*Agreed*: nothing is open.');
  await expectDrawing(imageIn(sheet)!.url!);
});

test('it is a press away from the answer about a person, for who manages them alone', async () => {
  const marta = bot().as('marta');
  const answer = await marta.types(`/kpi ${mention('anna')} revenue`);
  expect((await marta.presses(answer, '1:1 sheet')).text).toMatch(/^1:1 with Anna Berger/);
  expect(labels(await bot().as('anna').types('/kpi me'))).not.toContain('1:1 sheet');
  expect(labels(await marta.types('/kpi team revenue'))).not.toContain('1:1 sheet');
});

test('nobody reads a sheet but who manages the person', async () => {
  expect(
    (
      await bot()
        .as('jonas')
        .types(`/kpi sheet ${mention('anna')}`)
    ).text,
  ).toMatch(/is for who manages them/);
  expect(
    (
      await bot()
        .as('marta')
        .types(`/kpi sheet ${mention('sofia')}`)
    ).text,
  ).toBe('The sheet of Sofia Marino is for who manages them.');
  expect((await bot().as('marta').types('/kpi sheet')).text).toBe(
    'Whose sheet? Say a name: &lt;!channel&gt; &amp; Söhne, Anna Berger, Jonas Petersen, Noah Adler.',
  );
  expect((await bot().as('marta').types('/kpi sheet Nobody')).text).toMatch(/^I know nobody called/);
  expect((await bot().as('anna').types('/kpi sheet')).text).toBe('You have agreed on nothing that is open.');
});

test('what was agreed on is on the sheet, the person sees it too, and only who manages them ticks it', async () => {
  const marta = bot().as('marta');
  const empty = await marta.types('/kpi sheet Anna Berger');
  expect(await agree(empty, 'call <!channel> back')).toContain('Noted for Anna Berger: call &lt;!channel&gt; back');
  await agree(empty, 'two demos a week');
  const sheet = await marta.types('/kpi sheet Anna Berger');
  expect(words(sheet)).toContain('two demos a week · Marta Lindqvist, Wed 18 Mar');

  const own = await bot().as('anna').types('/kpi sheet');
  expect(words(own)).toContain('two demos a week');
  expect(labels(own)).toEqual([]);
  expect(JSON.stringify(own.blocks)).not.toContain('accessory');

  // Every press looks anew at who manages whom.
  const { db, sandbox } = bot();
  const { workspaceId, id, managerId } = await db.team.findFirstOrThrow({ where: { name: 'North' } });
  const manages = (who: string | null) =>
    db.team.update({ where: { workspaceId_id: { workspaceId, id } }, data: { managerId: who } });
  await manages(null);
  const { action_id: actionId, value } = beside(sheet, 'two demos');
  await sandbox.click(marta.id, sheet, actionId, value);
  await expect
    .poll(() => marta.sees().map(({ text }) => text))
    .toContain('The sheet of Anna Berger is for who manages them.');
  expect(await db.agreedAction.count({ where: { doneAt: { not: null } } })).toBe(0);
  await manages(managerId);
});

test('each Monday the manager gets a sheet for each of their people; ticked actions go, open ones come back', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const list = await marta.types('/salespulse schedule');
  const { actionId, value } = buttonCalled(list, 'Add a schedule');
  await sandbox.click(marta.id, list, actionId, value);
  await sandbox.waitForModal(marta.id, ({ submit }) => submit === 'Save');
  const before = told('marta').length;
  expect(await sandbox.submit(marta.id, { what: 'sheet', rhythm: 'mondays', at: '09:00' })).toMatchObject({ ok: true });
  await expect.poll(() => told('marta').length).toBe(before + 1);
  await sandbox.closeModal(marta.id);
  const saved = told('marta').at(-1)!;
  expect(words(saved)).toMatch(/1:1 sheets of North → who manages them\nMonday unless it is a holiday at 09:00/);
  await goesLive(marta, saved);

  const sheets = () => told('marta').filter(({ text }) => text.startsWith('1:1 with'));
  await bot().goTo('2026-03-23T10:00');
  await expect.poll(() => sheets().length, { timeout: 30_000 }).toBe(4);
  const names = sheets().map(({ text }) => /^1:1 with (.*), 16–22 Mar 2026/.exec(text)?.[1]);
  expect(names.sort()).toEqual(['&lt;!channel&gt; &amp; Söhne', 'Anna Berger', 'Jonas Petersen', 'Noah Adler']);
  expect(told('anna').filter(({ text }) => text.startsWith('1:1'))).toEqual([]);

  const ofAnna = () =>
    sheets()
      .filter(({ text }) => text.includes('Anna Berger'))
      .at(-1)!;
  const { action_id, value: about } = beside(ofAnna(), 'two demos');
  await sandbox.click(marta.id, ofAnna(), action_id, about);
  await expect.poll(() => words(ofAnna())).toContain('~two demos a week~');
  await bot().goTo('2026-03-30T11:00');
  await expect.poll(() => sheets().length, { timeout: 30_000 }).toBe(8);
  expect(ofAnna().text).toContain('23–29 Mar 2026');
  expect(words(ofAnna())).toContain('call &lt;!channel&gt; back');
  expect(words(ofAnna())).not.toContain('two demos');
});
