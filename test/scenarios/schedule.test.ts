import { expect, test } from 'vitest';
import { Prisma } from '../../src/db/generated/client.ts';
import { QUIET, SALES, useBot } from '../support/bot.ts';
import { goesLive } from '../support/live.ts';
import { buttonCalled, imageIn, plain, words } from '../support/reading.ts';
import { fillsSchedule } from '../support/schedule-form.ts';

const bot = useBot();

/** What a person sees of the bot in their messages with it. */
const told = (who: 'marta' | 'anna') => bot().as(who).told();
const isNews = ({ text }: { text: string }) => /could not be sent/.test(text);
const posted = (channel = SALES) =>
  bot()
    .as('marta')
    .sees(channel)
    .filter(({ isBot, ephemeral }) => isBot && !ephemeral);

/** Fills in *Add a schedule* as Marta, who manages North, and returns what she is told. */
async function adds(given: Record<string, string>) {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const list = await marta.types('/salespulse schedule');
  const { actionId, value } = buttonCalled(list, 'Add a schedule');
  await sandbox.click(marta.id, list, actionId, value);
  await sandbox.waitForModal(marta.id, ({ submit }) => submit === 'Save');
  const before = told('marta').length;
  expect(await fillsSchedule(sandbox, marta.id, { channel: SALES, ...given })).toMatchObject({ ok: true });
  await expect.poll(() => told('marta').length).toBe(before + 1);
  await sandbox.closeModal(marta.id);
  return told('marta').at(-1)!;
}

