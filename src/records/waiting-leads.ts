import { Temporal } from 'temporal-polyfill';
import { isoDayOf } from '../calendar/js-date.ts';
import type { Database } from '../db/client.ts';

export interface WaitingLead {
  name: string;
  /** Where it came from. */
  source: string | null;
  /** ISO: the day it came in. */
  since: string;
}

/** A lead that has waited this many days has bought elsewhere. */
const LOST_DAYS = 30;

/** A member's inbound leads that nobody has contacted by a day (ISO), longest waiting first. */
export async function leadsWaiting(
  db: Database,
  workspaceId: string,
  memberId: string,
  on: string,
): Promise<WaitingLead[]> {
  const today = new Date(on);
  const notYet = (column: 'firstContactedOn' | 'disqualifiedOn' | 'convertedOn') => ({
    OR: [{ [column]: null }, { [column]: { gt: today } }],
  });
  const leads = await db.lead.findMany({
    where: {
      ...{ workspaceId, ownerId: memberId, channel: 'inbound' },
      createdOn: { lte: today, gt: new Date(Temporal.PlainDate.from(on).subtract({ days: LOST_DAYS }).toString()) },
      AND: [notYet('firstContactedOn'), notYet('disqualifiedOn'), notYet('convertedOn')],
    },
    select: { name: true, leadSource: true, createdOn: true },
    orderBy: [{ createdOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  return leads.map(({ name, leadSource, createdOn }) => ({
    ...{ name, source: leadSource },
    since: isoDayOf(createdOn),
  }));
}
