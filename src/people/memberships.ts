import { v7 as uuid } from 'uuid';
import type { Transaction } from '../db/client.ts';
import type { MembershipSpan } from './membership-spans.ts';

/** Where some members belong, each in order of time. */
export async function membershipsOf(tx: Transaction, workspaceId: string, memberIds: readonly string[]) {
  const rows = await tx.$queryRaw<(MembershipSpan & { memberId: string })[]>`
    SELECT member_id AS "memberId", team_id AS "teamId", region_id AS "regionId", job,
      starts_on::text AS "startsOn", ends_on::text AS "endsOn"
    FROM memberships
    WHERE workspace_id = ${workspaceId}::uuid AND member_id = ANY(${[...memberIds]}::uuid[])
    ORDER BY starts_on NULLS FIRST`;
  const spans = new Map<string, MembershipSpan[]>(memberIds.map((id) => [id, []]));
  for (const { memberId, ...span } of rows) spans.get(memberId)?.push(span);
  return spans;
}

/** Puts the given spans in the place of all that these members have. */
export async function replaceMemberships(
  tx: Transaction,
  workspaceId: string,
  spans: ReadonlyMap<string, readonly MembershipSpan[]>,
): Promise<void> {
  await tx.membership.deleteMany({ where: { workspaceId, memberId: { in: [...spans.keys()] } } });
  const day = (iso: string | null) => (iso === null ? null : new Date(iso));
  const data = [...spans].flatMap(([memberId, ofMember]) =>
    ofMember.map((span) => ({
      ...span,
      workspaceId,
      id: uuid(),
      memberId,
      startsOn: day(span.startsOn),
      endsOn: day(span.endsOn),
    })),
  );
  await tx.membership.createMany({ data });
}
