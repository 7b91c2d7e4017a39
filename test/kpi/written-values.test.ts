import { expect, it } from 'vitest';
import { writtenValues } from '../../src/kpi/written-values.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();

it('many values of one dimension hide none of another', async () => {
  const { id: workspaceId } = await db().workspace.create({ data: { name: 'Northwind' } });
  const lead = (index: number) => ({ workspaceId, source: 'test', externalId: String(index), name: `Lead ${index}` });
  const createdOn = new Date('2026-03-01');
  await db().lead.createMany({
    data: Array.from({ length: 2100 }, (_, index) => ({
      ...{ ...lead(index), createdOn, campaign: `campaign ${index}` },
      leadSource: index === 0 ? 'Webinar' : null,
      country: index === 0 ? 'Norway' : null,
    })),
  });
  const written = await writtenValues(db(), workspaceId, 'revenue from webinar');
  expect(written.filter(({ by }) => by !== 'campaign')).toEqual([
    { by: 'country', keys: ['Norway'], words: 'Norway' },
    { by: 'source', keys: ['Webinar'], words: 'Webinar' },
  ]);
  expect(written.filter(({ by }) => by === 'campaign')).toHaveLength(2000);
});
