import { expect, test } from 'vitest';
import { useBot } from '../support/bot.ts';
import { plain, words } from '../support/reading.ts';

const bot = useBot();

/** The alerts somebody was told in their messages with the bot. */
const alarms = (who: 'marta' | 'anna') =>
  bot()
    .as(who)
    .told(/should be|No data has come/);
/** Checks are over when the schedule's own log says so of each. */
const checked = (number: number, slot: string) =>
  expect
    .poll(async () => words(await bot().as('anna').types(`/salespulse schedule ${number} log`)))
    .toContain(`${slot} to <@${bot().as('anna').id}>: left out`);

test('an alert fires once, recovers, and fires again; its owner alone is told, with the way to the records', async () => {
  const anna = bot().as('anna');
  expect((await anna.types('/salespulse alert')).text).toMatch(/^You have no alerts/);
  const added = await anna.types('/salespulse alert my calls below 1 last 7 days at 11:00');
  expect(added.text).toMatch(/^I watch this for you, from now on[.:]/);
  expect(words(added)).toContain('Alert: my calls below 1 last 7 days at 11:00 → Anna Berger');

  // By Slack she lives in UTC: eleven is twelve in Berlin, from 29 March on one. The call of the 18th is in the week before.
  await bot().goTo('2026-03-19T12:00');
  await checked(1, '2026-03-19 11:00');
  expect(alarms('anna')).toEqual([]);
  await bot().goTo('2026-03-26T12:00');
  await expect.poll(() => alarms('anna').length).toBe(1);
  const [first] = alarms('anna');
  expect(plain(first!.text)).toBe('Calls made of Anna Berger, 19–25 Mar 2026: 0. It should be 1 or more.');
  await bot().goTo('2026-03-27T12:00');
  await checked(1, '2026-03-27 11:00');
  expect(alarms('anna')).toHaveLength(1);

  await anna.types('/log call Acme answered');
  await bot().goTo('2026-03-30T13:00');
  await checked(1, '2026-03-30 11:00');
  await bot().goTo('2026-04-06T13:00');
  await expect.poll(() => alarms('anna').length).toBe(2);
  expect(alarms('marta')).toEqual([]);

  const records = await anna.presses(alarms('anna')[1]!, 'Show calls made');
  expect(words(records)).toContain('30 Mar – 5 Apr 2026');
});

test('what comes up at night is told when its owner is at work', async () => {
  const anna = bot().as('anna');
  await anna.types('/salespulse alert revenue below 50% of target this month by wed 22:00');
  expect(words(await anna.types('/salespulse alert'))).toContain('Wednesday at 22:00');
  // April has no target of its own; this one is set now.
  await bot()
    .as('marta')
    .types('/target set revenue 1000 this month for @anna'.replace('@anna', `<@${anna.id}>`));
  const before = alarms('anna').length;
  await bot().goTo('2026-04-09T00:00');
  await checked(2, '2026-04-08 22:00');
  await bot().goTo('2026-04-09T10:59');
  expect(alarms('anna')).toHaveLength(before);
  await bot().goTo('2026-04-09T11:00');
  await expect.poll(() => alarms('anna').length).toBe(before + 1);
  expect(plain(alarms('anna').at(-1)!.text)).toContain('It should be $500 or more, by its target.');
});

test('what falls and recovers between two mornings is told all the same', async () => {
  const anna = bot().as('anna');
  await bot().goTo('2026-04-09T12:30');
  await anna.types('/salespulse alert my meetings below 1 today');
  const told = () => alarms('anna').filter(({ text }) => text.startsWith('Meetings held'));
  await bot().goTo('2026-04-09T13:00');
  await expect.poll(() => told().length).toBe(1);
  expect(plain(told()[0]!.text)).toMatch(/^Meetings held of Anna Berger, 9 Apr 2026.*: 0\. It should be 1 or more/);
  await anna.types('/log meeting Acme held');
  await bot().goTo('2026-04-09T15:00');
  await bot().goTo('2026-04-09T16:00');
  expect(told()).toHaveLength(1);
});

