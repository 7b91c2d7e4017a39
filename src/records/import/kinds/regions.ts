import { regionsBook } from '../books.ts';
import { type Counts, type ImportContext, kind } from '../kind.ts';
import { spelled } from '../name-index.ts';
import type { RowReader } from '../row-reader.ts';

interface RegionFacts {
  name: string;
  /** Null: it lies in no other one. */
  parent: string | null;
}

interface Place {
  row: RowReader;
  id: string;
  parentId: string | null;
}

type Parents = ReadonlyMap<string, string | null>;

/** In which region each one lies: a country, its regions, their cities. */
export const regions = kind<RegionFacts>({
  name: 'regions',
  tables: ['regions'],
  // A circle is found among rows that are written together.
  batch: 100_000,
  required: [['name'], ['parent']],
  fields: [
    { name: 'name', reading: 'text', synonyms: ['region', 'region_name', 'territory', 'area', 'city'] },
    {
      name: 'parent',
      reading: 'text',
      synonyms: ['parent_region', 'parent_name', 'in', 'within', 'part_of', 'belongs_to', 'country'],
    },
  ],
  async open(context) {
    const { tx, workspace } = context;
    const known = await tx.region.findMany({
      where: { workspaceId: workspace.id },
      select: { id: true, parentId: true },
    });
    const parents = new Map(known.map(({ id, parentId }) => [id, parentId]));
    const book = await regionsBook(context);
    return {
      read(row) {
        const name = row.text('name', { required: true });
        return name === null ? null : { facts: { name, parent: row.text('parent') }, key: spelled(name) };
      },
      async write(rows) {
        const places = rows.flatMap(({ row, facts }): Place[] => {
          const id = book.idOf(row, 'name', facts.name);
          const parentId = book.idOf(row, 'parent', facts.parent);
          return id === null || row.problems.length > 0 ? [] : [{ row, id, parentId }];
        });
        await book.flush();
        const good = withoutCircles(places, parents);
        const isNew = good.filter(({ id }) => !parents.has(id)).length;
        const moved = good.filter(({ id, parentId }) => parents.has(id) && parents.get(id) !== parentId).length;
        for (const { id, parentId } of good) parents.set(id, parentId);
        await putInPlace(context, good);
        return { inserted: isNew, updated: moved, unchanged: good.length - isNew - moved } satisfies Counts;
      },
    };
  },
});

/** Refuses the rows that together would put a region into itself, whatever the order they come in. */
function withoutCircles(places: readonly Place[], before: Parents): Place[] {
  const after = new Map([...before, ...places.map(({ id, parentId }): [string, string | null] => [id, parentId])]);
  const good = places.filter(({ id }) => !liesInItself(id, after));
  if (good.length === places.length) return good;
  for (const { row, id } of places) if (liesInItself(id, after)) row.bad('parent', 'in_itself');
  // What is refused stays where it was, which may close a circle with another row.
  return withoutCircles(good, before);
}

function liesInItself(id: string, parents: Parents): boolean {
  const seen = new Set<string>();
  for (let above = parents.get(id); above && !seen.has(above); above = parents.get(above)) {
    if (above === id) return true;
    seen.add(above);
  }
  return false;
}

async function putInPlace({ tx, workspace }: ImportContext, places: readonly Place[]): Promise<void> {
  const records = places.map(({ id, parentId }) => ({ id, parent_id: parentId }));
  await tx.$executeRaw`
    UPDATE regions SET parent_id = told.parent_id
    FROM json_to_recordset(${JSON.stringify(records)}::json) AS told(id uuid, parent_id uuid)
    WHERE workspace_id = ${workspace.id}::uuid AND regions.id = told.id AND regions.parent_id IS DISTINCT FROM told.parent_id`;
}
