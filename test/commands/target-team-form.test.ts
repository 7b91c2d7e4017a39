import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { teamForm } from '../../commands/target/team-form.ts';
import target from '../../commands/target.ts';
import type { Filled, Reply } from '../../src/slack/command.ts';
import { filledIn } from '../../src/slack/modals/form.ts';
import { valuesPage } from '../../src/slack/modals/team-targets.ts';
import { statementsOf } from '../support/counted.ts';
import { useDatabase } from '../support/database.ts';
import { type Office, openOffice, shown, slackIdOf } from './office.ts';

const db = useDatabase();
let office: Office;

beforeEach(async () => {
  office = await openOffice(db());
});

type View = Awaited<ReturnType<typeof teamForm.open>>;
interface Block {
  type: string;
  block_id?: string;
  label?: { text: string };
  element?: { type: string; initial_value?: string; initial_option?: { text: { text: string }; value: string } };
}

const blocksOf = (view: View) => view.blocks as Block[];
/** What stands in the fields, by the names above them. */
const values = (view: View) =>
  Object.fromEntries(
    blocksOf(view).flatMap(({ type, label, element }) =>
      type === 'input' ? [[label?.text, element?.initial_value ?? element?.initial_option?.text.text ?? '']] : [],
    ),
  );
const said = (view: View) => JSON.stringify(view.blocks);

/** The form as it is sent when some fields, by their labels, were given other values. */
function filled(view: View, given: Record<string, string> = {}): Filled {
  const blocks = blocksOf(view);
  const fields = blocks.flatMap(({ type, label, block_id: id = '', element }) => {
    if (type !== 'input') return [];
    const chosen = given[label?.text ?? ''] ?? element?.initial_option?.value;
    const field =
      element?.type === 'static_select'
        ? { selected_option: { value: chosen } }
        : { value: given[label?.text ?? ''] ?? element?.initial_value ?? null };
    return [[id, { [id]: field }]];
  });
  return filledIn({
    private_metadata: view.private_metadata ?? '',
    blocks,
    state: { values: Object.fromEntries(fields) },
  });
}

const opened = async (words = 'team', who = 'Maria') => {
  const { buttons } = shown(await target.run(words, await office.asked(who)));
  const { value = '' } = buttons.find(({ label }) => label === 'Set targets for all') ?? {};
  return teamForm.open(value, await office.asked(who));
};
const turned = async (view: View, given: Record<string, string>, value = 'choose', who = 'Maria') => {
  if (!teamForm.change) throw new Error('no button of the form shows other fields');
  return teamForm.change(filled(view, given), value, await office.asked(who));
};
const next = async (view: View, given: Record<string, string>, who = 'Maria') => {
  const done = await teamForm.submit(filled(view, given), await office.asked(who));
  if (!('page' in done)) throw new Error('no further page');
  return done.page;
};
const saved = async (view: View, given: Record<string, string>, who = 'Maria'): Promise<Reply> => {
  const done = await teamForm.submit(filled(view, given), await office.asked(who));
  if ('page' in done) throw new Error('another page');
  return done;
};

const MARCH = 'month/2026-03-01/2026-04-01';
const APRIL = 'month/2026-04-01/2026-05-01';

it('opens on the KPI and the period that were asked', async () => {
  expect(said(await opened())).toContain('*Revenue · 1–31 Mar 2026*');
  expect(said(await opened('team next quarter'))).toContain('*Revenue · 1 Apr – 30 Jun 2026*');
  const calls = await opened('team calls this week');
  expect(said(calls)).toContain('*Calls made · 16–22 Mar 2026*');
  const choice = await turned(calls, {});
  expect(values(choice)).toEqual({ 'What is counted': 'Calls made', 'For which period': '16–22 Mar 2026' });
});

