import { expect, test } from 'vitest';
import { SALES, useBot } from '../support/bot.ts';
import { buttonCalled, words } from '../support/reading.ts';

const bot = useBot();

/** Opens the form by the button of `/target team`, and waits until it is there. */
async function openForm() {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const team = await marta.types('/target team');
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
  const done = await sandbox.waitForModal(marta.id, ({ blocks }) => JSON.stringify(blocks).includes('targets are set'));
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

test('another period shows its own targets, and what is typed already stays', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const modal = await openForm();
  await sandbox.submit(marta.id, { [idOf(modal, 'Noah Adler')]: '12k', [idOf(modal, 'Jonas Petersen')]: 'many' });
  await sandbox.choose(marta.id, 'period', 'next month');
  const next = await sandbox.waitForModal(marta.id, (view) => JSON.stringify(view.blocks).includes('1–30 Apr 2026'));
  expect(fieldsOf(next).get('Noah Adler')?.value).toBe('12k');
  expect(fieldsOf(next).get('Anna Berger')?.value).toBe('');
  expect(fieldsOf(next).get('Jonas Petersen')?.value).toBe('many');
  await sandbox.submit(marta.id, { [idOf(next, 'Jonas Petersen')]: '' });
  await sandbox.waitForModal(marta.id, ({ blocks }) => JSON.stringify(blocks).includes('One target is set'));
  await sandbox.closeModal(marta.id);
  const april = await marta.types('/target team next month', SALES);
  expect(words(april)).toContain('Noah Adler  $0 of $12,000');
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
