import { type MembershipSpan, withSpan, withUndated } from '../../../people/membership-spans.ts';
import { membershipsOf, replaceMemberships } from '../../../people/memberships.ts';
import type { Counts, ImportContext } from '../kind.ts';
import type { PersonFacts } from './person-facts.ts';

/** A row whose names have been found. */
export interface Person {
  facts: PersonFacts;
  memberId: string;
  managerId: string | null;
  teamId: string | null;
  regionId: string | null;
}

/** Email and role, where the file tells them. */
export async function writeDetails({ tx, workspace }: ImportContext, people: readonly Person[]): Promise<void> {
  const details = people.map(({ memberId, facts }) => ({ id: memberId, email: facts.email, role: facts.role }));
  await tx.$executeRaw`
    UPDATE members m SET email = coalesce(batch.email, m.email), role = coalesce(batch.role, m.role)
    FROM json_to_recordset(${JSON.stringify(details)}::json) AS batch(id uuid, email text, role text)
    WHERE m.workspace_id = ${workspace.id}::uuid AND m.id = batch.id
      AND (m.email, m.role) IS DISTINCT FROM (coalesce(batch.email, m.email), coalesce(batch.role, m.role))`;
}

/** Where each person belongs: rows with days make history, rows without say how it is. */
export async function writeMemberships(
  { tx, workspace, today, given }: ImportContext,
  people: readonly Person[],
): Promise<void> {
  if (!['team', 'manager', 'region', 'job'].some((field) => given.has(field))) return;
  const before = await membershipsOf(tx, workspace.id, [...new Set(people.map(({ memberId }) => memberId))]);
  const after = new Map(before);
  const datedLast = [...people].sort((one, other) =>
    (one.facts.startsOn ?? '').localeCompare(other.facts.startsOn ?? ''),
  );
  for (const { memberId, teamId, regionId, facts } of datedLast) {
    const spans = after.get(memberId) ?? [];
    const belongs = { teamId, regionId, job: facts.job ?? currentJob(spans, today) };
    const { startsOn, endsOn } = facts;
    after.set(
      memberId,
      startsOn || endsOn ? withSpan(spans, { ...belongs, startsOn, endsOn }) : withUndated(spans, belongs, today),
    );
  }
  await replaceMemberships(tx, workspace.id, changedOnly(before, after));
}

/** Who others report to is a manager and runs their team; without a row of their own they belong to it too. */
export async function writeManagers({ tx, workspace, today }: ImportContext, people: readonly Person[]): Promise<void> {
  const managed = people.filter((person) => person.managerId !== null && person.teamId !== null);
  const teams = new Map(managed.map(({ managerId, teamId }) => [teamId ?? '', managerId ?? '']));
  if (teams.size === 0) return;
  const runs = JSON.stringify([...teams].map(([teamId, managerId]) => ({ team_id: teamId, manager_id: managerId })));
  await tx.$executeRaw`
    UPDATE teams t SET manager_id = batch.manager_id
    FROM json_to_recordset(${runs}::json) AS batch(team_id uuid, manager_id uuid)
    WHERE t.workspace_id = ${workspace.id}::uuid AND t.id = batch.team_id AND t.manager_id IS DISTINCT FROM batch.manager_id`;
  const managers = [...new Set(teams.values())];
  await tx.member.updateMany({
    where: { workspaceId: workspace.id, id: { in: managers }, role: 'rep' },
    data: { role: 'manager' },
  });

  const listed = new Set(people.map(({ memberId }) => memberId));
  const before = await membershipsOf(
    tx,
    workspace.id,
    managers.filter((id) => !listed.has(id)),
  );
  const after = new Map(before);
  for (const [managerId, spans] of before) {
    const reports = managed.filter((person) => person.managerId === managerId);
    const ownTeams = new Set(reports.map(({ teamId }) => teamId));
    const regions = new Set(reports.map(({ regionId }) => regionId));
    const belongs = { teamId: only(ownTeams), regionId: only(regions), job: 'manager' };
    after.set(managerId, withUndated(spans, belongs, today));
  }
  await replaceMemberships(tx, workspace.id, changedOnly(before, after));
}

const only = (ids: ReadonlySet<string | null>) => (ids.size === 1 ? ([...ids][0] ?? null) : null);

const currentJob = (spans: readonly MembershipSpan[], today: string) =>
  spans.find(({ startsOn, endsOn }) => (startsOn ?? '') <= today && (endsOn ?? '9999') > today)?.job ?? null;

function changedOnly(before: ReadonlyMap<string, MembershipSpan[]>, after: ReadonlyMap<string, MembershipSpan[]>) {
  return new Map([...after].filter(([id, spans]) => JSON.stringify(spans) !== JSON.stringify(before.get(id))));
}

/** Looks at some members now; the answer looks again and tells how many are new, changed or as they were. */
export async function peopleChanges(
  { tx, workspace }: ImportContext,
  ids: readonly string[],
): Promise<() => Promise<Counts>> {
  const now = async () => {
    const rows = await tx.$queryRaw<{ id: string; looks: string }[]>`
      SELECT m.id, concat_ws(' ', m.name, m.email, m.role, (
        SELECT string_agg(concat_ws(',', s.team_id, '|', s.region_id, '|', s.job, '|', s.starts_on, '|', s.ends_on), ';' ORDER BY s.starts_on)
        FROM memberships s WHERE s.workspace_id = m.workspace_id AND s.member_id = m.id
      )) AS looks
      FROM members m WHERE m.workspace_id = ${workspace.id}::uuid AND m.id = ANY(${[...ids]}::uuid[])`;
    return new Map(rows.map(({ id, looks }) => [id, looks]));
  };
  const before = await now();
  return async () => {
    const after = await now();
    const inserted = ids.filter((id) => !before.has(id)).length;
    const unchanged = ids.filter((id) => before.has(id) && before.get(id) === after.get(id)).length;
    return { inserted, updated: ids.length - inserted - unchanged, unchanged };
  };
}