test('a manager adds a digest, tries it, and lets it go live; the channel gets it on working days, once', async () => {
  const marta = bot().as('marta');
  expect((await marta.types('/salespulse schedule')).text).toBe('Nothing goes out by itself yet.');
  const saved = await adds({ what: 'digest', rhythm: 'workdays', at: '09:00' });
  expect(words(saved)).toMatch(/not live yet/);
  expect(words(saved)).toMatch(
    /Daily digest of North → <#C0SALES001>\nMonday to Friday unless it is a holiday at 09:00/,
  );
  await marta.presses(saved, 'Send me a test');
  await expect
    .poll(() => told('marta').map(({ text }) => text))
    .toContainEqual(expect.stringMatching(/^A test, only you see it: North, 17 Mar 2026/));
  expect(words(told('marta').at(-1)!)).toMatch(/^A test: only you see it\.\n/);
  await bot().goTo('2026-03-19T09:00');
  expect(posted()).toEqual([]);

  const list = await marta.types('/salespulse schedule');
  expect(words(list)).toContain('Not live');
  const question = await marta.presses(list, 'Go live');
  expect(question.text).toMatch(/^Let it go live, and post to <#C0SALES001> by itself\? The first time is .*09:00\.$/);
  expect(words(await marta.presses(question, 'Not now'))).toContain('Not live');
  expect(words(await goesLive(marta, await marta.types('/salespulse schedule 1')))).toMatch(/Next: .*09:00/);
  await bot().goTo('2026-03-20T08:50');
  expect(words(await marta.types('/salespulse schedule 1'))).toMatch(/Next: today, 09:00$/m);
  await bot().goTo('2026-03-20T08:59');
  await bot().goTo('2026-03-20T09:00');
  await bot().goTo('2026-03-20T09:01');
  await expect.poll(posted).toHaveLength(1);
  const [digest] = posted();
  expect(digest?.text).toBe('North, 19 Mar 2026: nothing was logged or closed.');
  expect(words(digest!)).toMatch(/March 2026 so far|1–31 Mar 2026/);
  expect(words(digest!)).toMatch(/Revenue\* {2}\$23,000/);
});

test('a week of digests: each tells what was logged on the days since the one before; weekend and holiday have none', async () => {
  const { db } = bot();
  const { id: workspaceId } = await db.workspace.findFirstOrThrow();
  await db.specialDay.create({ data: { workspaceId, day: new Date('2026-03-25'), works: false } });
  // Just before midnight, on the holiday, and on the Sunday on which the clocks change, too; Sofia is of another team.
  const logged = [
    ...[['2026-03-22T12:00', 'anna', 2] as const, ['2026-03-23T11:30', 'sofia', 1] as const],
    ...[['2026-03-24T23:30', 'jonas', 1] as const, ['2026-03-25T10:00', 'anna', 1] as const],
    ...[['2026-03-27T11:00', 'jonas', 3] as const, ['2026-03-29T12:00', 'anna', 1] as const],
  ];
  const days = Array.from({ length: 10 }, (_, index) => `2026-03-${21 + index}`);
  const free = ['2026-03-21', '2026-03-22', '2026-03-25', '2026-03-28', '2026-03-29'];
  const before = posted().length;
  let digests = before;
  for (const [moment, who, times] of [...logged, ...days.map((day) => [`${day}T09:00`, null, 0] as const)].sort()) {
    await bot().goTo(moment);
    for (let time = 0; who && time < times; time++) await bot().as(who).types('/log call Acme answered');
    if (!who && !free.includes(moment.slice(0, 10))) await expect.poll(() => posted().length).toBe(++digests);
  }
  /** By the table alone, and the names of the office: how many were logged in North from one day up to another. */
  const counted = async (from: string, to: string) => {
    const day = Prisma.sql`(a.occurred_at AT TIME ZONE 'Europe/Berlin')::date`;
    const rows = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM activities a JOIN members m ON m.workspace_id = a.workspace_id AND m.id = a.member_id
      WHERE ${day} >= ${from}::date AND ${day} < ${to}::date AND m.name IN ('Anna Berger', 'Jonas Petersen')`;
    return rows[0]?.count;
  };
  const week = [
    ['20–22 Mar 2026', '2026-03-20', '2026-03-23', 2],
    ['23 Mar 2026', '2026-03-23', '2026-03-24', 0],
    ['24–25 Mar 2026', '2026-03-24', '2026-03-26', 2],
    ['26 Mar 2026', '2026-03-26', '2026-03-27', 0],
    ['27–29 Mar 2026', '2026-03-27', '2026-03-30', 4],
  ] as const;
  expect(digests).toBe(before + week.length);
  for (const [index, [span, from, to, count]] of week.entries()) {
    expect(await counted(from, to)).toBe(count);
    const said = count ? `Activities logged ${count}; Calls made ${count}` : 'nothing was logged or closed.';
    expect(plain(posted()[before + index]!.text)).toBe(`North, ${span}: ${said}`);
  }
});

test('a rep sees only what they get, and may not add or change', async () => {
  const anna = bot().as('anna');
  const list = await anna.types('/salespulse schedule');
  expect(list.text).toBe('Nothing of what goes out by itself is for you to see here.');
  expect(() => buttonCalled(list, 'Add a schedule')).toThrow();
  expect((await anna.types('/salespulse schedule 1 remove')).text).toMatch(/^There is no schedule 1/);
});

test('what could not be sent is told to who made it, with what to do; trying again sends it', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const saved = await adds({ channel: QUIET, what: 'won', rhythm: 'mondays', at: '10:00' });
  expect(words(saved)).toContain('Monday unless it is a holiday at 10:00');
  await goesLive(marta, saved);
  await bot().goTo('2026-03-30T10:00');
  await bot().outlastsGathering();
  await expect.poll(() => told('marta').filter(isNews).length).toBe(1);
  const notice = told('marta').find(isNews)!;
  expect(words(notice)).toContain('I am not in this channel. Invite me there with `/invite`, then try again.');
  expect(words(await marta.types('/salespulse schedule 2 log'))).toMatch(
    /2026-03-30 10:00 to <#C0QUIET001>: not sent\./,
  );
  bot().pass({ hours: 1 });
  sandbox.invite(QUIET);
  await marta.presses(notice, 'Try again');
  await expect.poll(() => posted(QUIET)).toHaveLength(1);
  expect(words(posted(QUIET)[0]!)).toMatch(/^\s*Late: this was due/);
  expect(words(await marta.types('/salespulse schedule 2 log'))).toMatch(/2026-03-30 10:00 to <#C0QUIET001>: sent/);
});

test('tried again a second time, what fails again is told again', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const before = told('marta').filter(isNews).length;
  sandbox.faults.next('chat.postMessage', { kind: 'error', error: 'is_archived' });
  await marta.presses(await marta.types('/salespulse schedule 2 now'), 'Yes, send');
  await bot().outlastsGathering();
  await expect.poll(() => told('marta').filter(isNews).length).toBe(before + 1);
  sandbox.archive(QUIET);
  await marta.presses(told('marta').filter(isNews).at(-1)!, 'Try again');
  await bot().outlastsGathering();
  await expect.poll(() => told('marta').filter(isNews).length).toBe(before + 1);
  await expect.poll(() => words(told('marta').filter(isNews).at(-1)!)).toContain('The channel is archived.');
  sandbox.unarchive(QUIET);
});

test('a token that was revoked is told when there is a new one, and nothing is lost by it', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const [before, sent] = [told('marta').filter(isNews).length, posted().length];
  sandbox.faults.next('chat.postMessage', { kind: 'error', error: 'token_revoked' });
  await marta.presses(await marta.types('/salespulse schedule 1 now'), 'Yes, send');
  await bot().outlastsGathering();
  await expect.poll(() => told('marta').filter(isNews).length).toBe(before + 1);
  const notice = told('marta').filter(isNews).at(-1)!;
  expect(words(notice)).toContain(
    'Slack did not accept my token. It has a new one since you can read this: try again.',
  );
  await marta.presses(notice, 'Try again');
  await expect.poll(() => posted().length).toBe(sent + 1);
});

test('a schedule that was paused for good can be paused until a day, and goes on then', async () => {
  const marta = bot().as('marta');
  expect((await marta.types('/salespulse schedule 1 pause until 2026-03-30')).text).toMatch(/is over/);
  await marta.types('/salespulse schedule 1 pause');
  await bot().goTo('2026-03-30T12:00');
  expect((await marta.types('/salespulse schedule 1 pause until whenever')).text).toMatch(/^“whenever” is no day/);
  const paused = await marta.types('/salespulse schedule 1 pause until tomorrow');
  expect(words(paused)).toContain('Not live until 2026-03-31');
  await bot().goTo('2026-03-30T12:01');
  const before = posted().length;
  await bot().goTo('2026-03-31T09:00');
  await expect.poll(() => posted().length).toBe(before + 1);
});

test('a schedule that cannot be planned does not stand in the way of the others', async () => {
  const { db } = bot();
  const { workspaceId, id } = await db.schedule.findFirstOrThrow({ where: { number: 2 } });
  const nextAt = new Date('2026-01-01');
  const data = { what: { kind: 'of a version to come' }, nextAt };
  const { what } = await db.schedule.findFirstOrThrow({ where: { number: 2 } });
  await db.schedule.update({ where: { workspaceId_id: { workspaceId, id } }, data });
  const before = posted().length;
  await bot().goTo('2026-04-01T09:00');
  await expect.poll(() => posted().length).toBe(before + 1);
  await bot().logged('a schedule could not be planned');
  await db.schedule.update({ where: { workspaceId_id: { workspaceId, id } }, data: { what: what! } });
});

test('a message whose receipt is lost is found in the channel and not sent again', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const before = posted().length;
  sandbox.faults.next('chat.postMessage', { kind: 'lostReply' });
  const question = await marta.types('/salespulse schedule 1 now');
  expect(question.text).toBe('Post to <#C0SALES001> now?');
  const not = await marta.presses(question, 'Not now');
  const again = await marta.presses(not, 'Send now');
  expect(posted()).toHaveLength(before);
  await marta.presses(again, 'Yes, send');
  await expect.poll(() => posted().length).toBe(before + 1);
  await bot().outlastsDoubt();
  await bot().logged('it had arrived');
  expect(posted()).toHaveLength(before + 1);
});

test('after a day without the bot, what nobody wants any more is left out, and its owner hears of it', async () => {
  const before = posted().length;
  // The digests of Thursday and Friday are too old; that of Monday, the 6th, is an hour late.
  await bot().goTo('2026-04-06T10:00');
  await expect.poll(() => posted().length).toBe(before + 1);
  expect(words(posted().at(-1)!)).toContain('Late: this was due');
  expect(posted().at(-1)!.text).toMatch(/^North, .* \(Late: this was due .*09:00\.\)$/);
  await bot().outlastsGathering();
  const isNews = ({ text }: { text: string }) => /were not sent, because I was away.*2026-04-02/.test(text);
  await expect.poll(() => told('marta').filter(isNews).length).toBe(1);
  const missed = told('marta').find(isNews)!;
  expect(words(missed)).toContain('2026-04-02 09:00, 2026-04-03 09:00');
  // Slack draws the channel's name.
  expect(missed.text).toContain(`to <#${SALES}> were not sent`);
});

test('a past digest waits for its chart while Slack takes no more files', async () => {
  const marta = bot().as('marta');
  const before = posted().length;
  bot().sandbox.faults.next('files.getUploadURLExternal', { kind: '429', retryAfter: 1 });
  await marta.presses(await marta.types('/salespulse schedule 1 again 2026-03-17'), 'Yes, send again');
  await expect.poll(() => posted().length).toBe(before + 1);
  expect(imageIn(posted().at(-1)!)).toBeDefined();
});

test('any past digest can be made again, as things stood then, and the channel is not told unless that is confirmed', async () => {
  const marta = bot().as('marta');
  const before = posted().length;
  const question = await marta.types('/salespulse schedule 1 again 2026-03-18');
  expect(question.text).toBe('Post that of 2026-03-18 to <#C0SALES001> once more?');
  expect(posted()).toHaveLength(before);
  expect((await marta.presses(question, 'Yes, send again')).text).toBe('That of 2026-03-18 is on its way once more.');
  await expect.poll(() => posted().length).toBe(before + 1);
  expect(posted().at(-1)?.text).toMatch(/^North, 17 Mar 2026/);
});

test('a reminder says what somebody put into words, and pings nobody by it', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const list = await marta.types('/salespulse schedule');
  const { actionId, value } = buttonCalled(list, 'Add a schedule');
  await sandbox.click(marta.id, list, actionId, value);
  await sandbox.waitForModal(marta.id, ({ submit }) => submit === 'Save');
  const wanted = { channel: SALES, what: 'reminder', rhythm: 'workdays', at: '16:00' };
  expect(await fillsSchedule(sandbox, marta.id, wanted)).toMatchObject({
    errors: { words: 'Write what I shall say.' },
  });
  await sandbox.closeModal(marta.id);
  const saved = await adds({ ...wanted, words: 'Log your <!channel> calls,\nplease & thanks' });
  expect(words(saved)).toContain('Reminder: Log your &lt;!channel&gt; calls, please &amp; thanks → <#C0SALES001>');
  await goesLive(marta, saved);
  const before = posted().length;
  await bot().goTo('2026-04-07T09:00');
  await bot().goTo('2026-04-07T16:00');
  await expect
    .poll(() =>
      posted()
        .map(({ text }) => text)
        .slice(before),
    )
    .toContain('Log your &lt;!channel&gt; calls,\nplease &amp; thanks');
  expect(words(posted().at(-1)!)).toContain('A reminder by Marta Lindqvist that goes out by itself.');
});

test('what somebody was sent can be looked up by who may see it, also what no schedule stands behind', async () => {
  const marta = bot().as('marta');
  const own = await marta.types('/salespulse log');
  expect(words(own)).toMatch(/daily digest to <@U0MARTA001>: sent/);
  expect(words(own)).toMatch(/message to <@U0MARTA001>: sent/);
  expect(words(await marta.types(`/salespulse log in <#${SALES}>`))).toMatch(/daily digest to <#C0SALES001>: sent/);
  expect(words(await bot().as('anna').types('/salespulse log'))).toContain('I have sent nothing here yet.');
  const refused = await bot().as('anna').types(`/salespulse log for <@${marta.id}>`);
  expect(refused.text).toMatch(/^Managers and admins can look up/);
});

test('what is still to come today is not made again', async () => {
  const { db } = bot();
  const { number, recurrence } = await db.schedule.findFirstOrThrow({
    where: { what: { path: ['kind'], equals: 'reminder' } },
  });
  expect(recurrence).toMatchObject({ at: '16:00' });
  const before = posted().length;
  await bot().goTo('2026-04-08T10:00');
  // This morning's digest, which would else be taken for the answer.
  await expect.poll(() => posted().length).toBe(before + 1);
  const again = await bot().as('marta').types(`/salespulse schedule ${number} again 2026-04-08`);
  expect(again.text).toBe('That of 2026-04-08 is still to come, at 16:00. `now` sends it at once.');
  const marta = bot().as('marta');
  expect((await marta.types(`/salespulse schedule ${number} again`)).text).toMatch(/^Of which day\?/);
  const yesterday = await marta.types(`/salespulse schedule ${number} again yesterday`);
  expect(yesterday.text).toBe('Post that of 2026-04-07 to <#C0SALES001> once more?');
});
