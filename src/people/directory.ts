import type { Transaction } from '../db/client.ts';

export type Role = 'rep' | 'manager' | 'admin';
export type Job = 'sdr_outbound' | 'sdr_inbound' | 'bdm' | 'ae' | 'manager';

/** Every name that a question may contain and an answer may show. */
export interface Directory {
  members: {
    id: string;
    name: string;
    slackUserId: string | null;
    role: Role;
    zone: string | null;
    officeId: string | null;
  }[];
  teams: { id: string; name: string; managerId: string | null }[];
  /** Half-open spans of days (ISO); null = without end on that side. */
  memberships: {
    memberId: string;
    teamId: string | null;
    regionId: string | null;
    job: Job | null;
    startsOn: string | null;
    endsOn: string | null;
  }[];
  regions: { id: string; name: string; parentId: string | null }[];
  offices: {
    id: string;
    name: string;
    zone: string;
    regionId: string | null;
    holidayCode: string | null;
    workingDays: number[];
    workdayStart: string;
    workdayEnd: string;
  }[];
  products: { id: string; name: string; type: string | null }[];
  stages: { id: string; name: string }[];
}

/** The workspace's directory, each list in the order of names (stages: of the pipeline; memberships: of time). */
export async function loadDirectory(db: Transaction, workspaceId: string): Promise<Directory> {
  const ofWorkspace = { where: { workspaceId }, orderBy: [{ name: 'asc' as const }, { id: 'asc' as const }] };
  const [members, teams, memberships, regions, offices, products, stages] = await Promise.all([
    db.member.findMany({
      ...ofWorkspace,
      select: { id: true, name: true, slackUserId: true, role: true, zone: true, officeId: true },
    }),
    db.team.findMany({ ...ofWorkspace, select: { id: true, name: true, managerId: true } }),
    db.membership.findMany({
      where: { workspaceId },
      orderBy: [{ memberId: 'asc' }, { startsOn: { sort: 'asc', nulls: 'first' } }],
    }),
    db.region.findMany({ ...ofWorkspace, select: { id: true, name: true, parentId: true } }),
    db.office.findMany({
      ...ofWorkspace,
      select: {
        id: true,
        name: true,
        zone: true,
        regionId: true,
        holidayCode: true,
        workingDays: true,
        workdayStart: true,
        workdayEnd: true,
      },
    }),
    db.product.findMany({ ...ofWorkspace, select: { id: true, name: true, type: true } }),
    db.stage.findMany({
      where: { workspaceId },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
      select: { id: true, name: true },
    }),
  ]);
  return {
    members: members.map((member) => ({ ...member, role: member.role as Role })),
    teams,
    memberships: memberships.map(({ memberId, teamId, regionId, job, startsOn, endsOn }) => ({
      memberId,
      teamId,
      regionId,
      job: job as Job | null,
      startsOn: isoDay(startsOn),
      endsOn: isoDay(endsOn),
    })),
    regions,
    offices,
    products,
    stages,
  };
}

/** Prisma hands a day out as midnight UTC. */
const isoDay = (day: Date | null) => day?.toISOString().slice(0, 10) ?? null;
