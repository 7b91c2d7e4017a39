import { expect, test } from 'vitest';
import { SALES, useBot } from '../support/bot.ts';
import { buttonCalled, words } from '../support/reading.ts';

const bot = useBot();

/** Opens the form by the button of `/target team`, and waits until it is there. */
async function openForm(words = '/target team') {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const team = await marta.types(words);
  const { actionId, value } = buttonCalled(team, 'Set targets for all');
  await sandbox.click(marta.id, team, actionId, value);
  return sandbox.waitForModal(marta.id, ({ submit }) => submit === 'Save');
}

type Modal = Awaited<ReturnType<typeof openForm>>;
interface Field {
  type: string;
  label: { text: string };
  element: { action_id: string; initial_value?: string };
}

/** The fields by the label above each: their action ids and what stands in them. */
const fieldsOf = ({ blocks, values }: Modal) =>
  new Map(
    (blocks as Field[])
      .filter(({ type }) => type === 'input')
      .map(({ label, element: { action_id: id } }) => [label.text, { id, value: values[id]?.[id] ?? '' }] as const),
  );
const idOf = (modal: Modal, name: string) => fieldsOf(modal).get(name)?.id ?? '';

test('a manager sets the targets of a whole team at once, and each of those concerned is told', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const modal = await openForm();
  expect([...fieldsOf(modal).keys()]).toEqual(expect.arrayContaining(['Anna Berger', 'Jonas Petersen', 'Noah Adler']));
  expect(fieldsOf(modal).get('Anna Berger')?.value).toBe('40000');
  expect(fieldsOf(modal).get('Jonas Petersen')?.value).toBe('');

  const filled = { [idOf(modal, 'Anna Berger')]: '50k', [idOf(modal, 'Jonas Petersen')]: 'many' };
  const refused = await sandbox.submit(marta.id, filled);
  expect(refused).toEqual({
    ok: false,
    error: 'errors',
    errors: { [idOf(modal, 'Jonas Petersen')]: 'Write a number, such as 50000 or 50k.' },
  });
  expect((await bot().as('anna').types('/target')).text).toContain('of $40,000');

  await sandbox.submit(marta.id, { ...filled, [idOf(modal, 'Jonas Petersen')]: '30k' });
  const done = await sandbox.waitForModal(marta.id, ({ blocks }) =>
    JSON.stringify(blocks).includes('targets are changed'),
  );
  expect(JSON.stringify(done.blocks)).toContain('Anna Berger and Jonas Petersen get a message about it.');
  await sandbox.closeModal(marta.id);
  expect((await bot().as('anna').types('/target')).text).toContain('of $50,000');
  for (const who of ['anna', 'jonas'] as const) {
    const { id } = bot().as(who);
    await sandbox.waitForMessage(id, sandbox.dm(id), (message) => /revenue target for 1–31 Mar/.test(words(message)));
  }
  const { id } = bot().as('loud');
  expect(sandbox.messages(id, sandbox.dm(id))).toEqual([]);
});

const shows = (words: string) => (view: Modal) => JSON.stringify(view.blocks).includes(words);

test('another period shows its own targets, and what is typed already is kept for its own', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const modal = await openForm();
  await sandbox.submit(marta.id, { [idOf(modal, 'Noah Adler')]: '12k', [idOf(modal, 'Jonas Petersen')]: 'many' });
  await sandbox.choose(marta.id, 'target.form.choose');
  await sandbox.waitForModal(marta.id, shows('Not saved yet: 2 values for Revenue, 1–31 Mar 2026: '));
  await sandbox.submit(marta.id, { period: 'month/2026-04-01/2026-05-01' });
  const next = await sandbox.waitForModal(marta.id, shows('*Revenue · 1–30 Apr 2026*'));
  expect(fieldsOf(next).get('Noah Adler')?.value).toBe('');
  await sandbox.submit(marta.id, { [idOf(next, 'Noah Adler')]: '15k' });
  const done = await sandbox.waitForModal(marta.id, shows('• Noah Adler: *$15,000*'));
  expect(shows('Jonas Petersen many')(done)).toBe(true);
  await sandbox.closeModal(marta.id);
  expect(words(await marta.types('/target team next month', SALES))).toContain('Noah Adler  $0 of $15,000');
  expect(words(await marta.types('/target team', SALES))).not.toContain('Noah Adler');
});

