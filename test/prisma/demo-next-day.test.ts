// One database through several days, test by test: the demo is started on a Sunday, on the Monday after it and so on.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { seedDemo } from '../../prisma/demo/seed.ts';
import { replaceMemberships } from '../../src/people/memberships.ts';
import { recordActivity } from '../../src/records/activities.ts';
import { planDue } from '../../src/schedule/plan.ts';
import { type NewTarget, sayTargets } from '../../src/targets/storage.ts';
import { useDatabase } from '../support/database.ts';
import { dumpOf } from './dump.ts';

const slackTeamId = 'T01NORTHWND';
const timeout = 120_000;
const db = useDatabase();

/** The demo, started at an instant. */
function startAt(instant: string) {
  const now = Temporal.Instant.from(instant);
  return seedDemo(db(), { now, today: now.toZonedDateTimeISO('Europe/Berlin').toPlainDate(), slackTeamId });
}

const activitiesOn = (day: string) => db().activity.count({ where: { occurredOn: new Date(day) } });

test('on a Sunday that begins a month nothing has been done yet, and the month’s goals are set', {
  timeout,
}, async () => {
  await startAt('2026-03-01T10:00:00Z');
  expect(await activitiesOn('2026-03-01')).toBe(0);
  expect(await db().target.count({ where: { startsOn: new Date('2026-03-01') } })).toBeGreaterThan(20);
});

test('the next morning the day has begun and nothing lies after now', { timeout }, async () => {
  await startAt('2026-03-02T10:00:00Z');
  expect(await activitiesOn('2026-03-02')).toBeGreaterThan(10);
  expect(await db().activity.count({ where: { occurredAt: { gt: new Date('2026-03-02T10:00:00Z') } } })).toBe(0);
});

test('a second start on the same day changes nothing', { timeout }, async () => {
  const before = await dumpOf(db());
  await startAt('2026-03-02T15:00:00Z');
  expect(await dumpOf(db())).toBe(before);
});

test('on a later day of the month the days before it stay as they were', { timeout }, async () => {
  const known = { lte: new Date('2026-03-02T10:00:00Z') };
  const orderBy = { id: 'asc' } as const;
  const read = async () => ({
    activities: await db().activity.findMany({ where: { occurredAt: known }, orderBy }),
    won: await db().deal.findMany({ where: { status: 'won', closedAt: known }, orderBy }),
    answers: await db().surveyAnswer.findMany({
      where: { answeredAt: known },
      orderBy,
      omit: { solvedAt: true, solvedOn: true },
    }),
    expenses: await db().expense.findMany({ where: { spentOn: { lte: new Date('2026-03-02') } }, orderBy }),
    prices: await db().competitorPrice.findMany({ where: { observedOn: { lte: new Date('2026-03-01') } }, orderBy }),
  });
  const before = await read();
  await startAt('2026-03-12T17:00:00Z');
  expect(await read()).toEqual(before);
  expect(await activitiesOn('2026-03-11')).toBeGreaterThan(30);
});

