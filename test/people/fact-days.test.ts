import { expect, it } from 'vitest';
import { Prisma } from '../../src/db/generated/client.ts';
import { changeSettings } from '../../src/people/workspace.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();

interface Pair {
  table: string;
  at: string;
  on: string;
}

/** Every moment of a fact beside which its day is kept. */
const pairsOfSchema = () =>
  db().$queryRaw<Pair[]>`
    SELECT moment.table_name AS table, moment.column_name AS at, day.column_name AS on
    FROM information_schema.columns moment
    JOIN information_schema.columns day
      ON (day.table_schema, day.table_name) = (moment.table_schema, moment.table_name)
      AND day.column_name = regexp_replace(moment.column_name, '_at$', '_on')
    WHERE moment.table_schema = 'public' AND moment.column_name LIKE '%\\_at' AND day.data_type = 'date'
    ORDER BY 1, 2`;

const instant = new Date('2026-03-01T20:00:00Z');

it('every day that is kept beside a moment is counted anew in another zone, and a date alone stays', async () => {
  const pairs = await pairsOfSchema();
  expect(pairs.map(({ table }) => table)).toEqual(
    expect.arrayContaining(['activities', 'deals', 'leads', 'survey_answers']),
  );
  const { id: workspaceId } = await db().workspace.create({ data: { name: 'Northwind' } });
  const fact = (externalId: string) => ({ workspaceId, source: 'test', externalId });
  const memberId = (await db().member.create({ data: { workspaceId, name: 'Anna' } })).id;
  for (const each of ['moment', 'date']) {
    await db().activity.create({ data: { ...fact(each), memberId, type: 'call', occurredOn: instant } });
    await db().deal.create({ data: { ...fact(each), name: 'Chairs', status: 'won', closedOn: instant } });
    await db().lead.create({ data: { ...fact(each), name: 'Lena', createdOn: instant } });
    await db().surveyAnswer.create({ data: { ...fact(each), instrument: 'nps', score: 3, answeredOn: instant } });
  }
  for (const { table, at, on } of pairs) {
    const [into, moment, day] = [table, at, on].map((name) => Prisma.raw(name));
    await db().$executeRaw`UPDATE ${into} SET ${day} = '2026-03-01'`;
    await db().$executeRaw`UPDATE ${into} SET ${moment} = ${instant} WHERE external_id = 'moment'`;
  }
  await changeSettings(db(), workspaceId, { zone: 'Asia/Tokyo' });
  for (const { table, on } of pairs) {
    const [from, day] = [table, on].map((name) => Prisma.raw(name));
    const kept = await db().$queryRaw<object[]>`SELECT external_id, ${day}::text AS day FROM ${from} ORDER BY 1`;
    expect({ table, on, kept }).toEqual({
      ...{ table, on },
      kept: [
        { external_id: 'date', day: '2026-03-01' },
        { external_id: 'moment', day: '2026-03-02' },
      ],
    });
  }
});
