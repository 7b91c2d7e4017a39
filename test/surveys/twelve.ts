import type { Database } from '../../src/db/client.ts';
import { storeFacts } from '../support/store-facts.ts';

const names = Array.from({ length: 12 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`);
const teamOf = (index: number) => (index < 6 ? 'North' : 'South');

/** A workspace of twelve people, six in each of two teams, who can all be asked. */
export async function twelve(database: Database) {
  const { workspace, id } = await storeFacts(database, {
    people: Object.fromEntries(names.map((name) => [name, {}])),
    belongs: names.map((who, index) => ({ who, team: teamOf(index) })),
  });
  const members = names.map((name) => id('member', name));
  const invited = members.map((memberId, index) => ({ memberId, teamId: id('team', teamOf(index)) }));
  const teams = new Map(invited.map(({ memberId, teamId }) => [memberId, teamId]));
  return { workspaceId: workspace.id, members, invited, teams };
}
