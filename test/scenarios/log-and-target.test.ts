import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/sandbox/protocol.ts';
import { SALES, useBot } from '../support/bot.ts';
import { cutOffDuring } from '../support/cut-off.ts';
import { buttonCalled, labels, words } from '../support/reading.ts';

const bot = useBot();

/** What the bot's answer to `/kpi activities me today` says. */
async function activitiesToday(who: 'anna' | 'jonas') {
  const { text } = await bot().as(who).types('/kpi activities me today');
  return Number(/Activities logged (\d+)/.exec(text)?.[1]);
}

describe('/log', () => {
  test('a logged call is repeated, counted, and in /kpi me at once; Undo takes it back', async () => {
    const anna = bot().as('anna');
    expect(await activitiesToday('anna')).toBe(1);
    const logged = await anna.types('/log call Acme answered 12m asked for a proposal');
    expect(logged.ephemeral).toBe(true);
    expect(words(logged)).toBe('Logged: Call · *Acme* · answered · 12m · “asked for a proposal”\n*2 calls today*');

    const mine = await anna.types('/kpi me');
    expect(words(mine)).toContain('*Activities logged*  5');
    expect(words(mine)).toMatch(/Data as of 10:0\d \(logged in Slack\), 09:30 \(test\)\./);

    const undone = await anna.presses(logged, 'Undo');
    expect(undone.ts).toBe(logged.ts);
    expect(words(undone)).toMatch(/^Taken back: Call · \*Acme\* · answered · 12m .*\n\*1 call today\*/);
    expect(labels(undone)).toEqual([]);
    expect(await activitiesToday('anna')).toBe(1);
  });

  test('the first call of somebody with nothing recorded makes their first numbers', async () => {
    const noah = bot().as('noah');
    expect((await noah.types('/kpi me')).text).toMatch(/^Nothing is recorded yet for Noah Adler\./);
    await noah.types('/log call Acme answered 12m');
    expect((await noah.types('/kpi calls me')).text).toBe('Noah Adler, 1–31 Mar 2026 so far: Calls made 1.');
  });

  test('what is missing is asked for, with what was typed, and a press is enough', async () => {
    const anna = bot().as('anna');
    const asked = await anna.types('/log 12m Globex liked the chair');
    expect(words(asked)).toContain('Nothing is logged yet. Your words: `/log 12m Globex liked the chair`');
    expect(labels(asked)).toEqual(expect.arrayContaining(['Call', 'Email', 'Meeting', 'Note']));
    const logged = await anna.presses(asked, 'Call');
    expect(logged.ts).toBe(asked.ts);
    expect(words(logged)).toMatch(/^Logged: Call · \*Globex\* · 12m · “liked the chair”\n/);
  });

  test('every example that the bot gives is understood', async () => {
    const anna = bot().as('anna');
    const given = `${words(await anna.types('/log'))} ${words(await anna.types('/kpi help'))}`;
    const examples = [...given.matchAll(/`(\/log [^`]+)`/g)].flatMap(([, example]) => (example ? [example] : []));
    expect(examples.length).toBeGreaterThan(3);
    for (const example of examples) expect((await anna.types(example)).text, example).toMatch(/^Logged: .*\*Acme\*/);
  });

  test('a customer nobody knows and words that would call everybody end in the note, harmless', async () => {
    const said = await bot().as('anna').types('/log call Initech wants <!channel> prices');
    expect(words(said)).toContain(
      'No customer recognised: all of “Initech wants &lt;!channel&gt; prices” is in the note.',
    );
    expect(JSON.stringify(said)).not.toContain('<!channel>');
  });

  test('a call that Slack delivers twice is logged once, and so is one sent twice at once', async () => {
    const { sandbox } = bot();
    const jonas = bot().as('jonas');
    const repeats = bot().log().split('a repeat, done already').length - 1;
    await jonas.types('/log call Acme');
    await sandbox.redeliver();
    await bot().logged('a repeat, done already', repeats + 1);
    bot().pass({ minutes: 1 });
    await Promise.all([1, 2].map(() => sandbox.say(jonas.id, SALES, '/log email Globex sent prices')));
    await bot().logged('a repeat, done already', repeats + 2);
    await sandbox.waitForMessage(jonas.id, SALES, ({ text }) => text.startsWith('Logged: Email'));
    expect(await activitiesToday('jonas')).toBe(2);
  });

  test('when the database goes away, nothing is logged, and the words come back to be sent again', async () => {
    const jonas = bot().as('jonas');
    const before = await activitiesToday('jonas');
    const { text } = await cutOffDuring(bot().databaseUrl, () => jonas.types('/log call Acme asked about R&D <!here>'));
    expect(text).toMatch(/\nYour words, to send again: `\/log call Acme asked about R&amp;D &lt;!here&gt;`$/);
    expect(await activitiesToday('jonas')).toBe(before);
    await jonas.types('/log call Acme asked about R&D');
    expect(await activitiesToday('jonas')).toBe(before + 1);
  });
});

describe('/target', () => {
  test('a manager sets a target, the person sees it in /target and /kpi me, and Undo brings back the one before', async () => {
    const { anna, marta } = { anna: bot().as('anna'), marta: bot().as('marta') };
    const set = await marta.types(`/target set revenue 50000 this month for <@${anna.id}>`);
    expect(set.ephemeral).toBe(true);
    expect(words(set)).toBe(
      '*Anna Berger*: the revenue target for 1–31 Mar 2026 is now $50,000 (was $40,000).\nAnna Berger gets a message about it.',
    );
    expect(words(await anna.types('/target'))).toContain('40 % of $50,000');
    expect(words(await anna.types('/target'))).toMatch(/\nData as of .*09:30 \(test\)\.$/);
    expect((await anna.types('/kpi me')).text).toContain('Revenue $20,000 of $50,000');

    const undone = await marta.presses(set, 'Undo');
    expect(words(undone)).toMatch(/^\*Anna Berger\*: the revenue target for 1–31 Mar 2026 is \$40,000 again\./);
    expect((await anna.types('/kpi me')).text).toContain('Revenue $20,000 of $40,000');
  });

  test('with a target for the day, each logged call says how far it is', async () => {
    await bot().as('marta').types('/target set calls 12 today for Anna');
    const logged = await bot().as('anna').types('/log call Acme');
    expect(words(logged)).toMatch(/\*call \d of 12 today\*/);
    const [, number] = /call (\d)/.exec(words(logged))!;
    const next = await bot().as('anna').types('/log call Globex');
    expect(words(next)).toContain(`*call ${Number(number) + 1} of 12 today*`);
  });

  test.for([
    ['anna', '/target set revenue 50000 this month for me', /^Targets are set by managers and admins/],
    ['marta', '/target set revenue 1m for Sofia', /^Managers set targets for their own teams .* Sofia Marino/],
    ['marta', '/target set growth 20% for Anna', /cannot have a target/],
    ['marta', '/target set revenue', /^Nothing is set yet\. I still need a number .* and whose it is/],
  ] as const)('%s saying %s is refused with the reason, and gets the words back', async ([who, typed, reason]) => {
    const said = await bot().as(who).types(typed);
    expect(said.text).toMatch(reason);
    expect(words(said)).toContain(`\`${typed}\``);
    expect((await bot().as('anna').types('/target')).text).toContain('of $40,000');
  });

  test('somebody without a target is told how to get one', async () => {
    expect((await bot().as('jonas').types('/target')).text).toMatch(
      /^You have no target yet for 1–31 Mar 2026\. Your manager or an admin sets it/,
    );
  });
});

