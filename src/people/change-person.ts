import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Database, Transaction } from '../db/client.ts';
import { Problem } from '../errors.ts';
import { type DaySpan, daysIn } from './day-spans.ts';
import { type Directory, type Job, loadDirectory, type Role } from './directory.ts';
import { type Aspect, mayChange } from './may-change.ts';
import { type MembershipSpan, withSpan } from './membership-spans.ts';
import { membershipsOf, replaceMemberships } from './memberships.ts';

/** The changes to a person; fields left out stay as they are. */
export interface PersonChange {
  role?: Role;
  officeId?: string | null;
  /** From a day (ISO) on, until the next known change. */
  place?: { teamId?: string | null; job?: Job | null; since: string };
  /** Replaces all coming ones. */
  daysOff?: readonly DaySpan[];
  /** Added to the existing ones. */
  moreDaysOff?: readonly DaySpan[];
}

export interface ChangeBy {
  workspaceId: string;
  memberId: string;
  /** The member who makes the change. */
  byId: string;
  /** ISO, of the workspace. */
  today: string;
  /** What the form showed, as `personStamp` describes it; not given: there was no form. */
  stamp?: string;
}

/**
 * Changes a person, all or nothing.
 *
 * @throws Problem `people.changed_meanwhile` if the person is not as shown any more, `people.last_admin` if nobody
 * would be left to be admin, `people.may_not`, `people.past_days_off`
 */
export function changePerson(db: Database, by: ChangeBy, change: PersonChange): Promise<void> {
  const { workspaceId, memberId, byId, today } = by;
  return db.$transaction(async (tx) => {
    // Locked: two admins must not make each other reps, nor two managers undo each other's change.
    await tx.$queryRaw`SELECT 1 FROM workspaces WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    const directory = await loadDirectory(tx, workspaceId);
    const member = directory.members.find(({ id }) => id === memberId);
    const changer = directory.members.find(({ id }) => id === byId);
    if (!member || !changer) throw new Problem('people.nobody');
    const { name } = member;
    if (by.stamp !== undefined && by.stamp !== personStamp(memberId, directory))
      throw new Problem('people.changed_meanwhile', { name });
    const may = mayChange(changer, memberId, directory, today);
    if (aspectsOf(change).some((aspect) => !may.has(aspect))) throw new Problem('people.may_not', { name });
    if (!may.has('pastDaysOff') && addsPast(change, by, directory)) throw new Problem('people.past_days_off');
    if (change.role && change.role !== 'admin' && isLastAdmin(memberId, directory))
      throw new Problem('people.last_admin', { name });

    const { role, officeId, place, daysOff, moreDaysOff } = change;
    if (role || officeId !== undefined) {
      const where = { workspaceId_id: { workspaceId, id: memberId } };
      await tx.member.update({ where, data: { ...(role && { role }), ...(officeId !== undefined && { officeId }) } });
    }
    if (place) await placeMember(tx, by, place);
    if (daysOff) {
      const gone = { workspaceId, memberId, works: false, day: { gte: new Date(today) } };
      await tx.specialDay.deleteMany({ where: gone });
    }
    await addDaysOff(tx, by, [...(daysOff ?? []), ...(moreDaysOff ?? [])]);
  });
}

/** A person's changeable fields in short: equal as long as nobody has changed them. */
export function personStamp(memberId: string, directory: Directory): string {
  const member = directory.members.find(({ id }) => id === memberId);
  const spans = directory.memberships.filter((span) => span.memberId === memberId);
  const daysOff = directory.daysOff.filter((span) => span.memberId === memberId);
  const said = JSON.stringify([member?.role, member?.officeId, spans, daysOff]);
  return createHash('sha256').update(said).digest('base64url').slice(0, 22);
}

function aspectsOf({ role, officeId, place, daysOff, moreDaysOff }: PersonChange): Aspect[] {
  const said: [Aspect, unknown][] = [
    ['role', role],
    ['office', officeId],
    ['team', place?.teamId],
    ['job', place?.job],
    ['daysOff', daysOff ?? moreDaysOff],
  ];
  return said.flatMap(([aspect, value]) => (value === undefined ? [] : [aspect]));
}

/** Whether days before today become days off that were none. A stretch under way may be given again. */
function addsPast(
  { daysOff = [], moreDaysOff = [] }: PersonChange,
  { memberId, today }: ChangeBy,
  directory: Directory,
): boolean {
  const off = directory.daysOff.filter((span) => span.memberId === memberId);
  const isOff = (day: string) => off.some(({ startsOn, endsOn }) => startsOn <= day && day < endsOn);
  return daysIn([...daysOff, ...moreDaysOff]).some((day) => day < today && !isOff(day));
}

const isLastAdmin = (memberId: string, { members }: Directory): boolean => {
  const admins = members.filter((each) => each.role === 'admin' && each.slackUserId && each.deactivatedOn === null);
  return admins.length === 1 && admins[0]?.id === memberId;
};

/** From its day on, until the next known change. If nothing is known about that day, the region stays unknown, too. */
async function placeMember(
  tx: Transaction,
  { workspaceId, memberId }: ChangeBy,
  { since, ...place }: NonNullable<PersonChange['place']>,
): Promise<void> {
  const spans = (await membershipsOf(tx, workspaceId, [memberId])).get(memberId) ?? [];
  const there = spans.find(({ startsOn, endsOn }) => (startsOn ?? '') <= since && (endsOn === null || since < endsOn));
  const next = spans.find(({ startsOn }) => startsOn !== null && startsOn > since);
  const unplaced: MembershipSpan = { teamId: null, regionId: null, job: null, startsOn: null, endsOn: null };
  const told = {
    ...(there ?? unplaced),
    ...place,
    startsOn: since,
    endsOn: there ? there.endsOn : (next?.startsOn ?? null),
  };
  await replaceMemberships(tx, workspaceId, new Map([[memberId, withSpan(spans, told)]]));
}

async function addDaysOff(
  tx: Transaction,
  { workspaceId, memberId }: ChangeBy,
  spans: readonly DaySpan[],
): Promise<void> {
  const days = daysIn(spans).map((day) => ({ id: uuid(), day }));
  if (days.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO special_days (workspace_id, id, member_id, day, works)
    SELECT ${workspaceId}::uuid, id, ${memberId}::uuid, day, false
    FROM json_to_recordset(${JSON.stringify(days)}::json) AS off(id uuid, day date)
    ON CONFLICT (workspace_id, coalesce(member_id, office_id, '00000000-0000-0000-0000-000000000000'), day)
      DO UPDATE SET works = false`;
}