test('what was saved is taken back in the form itself', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const modal = await openForm();
  await sandbox.submit(marta.id, { [idOf(modal, 'Noah Adler')]: '9k' });
  await sandbox.waitForModal(marta.id, shows('• Noah Adler: *$9,000*'));
  await sandbox.choose(marta.id, 'target.undo');
  await sandbox.waitForModal(marta.id, shows('($9,000) is withdrawn'));
  await sandbox.closeModal(marta.id);
});

test('a target from which a month that is over has its own is changed, and taken back, after a question', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const quarter = () => openForm('/target team this quarter');
  const first = await quarter();
  await sandbox.submit(marta.id, { [idOf(first, 'Jonas Petersen')]: '63k' });
  await sandbox.waitForModal(marta.id, shows('• Jonas Petersen: *$63,000*'));
  await sandbox.closeModal(marta.id);

  const modal = await quarter();
  await sandbox.submit(marta.id, { [idOf(modal, 'Jonas Petersen')]: '126k' });
  const asking = await sandbox.waitForModal(marta.id, shows('*Save* once more changes it anyway.'));
  expect(shows('what *Jonas Petersen* reached of the revenue target will change in 1–28 Feb 2026')(asking)).toBe(true);
  expect(words(await marta.types('/target team this quarter', SALES))).toContain('of $63,000');
  await sandbox.submit(marta.id, {});
  await sandbox.waitForModal(marta.id, shows('• Jonas Petersen: *$126,000* (was $63,000)'));
  await sandbox.choose(marta.id, 'target.undo');
  await sandbox.waitForModal(marta.id, shows('Take it back anyway?'));
  await sandbox.choose(marta.id, 'target.undo_anyway');
  await sandbox.waitForModal(marta.id, shows('is $63,000 again'));
  await sandbox.closeModal(marta.id);
  expect(words(await marta.types('/target team this quarter', SALES))).toContain('of $63,000');
});

test('who closes the form before it is saved reads in their messages what was done', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const modal = await openForm();
  sandbox.faults.next('views.update', { kind: 'error', error: 'not_found' });
  await sandbox.submit(marta.id, { [idOf(modal, 'Noah Adler')]: '8k' });
  const done = await sandbox.waitForMessage(marta.id, sandbox.dm(marta.id), (message) =>
    words(message).includes('• Noah Adler: *$8,000*'),
  );
  expect(words(await marta.presses(done, 'Undo'))).toContain('($8,000) is withdrawn');
  await sandbox.closeModal(marta.id);
});

test('of two buttons pressed in quick succession the slower does not undo the other', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  await openForm();
  sandbox.faults.next('views.update', { kind: 'error', error: 'hash_conflict' });
  await sandbox.choose(marta.id, 'target.form.choose');
  await bot().logged('a form had changed meanwhile');
  expect(sandbox.modal(marta.id)?.submit).toBe('Save');
  expect(sandbox.messages(marta.id, sandbox.dm(marta.id)).some(({ text }) => /went wrong/.test(text))).toBe(false);
  await sandbox.closeModal(marta.id);
});

test('a form that Slack does not open is told where the button was pressed', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const team = await marta.types('/target team', SALES);
  const { actionId, value } = buttonCalled(team, 'Set targets for all');
  sandbox.faults.next('views.open', { kind: 'error', error: 'expired_trigger_id' });
  await sandbox.click(marta.id, team, actionId, value);
  await sandbox.waitForMessage(marta.id, SALES, (message) =>
    words(message).includes('Something went wrong on our side'),
  );
  expect(bot().log()).toContain('expired_trigger_id');
});