describe('another KPI or period', () => {
  it('shows its own targets; what was typed and not saved is said, and stands there again when one comes back', async () => {
    const march = await opened();
    expect(values(march)).toEqual({ Anna: '40000', Ben: '' });
    const choice = await turned(march, { Anna: '50k', Ben: '30k' });
    expect(said(choice)).toContain('Not saved yet: 2 values for Revenue, 1–31 Mar 2026: Anna 50k and Ben 30k.');
    const calls = await next(choice, { 'What is counted': 'calls_made', 'For which period': APRIL });
    expect(said(calls)).toContain('*Calls made · 1–30 Apr 2026*');
    expect(values(calls)).toEqual({ Anna: '', Ben: '' });
    expect(said(calls)).toContain('Not saved yet: 2 values for Revenue');

    const again = await turned(calls, { Ben: '60' });
    expect(said(again)).toContain('Not saved yet: 1 value for Calls made, 1–30 Apr 2026: Ben 60.');
    const back = await next(again, { 'What is counted': 'revenue', 'For which period': MARCH });
    expect(values(back)).toEqual({ Anna: '50k', Ben: '30k' });
    expect(said(back)).not.toContain('for Revenue');
    expect(said(back)).toContain('1 value for Calls made');
  });

  it('takes nothing along: what is saved is saved for the KPI and period above the fields, and the rest is named', async () => {
    const choice = await turned(await opened(), { Anna: '50k' });
    const calls = await next(choice, { 'What is counted': 'calls_made', 'For which period': APRIL });
    const done = shown(await saved(calls, { Ben: '60' }));
    expect(done.said).toContain('Calls made for 1–30 Apr 2026: one target is changed.');
    expect(done.said).toContain('• Ben: *60*');
    expect(done.said).toContain('Not saved yet: 1 value for Revenue, 1–31 Mar 2026: Anna 50k.');
    const rows = await db().target.findMany({ where: { setById: office.id('Maria') } });
    expect(rows.map(({ kpi, subjectId, startsOn }) => [kpi, subjectId, startsOn.toISOString().slice(0, 10)])).toEqual([
      ['calls_made', office.id('Ben'), '2026-04-01'],
    ]);
  });

  it('is not shown while there is more typed than can be kept', async () => {
    await crowd(88);
    const view = await opened();
    const all = Object.fromEntries(Object.keys(values(view)).map((name) => [name, '123456789012345678901234567890']));
    const still = await turned(view, all);
    expect(said(still)).toContain('That is more than I can keep');
    expect(Object.values(values(still)).every((value) => String(value).startsWith('1234'))).toBe(true);
  });
});

/** So many more people of team North. */
async function crowd(count: number) {
  const { workspace, directory } = await office.asked('Olga');
  const teamId = directory.teams.find(({ name }) => name === 'North')?.id ?? '';
  const names = Array.from({ length: count }, (_, index) => `Person ${String(index + 1).padStart(3, '0')}`);
  const data = names.map((name) => ({ workspaceId: workspace.id, name, slackUserId: `U${name}` }));
  const people = await db().member.createManyAndReturn({ data });
  await db().membership.createMany({
    data: people.map(({ id }) => ({ workspaceId: workspace.id, memberId: id, teamId })),
  });
}

