// Files about people: who they are, where they belong and when they work, what they did, and what customers said of it.
import { beforeEach, describe, expect, it } from 'vitest';
import { loadDirectory } from '../../../src/people/directory.ts';
import { ensureWorkspace } from '../../../src/people/workspace.ts';
import { useDatabase } from '../../support/database.ts';
import { dump, importText, iso, wipe } from './support.ts';

const db = useDatabase();
beforeEach(() => wipe(db()));

describe('people', () => {
  it('are found by deals that came before them', async () => {
    await importText(db(), 'deals', 'id,owner,stage\n1,anna  berger,Open\n');
    await importText(db(), 'people', 'name,manager,region\nAnna Berger,Carl,North\n');
    expect(await db().member.count()).toBe(2);
  });

  it('without dates have always belonged where they do; with dates they have a history', async () => {
    await importText(db(), 'people', 'name,team\nAnna,North\n');
    await importText(db(), 'people', 'name,team,start_date\nAnna,South,2026-02-01\n');
    const spans = await db().membership.findMany({
      include: { team: true },
      orderBy: { startsOn: { sort: 'asc', nulls: 'first' } },
    });
    expect(spans.map(({ team, startsOn, endsOn }) => [team?.name, iso(startsOn), iso(endsOn)])).toEqual([
      ['North', null, '2026-02-01'],
      ['South', '2026-02-01', null],
    ]);
  });
});

describe('regions', () => {
  async function tree() {
    const regions = await db().region.findMany({ include: { parent: true }, orderBy: { name: 'asc' } });
    return Object.fromEntries(regions.map(({ name, parent }) => [name, parent?.name ?? null]));
  }

  const file = 'region,parent\nLeipzig,East\nEast,Germany\nGermany,\n';

  it('lie in each other, in whatever order the file tells; the same file again changes nothing', async () => {
    expect(await importText(db(), 'regions', file)).toMatchObject({ inserted: 3, bad: 0 });
    expect(await tree()).toEqual({ East: 'Germany', Germany: null, Leipzig: 'East' });
    expect(await importText(db(), 'regions', file)).toMatchObject({ inserted: 0, updated: 0, unchanged: 3 });
  });

  it('that other files have named find their place, and can change it, even for each other', async () => {
    await importText(db(), 'people', 'name,region\nAnna,East\nBen,Leipzig\n');
    expect(await tree()).toEqual({ East: null, Leipzig: null });
    expect(await importText(db(), 'regions', 'name,parent\nLeipzig,East\n')).toMatchObject({ inserted: 0, updated: 1 });
    expect(await importText(db(), 'regions', 'name,parent\nEast,Leipzig\nLeipzig,\n')).toMatchObject({ updated: 2 });
    expect(await tree()).toEqual({ East: 'Leipzig', Leipzig: null });
  });

  it('cannot lie in themselves: those rows are named, the others go in', async () => {
    await importText(db(), 'regions', file);
    const circle = 'name,parent\nGermany,Leipzig\nNorway,Norway\nHalle,East\nA,B\nB,A\n';
    const { problems, inserted, bad } = await importText(db(), 'regions', circle);
    expect(problems.map(({ line, column, reason }) => [line, column, reason]).sort()).toEqual([
      [2, 'parent', 'in_itself'],
      [3, 'parent', 'in_itself'],
      [5, 'parent', 'in_itself'],
      [6, 'parent', 'in_itself'],
    ]);
    expect({ inserted, bad }).toEqual({ inserted: 1, bad: 4 });
    expect(await tree()).toMatchObject({ Germany: null, East: 'Germany', Halle: 'East' });
  });

  it('cannot lie in themselves because a refused row stays where it was', async () => {
    await importText(db(), 'regions', 'name,parent\nOslo,Norway\nNorway,\nBergen,\n');
    // Oslo and Bergen in each other are refused; so Oslo stays in Norway, which then cannot go into Oslo.
    const { problems } = await importText(db(), 'regions', 'name,parent\nOslo,Bergen\nBergen,Oslo\nNorway,Oslo\n');
    expect(problems.map(({ line }) => line).sort()).toEqual([2, 3, 4]);
    expect(await tree()).toEqual({ Bergen: null, Norway: null, Oslo: 'Norway' });
  });
});

