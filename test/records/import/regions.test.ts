import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { importText, wipe } from './support.ts';

const db = useDatabase();
beforeEach(() => wipe(db()));

async function tree() {
  const regions = await db().region.findMany({ include: { parent: true }, orderBy: { name: 'asc' } });
  return Object.fromEntries(regions.map(({ name, parent }) => [name, parent?.name ?? null]));
}

describe('regions', () => {
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
