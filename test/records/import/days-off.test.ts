import { beforeEach, describe, expect, it } from 'vitest';
import { loadDirectory } from '../../../src/people/directory.ts';
import { ensureWorkspace } from '../../../src/people/workspace.ts';
import { useDatabase } from '../../support/database.ts';
import { importText, wipe } from './support.ts';

const db = useDatabase();
beforeEach(() => wipe(db()));

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
