import { beforeEach, describe, expect, it } from 'vitest';
import { settingsCommand } from '../../src/cli/settings.ts';
import { bindWorkspace, calendarSettings, ensureWorkspace } from '../../src/people/workspace.ts';
import { newDatabase } from '../support/database.ts';
import { Written } from '../support/written.ts';

let db: Awaited<ReturnType<typeof newDatabase>>;
beforeEach(async () => {
  db = await newDatabase();
  return () => db.drop();
});

async function settings(...args: string[]) {
  const out = new Written();
  const err = new Written();
  const code = await settingsCommand(args, { db: db.db, out, err });
  return { code, out: out.text, err: err.text.trim() };
}

describe('the settings of a workspace', () => {
  it('are shown, changed one by one, and kept', async () => {
    expect((await settings()).out).toContain('currency=USD\nzone=UTC\nweek-start=monday\n');
    expect((await settings('currency=eur', 'week-start=Sunday')).code).toBe(0);
    expect((await settings('zone=Europe/Berlin')).out).toContain(
      'currency=EUR\nzone=Europe/Berlin\nweek-start=sunday\n',
    );
  });

  it('say on which calendar it counts, and from which score on a lead is hot', async () => {
    expect((await settings()).out).toContain('calendar=gregory\nfiscal-start=1\nlapse-months=12\nhot-lead=70\n');
    const { out } = await settings('calendar=Persian', 'hot-lead=55');
    expect(out).toContain('calendar=persian\n');
    expect(out).toContain('hot-lead=55\n');
    const workspace = await ensureWorkspace(db.db);
    expect(calendarSettings(workspace).calendar).toBe('persian');
  });

  it('move what happened at an instant to its day in the new zone, and leave dates alone', async () => {
    const { id: workspaceId } = await db.db.workspace.create({ data: { name: 'Northwind' } });
    const deal = { workspaceId, source: 'test', name: 'Chairs' };
    const late = new Date('2026-03-31T22:30:00Z');
    const march = new Date('2026-03-31');
    await db.db.deal.create({ data: { ...deal, externalId: '1', openedAt: late, openedOn: march } });
    await db.db.deal.create({ data: { ...deal, externalId: '2', openedOn: march } });
    await settings('zone=Europe/Berlin');
    const days = await db.db.deal.findMany({ orderBy: { externalId: 'asc' }, select: { openedOn: true } });
    expect(days.map(({ openedOn }) => openedOn?.toISOString().slice(0, 10))).toEqual(['2026-04-01', '2026-03-31']);
  });

  it('outlast the first start in Slack, which has a guess of its own', async () => {
    await settings('zone=Asia/Tehran');
    expect(await bindWorkspace(db.db, { slackTeamId: 'T1', name: 'Northwind', zone: 'Europe/Berlin' })).toMatchObject({
      zone: 'Asia/Tehran',
    });
  });

  it.each([
    [
      'colour=blue',
      'There is no setting "colour". There are: name, currency, zone, week-start, calendar, fiscal-start, lapse-months, hot-lead, messages-a-day, surveys-a-quarter, leaderboard, chart-theme.',
    ],
    ['currency=EURO', '"EURO" is no value for currency.'],
    ['zone=Berlin', '"Berlin" is no value for zone.'],
    ['chart-theme=pink', '"pink" is no value for chart-theme.'],
    ['calendar=julian', '"julian" is no value for calendar.'],
    ['hot-lead=101', '"101" is no value for hot-lead.'],
    ['hot-lead=', '"" is no value for hot-lead.'],
    ['fiscal-start=13', '"13" is no value for fiscal-start.'],
    ['week-start', '"" is no value for week-start.'],
  ])('refuse %s in one clear line, and change nothing', async (pair, words) => {
    const { code, err } = await settings('name=Other', pair);
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(err.split('\n')).toHaveLength(1);
    expect((await settings()).out).not.toContain('Other');
  });
});