describe('of more people than a form has room for', () => {
  it('shows them in parts, and says so', async () => {
    await crowd(120);
    const first = await opened();
    expect(Object.keys(values(first))).toHaveLength(90);
    expect(said(first)).toContain('People 1 to 90 of 122');
    const second = await turned(first, { Anna: '50k' }, '90');
    expect(Object.keys(values(second))).toHaveLength(32);
    expect(said(second)).toContain('People 91 to 122 of 122');
    expect(said(second)).toContain('Not saved yet: 1 value for Revenue, 1–31 Mar 2026: Anna 50k.');
    const done = shown(await saved(second, { 'Person 120': '7k' }));
    expect(done.said).toContain('• Person 120: *$7,000*');
    expect(done.said).toContain('Anna 50k');
  });

  it('has no more blocks than Slack takes, with something typed for many KPIs and periods', () => {
    const drafts = ['revenue', 'deals_won', 'calls_made', 'meetings_held', 'emails_sent', 'leads_created'].flatMap(
      (kpi) =>
        [4, 5].map((month) => ({
          ...{ kpi, memberId: office.id('Ben'), value: '7' },
          period: `month/2026-0${month}-01/2026-0${month + 1}-01`,
        })),
    );
    const form = { whose: 'all', kpi: 'revenue', period: MARCH, first: 0, currency: 'USD', drafts };
    const rows = Array.from({ length: 90 }, (_, index) => ({
      ...{ memberId: `${index}`, name: `Rep ${index}`, value: '', isTyped: false },
    }));
    const words = { title: 'Targets', days: (period: string) => period, nameOf: () => 'Ben' };
    const { blocks } = valuesPage('id', form, { rows, count: 122, note: 'Look.' }, words);
    expect(blocks.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(blocks).match(/Not saved yet/g)).toHaveLength(12);
  });

  it('saves all of them with no more statements than a few', async () => {
    await crowd(60);
    const asked = await office.asked('Maria');
    const view = await opened();
    const names = Object.keys(values(view));
    const count = (some: string[], value: string) =>
      statementsOf(db(), async (counted) => {
        const given = Object.fromEntries(some.map((name) => [name, value]));
        await teamForm.submit(filled(view, given), { ...asked, db: counted });
      });
    const three = await count(names.slice(0, 3), '11k');
    expect(await count(names.slice(0, 60), '12k')).toBe(three);
    expect(three).toBeLessThan(18);
  });
});

it('asks once more before targets far beyond anything there was are saved', async () => {
  const { workspace } = await office.asked('Anna');
  await db().deal.createMany({
    data: ['2025-12-08', '2026-01-08', '2026-02-08'].map((day) => ({
      ...{ workspaceId: workspace.id, source: 'test', externalId: day, name: day, status: 'won', currency: 'USD' },
      ...{ amount: 1000, closedOn: new Date(day), ownerId: office.id('Ben'), closedOwnerId: office.id('Ben') },
    })),
  });
  const warned = await next(await opened(), { Anna: '19k', Ben: '50k' });
  expect(said(warned)).toContain(
    '*Ben*: the revenue target for 1–31 Mar 2026 would be $50,000, 50 times the best month',
  );
  expect(said(warned)).not.toContain('*Anna*: the revenue');
  expect(shown(await saved(warned, {})).said).toContain('• Ben: *$50,000*');
});

/** Who has a message waiting in the outbox. */
const told = async () => {
  const { workspace } = await office.asked('Maria');
  const waiting = await db().delivery.findMany({ where: { workspaceId: workspace.id } });
  return waiting.map(({ recipient }) => recipient).sort();
};

it('tells what it has done: KPI, period and each amount, and Undo takes all of it back at once', async () => {
  const march = await opened();
  const reply = await saved(march, { Anna: '', Ben: '30k' });
  const done = shown(reply);
  expect(done.said).toContain('Revenue for 1–31 Mar 2026: 2 targets are changed.');
  expect(done.said).toContain('• Anna: none any more (was $40,000)\n• Ben: *$30,000*');
  expect(done.said).toContain('Anna and Ben get a message about it.');
  expect(await told()).toEqual(['Anna', 'Ben'].map(slackIdOf));

  const undo = done.buttons.find(({ label }) => label === 'Undo');
  const press = async () => target.actions['target.undo'](undo?.value ?? '', await office.asked('Maria'));
  const undone = await press();
  expect(shown(undone).said).toContain('• Anna: $40,000\n• Ben: no target');
  expect(await told()).toEqual(['Anna', 'Anna', 'Ben', 'Ben'].map(slackIdOf));
  expect(values(await opened())).toEqual({ Anna: '40000', Ben: '' });
  expect(shown(await press()).said).toContain('already taken back');
});

