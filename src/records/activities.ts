import type { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import { dateOf } from '../calendar/js-date.ts';
import { localDay, localHour } from '../calendar/local-day.ts';
import type { Transaction } from '../db/client.ts';
import type { Workspace } from '../people/workspace.ts';
import type { Moment, NewActivity } from './activity.ts';
import { forgetContactBy, updateContactTimes } from './contact-times.ts';
import { markReceived } from './data-sources.ts';

/** The source of what people log by hand. */
const SLACK = 'slack';

export interface LoggedActivity extends NewActivity {
  loggedAt: Temporal.Instant;
  /** Slack's id of the press or command that logged it: the same one again returns the same activity. */
  key?: string;
}

/** Stores one activity that a person logged and returns its id. It may be the lead's first contact or first reply. */
export async function recordActivity(
  tx: Transaction,
  workspace: Pick<Workspace, 'id' | 'zone'>,
  activity: LoggedActivity,
): Promise<string> {
  const { occurred, nextStepOn, loggedAt, key: deed, ...facts } = activity;
  const id = uuid();
  const key = { workspaceId: workspace.id, source: SLACK, externalId: deed ?? id };
  const stored = await tx.activity.upsert({
    where: { workspaceId_source_externalId: key },
    create: {
      ...facts,
      ...key,
      id,
      ...momentColumns(occurred, workspace.zone),
      nextStepOn: nextStepOn ? asDay(nextStepOn) : null,
    },
    update: {},
    select: { id: true },
  });
  if (activity.leadId) await updateContactTimes(tx, workspace.id, [activity.leadId]);
  await markReceived(tx, workspace.id, SLACK, loggedAt);
  return stored.id;
}

/** Removes what a member logged by hand. False: they have no such activity (any more). */
export async function removeActivity(
  tx: Transaction,
  workspaceId: string,
  id: string,
  memberId: string,
): Promise<boolean> {
  const where = { workspaceId, id, memberId, source: SLACK };
  const activity = await tx.activity.findFirst({ where, select: { leadId: true } });
  if (!activity) return false;
  if (activity.leadId) await forgetContactBy(tx, workspaceId, id);
  await tx.activity.deleteMany({ where });
  if (activity.leadId) await updateContactTimes(tx, workspaceId, [activity.leadId]);
  return true;
}

const asDay = (day: Temporal.PlainDate) => new Date(day.toString());

function momentColumns(moment: Moment, zone: string) {
  if ('on' in moment) return { occurredAt: null, occurredOn: asDay(moment.on), occurredHour: null };
  return {
    occurredAt: dateOf(moment.at),
    occurredOn: asDay(localDay(moment.at, zone)),
    occurredHour: localHour(moment.at, zone),
  };
}
