// Who works where and when: seen and set by /salespulse people and /salespulse offices.
import { beforeAll, expect, test } from 'vitest';
import type { Message } from '../../src/sandbox/protocol.ts';
import { SALES, useBot } from '../support/bot.ts';
import type { Who } from '../support/office.ts';
import { labels, words } from '../support/reading.ts';

const bot = useBot();

/** Sofia is the admin here. */
beforeAll(async () => {
  await bot().db.member.updateMany({ where: { slackUserId: bot().as('sofia').id }, data: { role: 'admin' } });
});

/** Presses *Edit* beside the line that has these words, and waits for the form. */
async function edit(who: Who, list: Message, line: string) {
  const { sandbox } = bot();
  const blocks = list.blocks as { text?: { text: string }; accessory?: { action_id: string; value: string } }[];
  const found = blocks.find((block) => block.accessory && block.text?.text.includes(line))?.accessory;
  if (!found) throw new Error(`nothing to edit at ${line}: ${words(list)}`);
  bot().pass({ minutes: 1 });
  await sandbox.click(bot().as(who).id, list, found.action_id, found.value);
  return sandbox.waitForModal(bot().as(who).id, ({ submit }) => submit === 'Save');
}

const fieldsOf = ({ blocks }: { blocks: unknown[] }) =>
  (blocks as { type: string; block_id: string }[]).filter(({ type }) => type === 'input').map((each) => each.block_id);
const says = async (who: Who, what: string) => {
  const { sandbox } = bot();
  const view = await sandbox.waitForModal(bot().as(who).id, ({ blocks }) => JSON.stringify(blocks).includes(what));
  await sandbox.closeModal(bot().as(who).id);
  return view;
};

test('each sees whom they may see: reps themselves, managers their people, admins everybody', async () => {
  const own = await bot().as('jonas').types('/salespulse people');
  expect(words(own)).toContain('1 person');
  expect(words(own)).toContain('*Jonas Petersen* · Rep\nAccount executive · North');
  expect(words(await bot().as('jonas').types('/salespulse people anna'))).toContain('Nobody here has `anna`');

  const team = words(await bot().as('marta').types('/salespulse people'));
  expect(team).toContain('5 people');
  expect(team).toContain('&lt;!channel&gt; &amp; Söhne');
  expect(team).not.toContain('Sofia Marino');

  const all = words(await bot().as('sofia').types('/salespulse people'));
  expect(all).toContain('7 people');
  expect(all.indexOf('Nina Neumann')).toBeGreaterThan(all.indexOf('Sofia Marino'));
  expect(words(await bot().as('sofia').types('/salespulse people south'))).toContain('1 person');
});

test('days off are noted in words: one’s own, and a manager’s people’s', async () => {
  const anna = bot().as('anna');
  const noted = await anna.types('/salespulse people off 2026-12-24..2026-12-31, 2026-06-01');
  expect(noted.text).toContain('Anna Berger is off 24–31 Dec 2026, 1 Jun 2026.');
  expect(words(await anna.types('/salespulse people'))).toContain('Off 1 Jun 2026, 24–31 Dec 2026');
  expect((await anna.types('/salespulse people off next week')).text).toContain('I cannot read `next week` as days');
  expect((await anna.types('/salespulse people off 2026-05-22..2026-05-06')).text).toMatch(
    /^`2026-05-22\.\.2026-05-06` ends before it begins\. Write the first day first/,
  );
  expect((await anna.types('/salespulse people jonas off 2026-12-24')).text).toContain('Of Jonas Petersen you cannot');

  const past = await anna.types('/salespulse people off 2026-02-02..2026-02-27');
  expect(past.text).toContain('a manager or an admin notes them: please ask yours');

  const marta = bot().as('marta');
  const mention = await marta.types(`/salespulse people @${bot().as('jonas').id.toLowerCase()} off 2026-07-01`);
  expect(mention.text).toContain('Jonas Petersen is off 1 Jul 2026');
  expect((await marta.types('/salespulse people nobody off 2026-07-01')).text).toContain(
    'I know nobody called `nobody`',
  );
});

test('an admin moves somebody to another team and job from a day on, and to another role', async () => {
  const { sandbox, db } = bot();
  const sofia = bot().as('sofia');
  const form = await edit('sofia', await sofia.types('/salespulse people'), 'Noah Adler');
  expect(fieldsOf(form)).toEqual(['role', 'job', 'team', 'since', 'office', 'daysOff']);
  const south = await db.team.findFirstOrThrow({ where: { name: 'South' } });
  const refused = await sandbox.submit(sofia.id, { daysOff: '2026-05-04..2026-05-08\nsoon' });
  expect(refused).toMatchObject({ errors: { daysOff: expect.stringContaining('“soon” is no stretch of days') } });
  await sandbox.submit(sofia.id, {
    ...{ role: 'manager', job: 'bdm', team: south.id, since: '2026-03-16' },
    daysOff: '2026-05-04..2026-05-08',
  });
  await says('sofia', 'Saved for Noah Adler.');
  const list = words(await sofia.types('/salespulse people noah'));
  expect(list).toContain('*Noah Adler* · Manager\nBusiness development · South · UTC\nOff 4–8 May 2026');
  const spans = await db.membership.findMany({
    where: { member: { name: 'Noah Adler' } },
    orderBy: { startsOn: 'asc' },
  });
  expect(spans.map(({ job, startsOn }) => [job, startsOn?.toISOString().slice(0, 10)])).toEqual(
    expect.arrayContaining([
      ['ae', undefined],
      ['bdm', '2026-03-16'],
    ]),
  );
});