describe('days off', () => {
  const file =
    'who,office,first day,last day,status\nAnna,,2026-03-02,2026-03-06,approved\n,Berlin,2026-12-24,,holiday\n,,2026-12-31,,\n';

  it('are a day each, of a member, an office or everybody; the same file again changes nothing', async () => {
    const { id: workspaceId } = await ensureWorkspace(db());
    await db().office.create({ data: { workspaceId, name: 'Berlin', zone: 'Europe/Berlin' } });
    expect(await importText(db(), 'days_off', file)).toMatchObject({ inserted: 3, updated: 0, bad: 0 });
    expect(await importText(db(), 'days_off', file)).toMatchObject({ inserted: 0, updated: 0, unchanged: 3 });
    const { daysOff, holidays } = await loadDirectory(db(), workspaceId);
    expect(daysOff).toMatchObject([{ startsOn: '2026-03-02', endsOn: '2026-03-07' }]);
    expect(holidays).toMatchObject([
      { day: '2026-12-24', works: false },
      { officeId: null, day: '2026-12-31', works: false },
    ]);
  });

  it('are taken back by the day', async () => {
    const { id: workspaceId } = await ensureWorkspace(db());
    await importText(db(), 'days_off', 'who,from,to,status\nAnna,2026-03-02,2026-03-06,');
    const back = await importText(db(), 'days_off', 'who,from,to,status\nAnna,2026-03-04,2026-03-04,cancelled');
    expect(back).toMatchObject({ inserted: 0, updated: 1 });
    const { daysOff } = await loadDirectory(db(), workspaceId);
    expect(daysOff.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
      ['2026-03-02', '2026-03-04'],
      ['2026-03-05', '2026-03-07'],
    ]);
  });

  it('say what is wrong with a row', async () => {
    const bad =
      'who,office,from,to,status\nAnna,Berlin,2026-03-02,,\n,Nowhere,2026-03-02,,\nAnna,,2026-03-02,2026-03-01,\nAnna,,2026-03-02,,perhaps\n';
    const { problems, inserted } = await importText(db(), 'days_off', bad);
    expect(problems.map(({ line, reason }) => [line, reason]).sort()).toEqual([
      [2, 'member_and_office'],
      [3, 'no_office'],
      [4, 'backwards'],
      [5, 'unknown_word'],
    ]);
    expect(inserted).toBe(0);
  });
});

describe('leads and activities', () => {
  const leads = 'id,name,owner,created,score\nL1,Lena,Anna,2026-03-01 09:00,80\n';
  const activities =
    'owner,type,outcome,date,lead,duration\nAnna,Outbound call,no answer,2026-03-01 10:00,L1,\nAnna,call,Connected,2026-03-02 11:30,L1,3:20\nAnna,note,,2026-03-02 11:30,,\nAnna,note,,2026-03-02 11:30,,\n';

  it("tell a lead's first contact and first reply", async () => {
    await importText(db(), 'leads', leads);
    expect(await importText(db(), 'activities', activities)).toMatchObject({ inserted: 4, bad: 0, assumedOutbound: 1 });
    const lead = await db().lead.findFirst();
    expect([lead?.firstContactedAt?.toISOString(), lead?.firstRepliedAt?.toISOString()]).toEqual([
      '2026-03-01T10:00:00.000Z',
      '2026-03-02T11:30:00.000Z',
    ]);
    expect(await db().leadState.findFirst()).toMatchObject({ status: 'open', score: 80 });
    expect(await db().activity.findFirst({ where: { outcome: 'answered' } })).toMatchObject({
      durationSeconds: 200,
      occurredHour: 11,
    });
  });

  it('without ids are the same when they come again, equal rows too', async () => {
    await importText(db(), 'leads', leads);
    await importText(db(), 'activities', activities);
    const before = await dump(db());
    await importText(db(), 'leads', leads);
    expect(await importText(db(), 'activities', activities)).toMatchObject({ inserted: 0, updated: 0, unchanged: 4 });
    expect(await dump(db())).toBe(before);
  });

  it('of leads that nobody knows are bad rows', async () => {
    const { problems } = await importText(db(), 'activities', activities);
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'no_lead'],
      [3, 'no_lead'],
    ]);
  });
});

describe('answers', () => {
  const file =
    'Survey,Rating,Submitted at,Customer,Contact,Owner,Feedback,Resolved\nNPS,10,2026-03-01 10:00,Acme,Kim,Anna Smith,Great,\nnps,3,2026-03-02,Acme,Lee,,Slow,2026-03-04\nCSAT,5,2026-03-02,Bolt,,,,\nNPS,11,2026-03-02,,,,,\nCSAT,0,2026-03-02,,,,,\nNPS,7.5,2026-03-02,,,,,\nmood,3,2026-03-02,,,,,\nNPS,,2026-03-02,,,,,\nNPS,7,,,,,,\n';

  it('are read by survey, score and day; what is not on the scale is a bad row', async () => {
    const { problems, inserted } = await importText(db(), 'answers', file);
    expect(problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [5, 'Rating', 'out_of_range'],
      [6, 'Rating', 'out_of_range'],
      [7, 'Rating', 'not_whole'],
      [8, 'Survey', 'unknown_word'],
      [9, 'Rating', 'required'],
      [10, 'Submitted at', 'required'],
    ]);
    expect(inserted).toBe(3);
    const stored = await db().surveyAnswer.findMany({ include: { customer: true }, orderBy: { score: 'desc' } });
    expect(
      stored.map((row) => [
        row.instrument,
        row.score,
        row.customer?.name,
        row.respondent,
        row.comment,
        iso(row.answeredOn),
      ]),
    ).toEqual([
      ['nps', 10, 'Acme', 'Kim', 'Great', '2026-03-01'],
      ['csat', 5, 'Bolt', null, null, '2026-03-02'],
      ['nps', 3, 'Acme', 'Lee', 'Slow', '2026-03-02'],
    ]);
    expect(stored.map(({ memberId, answeredAt, solvedOn }) => [memberId, answeredAt, solvedOn].map(Boolean))).toEqual([
      [true, true, false],
      [false, false, false],
      [false, false, true],
    ]);
    expect(await importText(db(), 'answers', file)).toMatchObject({ inserted: 0, updated: 0, unchanged: 3 });
  });
});
