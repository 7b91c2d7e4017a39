import { expect, test } from 'vitest';
import { addSchedule } from '../../src/schedule/schedule.ts';
import { useBot } from '../support/bot.ts';
import { buttonCalled, labels, words } from '../support/reading.ts';

const bot = useBot();

/** What the bot has told Anna in her messages with it. */
const told = () => bot().as('anna').told();
const newsOf = (kpi: string) =>
  told().filter(({ text }) => text.includes('Marta Lindqvist') && text.includes(`${kpi} target`));
const kept = () => bot().db.delivery.count({ where: { state: 'kept' } });
const sets = (target: string) => bot().as('marta').types(`/target set ${target} for Anna Berger`);

async function quieter(wish: string): Promise<string> {
  const { sandbox } = bot();
  const { id } = bot().as('anna');
  const message = told().findLast((each) => labels(each).includes('Quieter'))!;
  const { actionId, value } = buttonCalled(message, 'Quieter');
  await sandbox.click(id, message, actionId, value);
  await sandbox.waitForModal(id, ({ submit }) => submit === 'Save');
  expect(await sandbox.submit(id, { wish })).toMatchObject({ ok: true });
  const said = await sandbox.waitForModal(
    id,
    ({ submit, blocks }) => !submit && JSON.stringify(blocks).includes('Saved'),
  );
  await sandbox.closeModal(id);
  return JSON.stringify(said.blocks);
}

test('what is more than enough for a day waits for the next, and is told in a line each', async () => {
  await bot().db.workspace.updateMany({ data: { dailyMessages: 2 } });
  await sets('calls made 50 next month');
  await sets('meetings held 10 next month');
  await expect.poll(() => told().length).toBe(2);
  expect(labels(told()[0]!)).toContain('Quieter');
  await sets('deals won 3 next month');
  await expect.poll(kept).toBe(1);
  expect(newsOf('deals won')).toEqual([]);

  // No morning message is set up: it comes when her next working day begins, at nine by her own clock in UTC.
  await bot().goTo('2026-03-18T23:30');
  await bot().goTo('2026-03-19T09:30');
  await bot().goTo('2026-03-19T10:00');
  await expect.poll(() => told().length).toBe(3);
  const waited = told()[2]!;
  expect(waited.text).toMatch(/^One more thing waited/);
  expect(words(waited)).toMatch(/1\* {2}\*Marta Lindqvist\* set your deals won target/);
  await bot().goTo('2026-03-19T10:01');
  await bot().goTo('2026-03-20T10:00');

  await bot().as('anna').presses(waited, 'Show 1');
  await expect.poll(() => newsOf('deals won').length).toBe(1);
  const [shown] = newsOf('deals won');
  expect(labels(shown!)).toEqual(['Understood', 'Let’s talk']);
  await expect.poll(kept).toBe(0);
  const again = await bot().as('anna').presses(waited, 'Show 1');
  expect(again.text).toMatch(/already/);
  expect(newsOf('deals won')).toHaveLength(1);
});

test('one press makes it quieter, says so, and how to take it back', async () => {
  const before = told().length;
  expect(await quieter('pause target')).toMatch(/news about targets waits for your morning message.*undo/);
  await sets('new leads 7 next month');
  await expect.poll(kept).toBeGreaterThan(0);
  expect(told()).toHaveLength(before);

  expect(words(await bot().as('anna').types('/salespulse quiet'))).toMatch(/at most 2 messages a day unasked\. Until/);
  expect(await quieter('usual')).not.toMatch(/undo/);
  await sets('revenue 9k next month');
  await expect.poll(() => newsOf('revenue').length).toBe(1);
});

test('in a morning message it stands with the day, and stays there when a step is done', async () => {
  const { db } = bot();
  const { workspaceId, id: memberId } = await db.member.findFirstOrThrow({ where: { name: 'Anna Berger' } });
  await addSchedule(
    db,
    workspaceId,
    {
      what: { kind: 'morning', whose: { scope: 'member', memberId } },
      audience: { to: 'member', memberId },
      recurrence: {
        on: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5], every: 1 },
        at: '10:30',
        from: '2026-03-20',
        workingDaysOnly: true,
      },
      zone: null,
      ownerId: null,
    },
    new Date('2026-03-20T11:00:00Z'),
  );
  await bot().as('anna').types('/log call Acme answered next: send offer monday');
  const before = told().length;
  await bot().goTo('2026-03-23T10:05');
  await bot().goTo('2026-03-23T11:30');
  await expect.poll(() => told().length).toBe(before + 1);
  const morning = told().at(-1)!;
  expect(morning.text).toMatch(/^Good morning, Anna Berger: .*1 more thing waited\.$/);
  expect(words(morning)).toMatch(/new leads/);
  const done = await bot().as('anna').presses(morning, 'Done: send offer');
  expect(words(done)).toMatch(/new leads/);
  expect(labels(done)).toContain('Show 1');
});
