import { beforeAll, describe, expect, it } from 'vitest';
import { agreedActions, agreeOn, tickAction } from '../../src/records/agreed-actions.ts';
import { type Sheet, type SheetAsked, sheetOf } from '../../src/reports/sheet/sheet-of.ts';
import { sheetMessage } from '../../src/slack/messages/sheet.ts';
import { type Story, tell } from '../kpi/asking.ts';
import { useDatabase } from '../support/database.ts';
import { call, type DealFact, type Facts } from '../support/facts.ts';
import { plain } from '../support/reading.ts';

const db = useDatabase();
const reps = ['Anna', 'Ben', 'Cleo', 'Dan', 'Eva'];
const week = { from: '2026-03-09', through: '2026-03-15' };
const times = (count: number, make: (index: number) => DealFact) => Array.from({ length: count }, (_, i) => make(i));

/** Of ten proposals each has won five, Anna one. In each week before, everybody made three calls; in this, Anna one and the others by their place. */
const facts: Facts = {
  workspace: { zone: 'Europe/Berlin', currency: 'USD' },
  people: { Marta: { role: 'manager' }, Olga: { role: 'admin' } },
  belongs: [...reps.map((who) => ({ who, team: 'North', job: 'ae' })), { who: 'Zoe', team: 'South', job: 'ae' }],
  activities: reps.flatMap((who, place) => [
    ...Array.from({ length: 8 }, (_, back) => {
      const monday = `2026-0${back < 4 ? 1 : 2}-${String([12, 19, 26, 5, 2, 9, 16, 23][back]).padStart(2, '0')}`;
      return [call(who, monday), call(who, monday), call(who, monday)];
    }).flat(),
    ...Array.from({ length: place === 0 ? 1 : place + 3 }, () => call(who, '2026-03-10')),
  ]),
  deals: reps.flatMap((who, place) =>
    times(10, (index) => ({
      ...{ owner: who, opened: '2026-01-05', proposal: '2026-01-20', closed: '2026-02-20', amount: 100 },
      status: index < (place === 0 ? 1 : 5) ? 'won' : 'lost',
    })),
  ),
};

describe('the sheet of Anna’s week', () => {
  let story: Story;
  const asking = () => story.at('2026-03-16T09:00');
  const about = (name: string, teamIds: SheetAsked['teamIds'] = null) => ({
    ...{ memberId: story.id('member', name), week, teamIds },
  });
  const headline = (sheet: Sheet) => {
    const { directory, now, workspace } = asking();
    return plain(sheetMessage(sheet, { directory, now, zone: workspace.zone, picture: { kind: 'none' } }).text);
  };
  beforeAll(async () => {
    story = await tell(db(), facts);
  });

  it('has each number beside her own median and the middle half of the team', async () => {
    const sheet = await sheetOf(asking(), about('Anna'));
    const { measured } = sheet!.lines.find(({ value }) => value.id === 'activities_logged')!;
    expect(measured).toMatchObject({ value: 1, usual: 3, team: { low: 4, high: 6 } });
  });

  it('suggests the step at which she loses most beside the team', async () => {
    const sheet = (await sheetOf(asking(), about('Anna')))!;
    const { funnel, focus } = sheet;
    expect(headline(sheet)).toMatch(
      /^1:1 with Anna, .*: Opportunity conversion is 10 % against the team’s 42 % over twelve weeks: go through the last ones that got no further\.$/,
    );
    expect(funnel.weakest).toMatchObject({ kpi: 'opportunity_conversion', own: 0.1, team: 21 / 50, of: 10 });
    expect(focus).toMatchObject({ reason: 'step', kpi: 'opportunity_conversion' });
    expect((await sheetOf(asking(), about('Ben')))!.funnel).toMatchObject({ weakest: null, strongest: { own: 0.5 } });
  });

  it('shows nothing of a team that the reader does not manage', async () => {
    const sheet = await sheetOf(asking(), about('Anna', [story.id('team', 'South')]));
    expect(sheet!.lines.every(({ measured }) => measured.team === null)).toBe(true);
    expect(sheet!.funnel).toEqual({ strongest: null, weakest: null });
    expect(sheet!.focus).toMatchObject({ reason: 'past', kpi: 'activities_logged' });
    expect(headline(sheet!)).toMatch(/: Activities logged was 1, usually 3: ask what was different\.$/);
  });

  it('tells no median and no spread of who is new, and alone', async () => {
    const sheet = await sheetOf(asking(), about('Zoe'));
    expect(sheet!.lines.map(({ measured }) => [measured.usual, measured.team])).toEqual(
      sheet!.lines.map(() => [null, null]),
    );
    expect(sheet!.focus).toBeNull();
  });

  it('keeps what is agreed on until it is ticked, and shows for a week what was', async () => {
    const { workspace } = asking();
    const [memberId, byId] = [story.id('member', 'Anna'), story.id('member', 'Marta')];
    const at = (day: string) => new Date(`${day}T10:00Z`);
    await agreeOn(db(), workspace.id, { memberId, byId, words: 'two demos', agreedAt: at('2026-03-02') });
    const shown = (day: string) => agreedActions(db(), workspace.id, memberId, at(day));
    const [action] = await shown('2026-06-01');
    expect(action).toMatchObject({ words: 'two demos', byId, doneAt: null });
    const other = { id: action!.id, memberId: story.id('member', 'Ben') };
    expect(await tickAction(db(), workspace.id, other, at('2026-03-09'))).toBe(false);
    expect(await tickAction(db(), workspace.id, { id: action!.id, memberId }, at('2026-03-09'))).toBe(true);
    expect(await shown('2026-03-15')).toHaveLength(1);
    expect(await shown('2026-03-17')).toEqual([]);
    await tickAction(db(), workspace.id, { id: action!.id, memberId }, null);
    expect(await shown('2026-03-17')).toHaveLength(1);
  });
});