describe('the buttons of /target', () => {
  const REPEAT = 'a repeat, done already';

  /** Presses twice in quick succession: what stands there then, after one deed and a repeat of it. */
  async function pressesTwice(who: 'marta' | 'noah', message: Message, label: string): Promise<Message> {
    const { sandbox } = bot();
    const { id } = bot().as(who);
    const repeats = bot().log().split(REPEAT).length - 1;
    const { actionId, value } = buttonCalled(message, label);
    bot().pass({ minutes: 1 });
    await Promise.all([1, 2].map(() => sandbox.click(id, message, actionId, value)));
    await bot().logged(REPEAT, repeats + 1);
    const isChanged = ({ ts, blocks }: Message) =>
      ts === message.ts && JSON.stringify(blocks) !== JSON.stringify(message.blocks);
    return sandbox.waitForMessage(id, message.channel, isChanged);
  }

  const february = async () => words(await bot().as('marta').types('/target team 2026-02'));
  const goalOf = async (who: 'jonas' | 'noah') => words(await bot().as(who).types('/target'));
  const isNow = (role: 'manager' | 'rep') =>
    bot().db.member.updateMany({ where: { name: 'Marta Lindqvist' }, data: { role } });

  test('“Change it anyway”, “Remove it anyway” and “Undo” do it once, and /target says so', async () => {
    const marta = bot().as('marta');
    const asking = await marta.types('/target set revenue 30k 2026-02 for Anna');
    expect(words(asking)).toMatch(/had no revenue target then: what was reached will be 50 % of it\. Set it anyway\?$/);
    expect(await february()).toContain('have no target');
    expect(words(await pressesTwice('marta', asking, 'Change it anyway'))).toContain('is now $30,000');
    expect(await february()).toContain('Anna Berger  $15,000 of $30,000');

    const removing = await marta.types('/target remove revenue 2026-02 for Anna');
    expect(words(removing)).toMatch(/will change from 50 % to –\. Change it anyway\?$/);
    const removed = await pressesTwice('marta', removing, 'Remove it anyway');
    expect(words(removed)).toContain('($30,000) is removed');
    expect(await february()).toContain('have no target');

    const taking = await marta.presses(removed, 'Undo');
    expect(words(taking)).toMatch(/Take it back anyway\?$/);
    expect(await february()).toContain('have no target');
    expect(words(await pressesTwice('marta', taking, 'Take it back anyway'))).toContain('is $30,000 again');
    expect(await february()).toContain('Anna Berger  $15,000 of $30,000');
  });

  test('who may no longer set targets changes nothing by a press on what was asked before', async () => {
    const marta = bot().as('marta');
    const asking = await marta.types('/target set revenue 10k 2026-02 for Anna');
    const removing = await marta.types('/target remove revenue 2026-02 for Anna');
    const set = await marta.types('/target set calls 70 this month for Noah');
    await isNow('rep');
    const refused = /^Targets are set by managers and admins/;
    expect(words(await marta.presses(asking, 'Change it anyway'))).toMatch(refused);
    expect(words(await marta.presses(removing, 'Remove it anyway'))).toMatch(refused);
    expect(words(await marta.presses(set, 'Undo'))).toMatch(/^You no longer set targets of Noah Adler/);
    await isNow('manager');
    expect(await february()).toContain('Anna Berger  $15,000 of $30,000');
    expect(await goalOf('noah')).toContain('of 70');
  });

  test('what is proposed is set at a press, and stays a proposal without one', async () => {
    const marta = bot().as('marta');
    const { id: ownerId, workspaceId } = await bot().db.member.findFirstOrThrow({ where: { name: 'Noah Adler' } });
    const deal = { workspaceId, source: 'test', name: 'won', status: 'won' as const, currency: 'USD', ownerId };
    await bot().db.deal.createMany({
      data: ['2025-10-08', '2025-11-08', '2025-12-08', '2026-01-08', '2026-02-08'].map((day, index) => {
        const closed = { closedOn: new Date(day), closedOwnerId: ownerId };
        return { ...deal, ...closed, externalId: day, amount: 1000 * (index + 1) };
      }),
    });
    const suggested = await marta.types('/target suggest revenue for Noah');
    expect(words(suggested)).toContain('could be $4,200');
    expect(await goalOf('noah')).not.toContain('$4,200');
    const set = await pressesTwice('marta', suggested, 'Set it');
    expect(await goalOf('noah')).toContain('of $4,200');
    expect(words(await pressesTwice('marta', set, 'Undo'))).toContain('($4,200) is withdrawn');
    expect(await goalOf('noah')).not.toContain('$4,200');

    const past = [
      '1000 per month from 2025-10 until 2026-02 for Noah',
      '100k per month from 2025-12 until 2026-02 for Jonas',
    ];
    for (const goals of past) {
      await marta.presses(await marta.types(`/target set revenue ${goals}`), 'Change it anyway');
    }
    const raise = await marta.types('/target review revenue for Noah');
    expect(words(raise)).toContain('Raise it to *$1,250*');
    const cut = await marta.types('/target review revenue for Jonas');
    expect(words(cut)).toContain('Cut it to *$75,000*');
    expect(await goalOf('noah')).not.toContain('$1,250');
    expect(await goalOf('jonas')).not.toContain('$75,000');
    expect(words(await pressesTwice('marta', raise, 'Set it'))).toContain('Then $1,250.');
    expect(await goalOf('noah')).toContain('of $1,250');
    await isNow('rep');
    expect(words(await marta.presses(cut, 'Set it'))).toMatch(/^Targets are set by managers and admins/);
    await isNow('manager');
    expect(await goalOf('jonas')).not.toContain('$75,000');
    const again = await marta.types('/target review revenue for Jonas');
    expect(words(await pressesTwice('marta', again, 'Set it'))).toContain('Then $75,000.');
    expect(await goalOf('jonas')).toContain('of $75,000');
  });

  test('“Understood” and “Let’s talk” are noted once, and the manager sees who has read', async () => {
    const { sandbox } = bot();
    const { marta, noah } = { marta: bot().as('marta'), noah: bot().as('noah') };
    await marta.types('/target set meetings 12 this month for Noah');
    const told = await sandbox.waitForMessage(noah.id, sandbox.dm(noah.id), (each) =>
      /meetings held target/.test(words(each)),
    );
    expect(words(await marta.types('/target team meetings'))).toContain('Not yet: Noah Adler');
    const understood = await pressesTwice('noah', told, 'Understood');
    expect(words(understood).match(/You understood it/g)).toHaveLength(1);
    expect(words(await marta.types('/target team meetings'))).toContain('Read by the one who was told');
    const notes = () => marta.told(/would like to talk/).length;
    const before = notes();
    await pressesTwice('noah', understood, 'Let’s talk');
    await expect.poll(notes).toBe(before + 1);
    expect(await sandbox.click(bot().as('jonas').id, told, buttonCalled(told, 'Understood').actionId)).toMatchObject({
      ok: false,
    });
  });
});