it('saves nothing of a period that has ended meanwhile, and says so with all that was typed', async () => {
  const march = await opened();
  const april = Temporal.Instant.from('2026-04-01T08:00:00Z');
  const asked = { ...(await office.asked('Maria')), now: april };
  const done = await teamForm.submit(filled(march, { Ben: '30k' }), asked);
  if (!('page' in done)) throw new Error('saved');
  expect(said(done.page)).toContain('1–31 Mar 2026 is over by now, so nothing is saved.');
  expect(values(done.page)).toEqual({ Anna: '40000', Ben: '30k' });
  const where = { workspaceId: asked.workspace.id, setById: office.id('Maria') };
  expect(await db().target.count({ where })).toBe(0);
});

it('asks before a part that is over changes with the period, and once more is enough', async () => {
  const { workspace } = await office.asked('Anna');
  const ofAnna = { ownerId: office.id('Anna'), closedOwnerId: office.id('Anna'), closedOn: new Date('2026-01-13') };
  const deal = {
    source: 'test',
    externalId: 'won',
    name: 'won',
    status: 'won' as const,
    amount: 10_000,
    currency: 'USD',
  };
  await db().deal.create({ data: { workspaceId: workspace.id, ...deal, ...ofAnna } });
  const quarter = await opened('team this quarter');
  const first = shown(await saved(quarter, { Anna: '62k', Ben: '62k' }));
  expect(first.said).toContain('• Anna: *$62,000*');

  const asking = await next(await opened('team this quarter'), { Anna: '31k', Ben: '31k' });
  expect(said(asking)).toMatch(
    /what \*Anna\* reached of the revenue target will change in 1–31 Jan 2026 from 46\.9\s?% to 93\.8\s?%\.\\n\*Save\* once more/,
  );
  expect(said(asking)).not.toContain('*Ben*');
  expect(values(asking)).toEqual({ Anna: '31k', Ben: '31k' });
  // Another number is another question.
  const again = await next(asking, { Anna: '20k' });
  expect(said(again)).toMatch(/to 145\.5\s?%/);
  const done = shown(await saved(again, {}));
  expect(done.said).toContain('• Anna: *$20,000* (was $62,000)\n• Ben: *$31,000* (was $62,000)');

  const undo = done.buttons.find(({ label }) => label === 'Undo')?.value ?? '';
  const back = shown(await target.actions['target.undo'](undo, await office.asked('Maria')));
  expect(back.said).toContain('Take it back anyway?');
  expect(values(await opened('team this quarter'))).toEqual({ Anna: '20000', Ben: '31000' });
  const sure = await target.actions['target.undo_anyway'](back.buttons[0]?.value ?? '', await office.asked('Maria'));
  expect(shown(sure).said).toContain('• Anna: $62,000\n• Ben: $62,000');
});

it('tells of five people what changes for them, and of the others that it may', async () => {
  await crowd(6);
  const { workspace } = await office.asked('Anna');
  const names = Object.keys(values(await opened('team this quarter')));
  const people = await db().member.findMany({ where: { workspaceId: workspace.id, name: { in: names } } });
  await db().deal.createMany({
    data: people.map(({ id, name }) => ({
      ...{ workspaceId: workspace.id, source: 'test', externalId: name, name, status: 'won', currency: 'USD' },
      ...{ amount: 1000, ownerId: id, closedOwnerId: id, closedOn: new Date('2026-01-13') },
    })),
  });
  const all = (value: string) => Object.fromEntries(names.map((name) => [name, value]));
  await saved(await opened('team this quarter'), all('9k'));
  const asking = said(await next(await opened('team this quarter'), all('8k')));
  expect(asking.match(/what \*/g)).toHaveLength(5);
  expect(asking).toContain('What 3 more people reached may change, too.');
});

it('names what is no number beside its field', async () => {
  const view = await opened();
  expect(Object.values(teamForm.faults(filled(view, { Ben: 'many' })))).toEqual([
    'Write a number, such as 50000 or 50k.',
  ]);
  expect(teamForm.faults(filled(view, { Ben: '30k' }))).toEqual({});
});