test('the only admin stays admin, and is told what to do', async () => {
  const { sandbox } = bot();
  const sofia = bot().as('sofia');
  await edit('sofia', await sofia.types('/salespulse people sofia'), 'Sofia Marino');
  await sandbox.submit(sofia.id, { role: 'rep' });
  await says('sofia', 'Sofia Marino is the only admin. Make somebody else an admin first');
  expect(words(await sofia.types('/salespulse people sofia'))).toContain('*Sofia Marino* · Admin');
});

test('of two who change a person at once the second is told, and changes nothing', async () => {
  const { sandbox } = bot();
  const [sofia, marta] = [bot().as('sofia'), bot().as('marta')];
  const form = await edit('marta', await marta.types('/salespulse people'), 'Jonas Petersen');
  expect(fieldsOf(form)).toEqual(['job', 'since', 'daysOff']);
  await edit('sofia', await sofia.types('/salespulse people jonas'), 'Jonas Petersen');
  await sandbox.submit(sofia.id, { daysOff: '2026-08-03' });
  await says('sofia', 'Saved for Jonas Petersen.');
  await sandbox.submit(marta.id, { daysOff: '2026-09-07' });
  await says('marta', 'somebody else has changed Jonas Petersen');
  expect(words(await marta.types('/salespulse people jonas'))).toContain('Off 3 Aug 2026');
});

test('an admin opens an office with its hours and holidays, and others see it', async () => {
  const { sandbox, db } = bot();
  const sofia = bot().as('sofia');
  const none = await sofia.types('/salespulse offices');
  expect(words(none)).toContain('There are no offices yet');
  bot().pass({ minutes: 1 });
  await sandbox.click(sofia.id, none, 'offices.edit', 'new');
  await sandbox.waitForModal(sofia.id, ({ submit }) => submit === 'Save');
  const filled = { name: 'Berlin', days: ['1', '2', '3', '4'], start: '08:00', end: '16:30' };
  const refused = await sandbox.submit(sofia.id, { ...filled, zone: 'Berlin', end: '07:00', holidays: 'Germany' });
  expect(Object.keys(refused.ok ? {} : (refused.errors ?? {})).sort()).toEqual(['end', 'holidays', 'zone']);
  await sandbox.submit(sofia.id, { ...filled, zone: 'Europe/Berlin', holidays: 'de-be' });
  await says('sofia', 'Berlin is saved.');
  const seen = await bot().as('anna').types('/salespulse offices');
  expect(words(seen)).toContain('Mon Tue Wed Thu, 08:00–16:30 · Europe/Berlin · public holidays of DE-BE');
  expect(labels(seen)).toEqual([]);

  const office = await db.office.findFirstOrThrow();
  await edit('sofia', await sofia.types('/salespulse people anna'), 'Anna Berger');
  await sandbox.submit(sofia.id, { office: office.id });
  await says('sofia', 'Saved for Anna Berger.');
  expect(words(await sofia.types('/salespulse offices'))).toContain('*Berlin* · 1 person');
  await edit('sofia', await sofia.types('/salespulse offices'), 'Berlin');
  await sandbox.submit(sofia.id, { days: ['7', '1', '2', '3', '4'], holidays: '' });
  await says('sofia', 'Berlin is saved.');
  expect(await db.office.findFirstOrThrow()).toMatchObject({ workingDays: [1, 2, 3, 4, 7], holidayCode: null });
});

test('many people come in pages', async () => {
  const { db } = bot();
  const { workspaceId } = await db.member.findFirstOrThrow();
  const extra = Array.from({ length: 15 }, (_, index) => ({ workspaceId, name: `Rep ${10 + index}` }));
  await db.member.createMany({ data: extra });
  const sofia = bot().as('sofia');
  const first = await sofia.types('/salespulse people rep', SALES);
  expect(words(first)).toContain('Rep 19');
  expect(words(first)).not.toContain('Rep 20');
  const second = await sofia.presses(first, 'More');
  expect(words(second)).toContain('Rep 24');
  expect(words(second)).toContain('Page 2 of 2');
  expect(labels(second)).toEqual(['Back']);
});

test('help says what there is, and what is unknown is said to be', async () => {
  expect((await bot().as('anna').types('/salespulse')).text).toContain('/salespulse people off');
  expect((await bot().as('anna').types('/salespulse fly')).text).toContain('I do not know “fly”');
});