test('a start in another month keeps what people logged and the goals they set', { timeout }, async () => {
  const workspace = await db().workspace.findUniqueOrThrow({ where: { slackTeamId } });
  const anna = await db().member.findFirstOrThrow({ where: { name: 'Anna Berger' } });
  const waiting = await db().lead.findFirstOrThrow({
    where: { firstContactedAt: null },
    orderBy: { createdOn: 'desc' },
  });
  const oldest = await db().deal.findFirstOrThrow({ where: { closedOn: { not: null } }, orderBy: { closedOn: 'asc' } });
  const calledAt = Temporal.Instant.from('2026-03-12T17:10:00Z');
  const when = { occurred: { at: calledAt }, loggedAt: calledAt };
  const call = { memberId: anna.id, type: 'call', direction: 'outbound', ...when } as const;
  const toLead = await recordActivity(db(), workspace, { ...call, leadId: waiting.id });
  const aboutDeal = await recordActivity(db(), workspace, { ...call, dealId: oldest.id });
  const goal: NewTarget = {
    ...{ workspaceId: workspace.id, kpi: 'calls_made', scope: 'member', subjectId: anna.id, setById: anna.id },
    ...{ unit: 'month', startsOn: '2026-03-01', endsOn: '2026-04-01', value: '300', currency: null },
  };
  const [own] = await sayTargets(db(), [goal]);
  const customers = await db().customer.findMany({ select: { id: true } });
  const imported = customers.map(({ id: customerId }) => ({
    ...{ workspaceId: workspace.id, source: 'survey.csv', externalId: customerId, customerId },
    ...{ instrument: 'nps', score: 9, answeredOn: new Date('2026-03-10') },
  }));
  await db().surveyAnswer.createMany({ data: imported });

  expect(await startAt('2026-04-08T14:00:00Z')).toEqual({ workspaceId: workspace.id });

  expect(await activitiesOn('2026-04-08')).toBeGreaterThan(20);
  expect(await db().activity.findFirst({ where: { id: toLead } })).toMatchObject({
    leadId: waiting.id,
    source: 'slack',
  });
  const lead = await db().lead.findFirstOrThrow({ where: { id: waiting.id } });
  expect(lead.firstContactedAt?.toISOString()).toBe('2026-03-12T17:10:00.000Z');
  // The deal lies before the records now.
  expect(await db().deal.findFirst({ where: { id: oldest.id } })).toBeNull();
  expect(await db().activity.findFirst({ where: { id: aboutDeal } })).toMatchObject({
    dealId: null,
    memberId: anna.id,
  });
  const answers = await db().surveyAnswer.findMany({ where: { source: 'survey.csv' } });
  expect(answers).toHaveLength(customers.length);
  // What was said stays, though some of those who said it lie before the records as well.
  expect(answers.filter(({ customerId }) => customerId === null).length).toBeGreaterThan(0);
  const goals = { kpi: 'calls_made', subjectId: anna.id, startsOn: new Date('2026-03-01') };
  expect((await db().target.findFirstOrThrow({ where: goals, orderBy: { setAt: 'desc' } })).id).toBe(own);
});

test('what was changed of people and offices stays as it was changed', { timeout }, async () => {
  const anna = await db().member.findFirstOrThrow({ where: { name: 'Anna Berger' }, include: { memberships: true } });
  const { workspaceId, id, officeId } = anna;
  await db().member.update({ where: { workspaceId_id: { workspaceId, id } }, data: { role: 'admin' } });
  const office = { workspaceId_id: { workspaceId, id: officeId ?? '' } };
  await db().office.update({ where: office, data: { workdayStart: '10:00' } });
  const spans = [{ teamId: null, regionId: null, job: 'sdr_inbound', startsOn: '2026-04-01', endsOn: null }];
  await db().$transaction((tx) => replaceMemberships(tx, workspaceId, new Map([[id, spans]])));
  await startAt('2026-04-09T14:00:00Z');
  const now = await db().member.findFirstOrThrow({ where: { id }, include: { memberships: true, office: true } });
  expect(now).toMatchObject({ role: 'admin', office: { workdayStart: '10:00' } });
  expect(now.memberships).toMatchObject([{ job: 'sdr_inbound' }]);
  expect(await activitiesOn('2026-04-09')).toBeGreaterThan(20);
});

test('a workspace with records of its own is not touched', async () => {
  await db().workspace.create({ data: { slackTeamId: 'T01ANOTHER', name: 'A real company' } });
  const [now, today] = [Temporal.Instant.from('2026-03-03T09:00:00Z'), Temporal.PlainDate.from('2026-03-03')];
  const start = seedDemo(db(), { now, today, slackTeamId: 'T01ANOTHER' });
  await expect(start).rejects.toMatchObject({ code: 'demo.workspace_in_use' });
});

test('on a working day at nine the digest of team North waits for its channel, once', { timeout }, async () => {
  const { zone } = await db().workspace.findFirstOrThrow();
  await planDue(db(), Temporal.ZonedDateTime.from(`2026-03-04T08:59[${zone}]`).toInstant());
  const before = await db().delivery.count();
  await planDue(db(), Temporal.ZonedDateTime.from(`2026-03-05T09:00[${zone}]`).toInstant());
  await planDue(db(), Temporal.ZonedDateTime.from(`2026-03-05T09:01[${zone}]`).toInstant());
  const planned = await db().delivery.findMany({
    where: { slot: '2026-03-05T09:00', recipient: 'C01SALESNTH' },
  });
  expect(planned).toMatchObject([{ recipient: 'C01SALESNTH', content: { kind: 'digest', through: '2026-03-04' } }]);
  expect(await db().delivery.count()).toBeGreaterThan(before);
});
