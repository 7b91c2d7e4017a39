/**
 * The office of the stories: a few people whose numbers can be worked out by hand. It is Wednesday, 18 March 2026,
 * 10 o'clock in Berlin. Anna has sold for $20,000 of this month's $40,000, and for $15,000 in February.
 */

import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../src/db/client.ts';
import { markReceived } from '../../src/records/data-sources.ts';
import { activity, call, type Facts, lost, meeting, won } from './facts.ts';
import { storeFacts } from './store-facts.ts';

export const now = Temporal.Instant.from('2026-03-18T09:00:00Z');
export const team = { id: 'T0OFFICE01', name: 'Northwind', domain: 'northwind' };

/** Slack user ids. Everyone is known to the bot but `nina`, who has just joined. */
export const people = {
  anna: { id: 'U0ANNA0001', name: 'Anna Berger' },
  jonas: { id: 'U0JONAS001', name: 'Jonas Petersen' },
  sofia: { id: 'U0SOFIA001', name: 'Sofia Marino' },
  /** A name that would wake everybody if it were not escaped. */
  loud: { id: 'U0LOUD0001', name: '<!channel> & Söhne' },
  /** Has never logged or sold anything. */
  noah: { id: 'U0NOAH0001', name: 'Noah Adler' },
  marta: { id: 'U0MARTA001', name: 'Marta Lindqvist' },
  nina: { id: 'U0NINA0001', name: 'Nina Neumann' },
} as const;

export type Who = keyof typeof people;

const { anna, jonas, sofia, loud, noah, marta } = people;

const facts: Facts = {
  workspace: { zone: 'Europe/Berlin', currency: 'USD' },
  people: { [marta.name]: { role: 'manager' }, [noah.name]: {} },
  belongs: [
    { who: anna.name, team: 'North', job: 'ae' },
    { who: jonas.name, team: 'North', job: 'ae' },
    { who: loud.name, team: 'North', job: 'ae' },
    { who: noah.name, team: 'North', job: 'ae' },
    { who: marta.name, team: 'North', job: 'manager' },
    { who: sofia.name, team: 'South', job: 'ae' },
  ],
  deals: [
    won(anna.name, '2026-02-10T11:00', 15_000, { opened: '2026-01-12T09:00', customer: 'Acme' }),
    won(anna.name, '2026-03-05T11:00', 12_000, { opened: '2026-02-02T09:00', customer: 'Acme' }),
    won(anna.name, '2026-03-12T16:00', 8_000, { opened: '2026-02-20T09:00', customer: 'Globex' }),
    lost(anna.name, '2026-03-13T12:00', { opened: '2026-02-24T09:00', amount: 4_000 }),
    won(jonas.name, '2026-02-17T11:00', 7_000, { opened: '2026-01-20T09:00' }),
    won(sofia.name, '2026-03-03T11:00', 9_000, { opened: '2026-02-03T09:00' }),
    won(loud.name, '2026-03-04T11:00', 3_000, { opened: '2026-02-03T09:00' }),
    // The records begin with December.
    lost(sofia.name, '2025-12-02T11:00', { opened: '2025-12-01T09:00' }),
  ],
  activities: [
    call(sofia.name, '2025-12-01T10:00'),
    call(anna.name, '2026-03-02T09:30', { customer: 'Acme', seconds: 600, result: 'positive' }),
    call(anna.name, '2026-03-18T09:10', { customer: 'Globex', seconds: 300 }),
    meeting(anna.name, '2026-03-10T14:00', { customer: 'Globex', result: 'sale' }),
    activity(anna.name, 'email', '2026-03-11T08:15', { direction: 'outbound', customer: 'Acme' }),
    call(jonas.name, '2026-02-05T10:00'),
    call(sofia.name, '2026-03-05T10:00'),
  ],
  targets: [{ kpi: 'revenue', whose: anna.name, from: '2026-03-01', to: '2026-04-01', value: 40_000 }],
};

/** Fills the database with the office; the bot finds it by the id of its Slack workspace. */
export async function openOffice(db: Database): Promise<void> {
  const { workspace, id } = await storeFacts(db, facts);
  const ofWorkspace = (memberId: string) => ({ workspaceId_id: { workspaceId: workspace.id, id: memberId } });
  await db.workspace.update({ where: { id: workspace.id }, data: { slackTeamId: team.id, name: team.name } });
  for (const { id: slackUserId, name } of [anna, jonas, sofia, loud, noah, marta])
    await db.member.update({ where: ofWorkspace(id('member', name)), data: { slackUserId } });
  await db.team.update({
    where: ofWorkspace(id('team', 'North')),
    data: { managerId: id('member', marta.name) },
  });
  await markReceived(db, workspace.id, 'test', now.subtract({ minutes: 30 }));
}