test.each([
  ['what is no alert', 'meetings', /^I did not understand “meetings” as an alert/],
  ['a number that is none', 'nonsense below 3', /^I did not understand “nonsense below 3”/],
  ['a word it does not know', 'when frobs drop below 3', /I do not know `frobs/],
  ['more than one number', 'calls, revenue below 3', /^An alert watches one number/],
  ['a share of what is no share', 'calls below 20%', /^Calls made is no share/],
  ['a limit that can never be reached', 'win rate below -20%', /^Win rate is never below 0, so `-20%`.*`below 20%`\.$/],
  ['what one may not see', 'calls of Jonas Petersen below 3', /^You can see your own/],
  ['a time that no clock shows', 'calls below 3 by wed 25:00', /^No clock shows 25:00/],
  ['data that is not one’s concern', 'no data from test for 2 days', /^Managers have numbers/],
  ['one of another', 'remove 7', /^There is no alert 7 of yours/],
])('refused with a reason: %s', async (_, said, why) => {
  const anna = bot().as('anna');
  const before = await bot().db.schedule.count();
  expect((await anna.types(`/salespulse alert ${said}`)).text).toMatch(why);
  expect(await bot().db.schedule.count()).toBe(before);
});

test('a manager hears when a source falls silent; a removed alert is gone', async () => {
  const marta = bot().as('marta');
  expect(words(await marta.types('/salespulse alert no data from test for 2 days at 10:00'))).toContain(
    'Alert: no data',
  );
  await bot().goTo('2026-04-10T12:00');
  await expect
    .poll(() => alarms('marta').map(({ text }) => text))
    .toEqual([
      expect.stringMatching(
        /^No data has come from test for 1\d working days, and you wanted to know after 2\. The last came 18 Mar, 09:30\./,
      ),
    ]);
  expect((await marta.types('/salespulse alert remove 4')).text).toMatch(/^Removed: Alert: no data from test/);
  expect((await marta.types('/salespulse alert')).text).toMatch(/^You have no alerts/);
});

test.each([
  ['pipeline coverage below 3 at 8:30', { kind: 'limit', side: 'below', value: 3 }, [1, 2, 3, 4, 5, 6, 7], '08:30'],
  ['revenue more than 1.5x target this quarter on monday', { kind: 'target', side: 'above', share: 1.5 }, [1], '09:00'],
  ['pipeline under 3× target at 8:30', { kind: 'limit', side: 'below', value: 3 }, [1, 2, 3, 4, 5, 6, 7], '08:30'],
  [
    'tell me if anna makes less than 10 calls by friday noon',
    { kind: 'limit', side: 'below', value: 10 },
    [5],
    '12:00',
  ],
  ['pipeline coverage under 3x at 8:30', { kind: 'limit', side: 'below', value: 3 }, [1, 2, 3, 4, 5, 6, 7], '08:30'],
  ['calls unusually low this week by fri at 16:00', { kind: 'usual', side: 'below' }, [5], '16:00'],
])('understood: %s', async (said, rule, weekdays, at) => {
  const anna = bot().as('anna');
  expect((await anna.types(`/salespulse alert ${said}`)).text).toMatch(/^I watch this for you, from now on[.:]/);
  const { what, recurrence } = await bot().db.schedule.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(what).toMatchObject({ rule });
  expect(recurrence).toMatchObject({ at, on: { weekdays }, workingDaysOnly: weekdays.length > 1 });
  expect(recurrence).not.toHaveProperty('throughout');
});

test.each([
  ['win rate below 20% last 30 days', { kind: 'limit', side: 'below', value: 0.2 }],
  ['revenue under target last month', { kind: 'target', side: 'below', share: 1 }],
  ['revenue above 50k this month', { kind: 'limit', side: 'above', value: 50_000 }],
])('without a time it is looked at every hour: %s', async (said, rule) => {
  const added = await bot().as('anna').types(`/salespulse alert ${said}`);
  expect(words(added)).toMatch(/\nevery hour\n/);
  const { what, recurrence } = await bot().db.schedule.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(what).toMatchObject({ rule });
  expect(recurrence).toMatchObject({
    throughout: true,
    workingDaysOnly: false,
    on: { weekdays: [1, 2, 3, 4, 5, 6, 7] },
  });
});

test('“pipeline under 3× target” is about the coverage: the pipeline beside what is left to the revenue target', async () => {
  const anna = bot().as('anna');
  const { text } = await anna.types('/salespulse alert my pipeline under 3× target at 14:00');
  expect(text).toMatch(/^I watch this for you, from now on: Pipeline coverage of Anna Berger, this month\./);
  const { what } = await bot().db.schedule.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(what).toMatchObject({ rule: { question: { kpis: ['pipeline_coverage'] } } });
});

test('what is compared with a target that is not there says so, and one about a day is not looked at on days off', async () => {
  const anna = bot().as('anna');
  expect((await anna.types('/salespulse alert my meetings below 50% of target this month')).text).toContain(
    'There is no target to compare it with yet',
  );
  await anna.types('/salespulse alert my emails below 1 today');
  const { recurrence } = await bot().db.schedule.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(recurrence).toMatchObject({ throughout: true, workingDaysOnly: true });
});
