/** The round that a survey begins when it strikes: whom it would ask, and whether it would be refused. */
import { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day.ts';
import { nextWorkingMoment } from '../calendar/working-moment.ts';
import type { Asking } from '../kpi/evaluate.ts';
import type { Directory } from '../people/directory.ts';
import { ownTeamIds } from '../people/manages.ts';
import { memberWithId } from '../people/of-member.ts';
import { onceForEachCalendar, workspaceCalendar } from '../people/working-calendar.ts';
import type { Workspace } from '../people/workspace.ts';
import type { Refusal } from '../surveys/refusal.ts';
import { type NewRound, whyNoRound } from '../surveys/rounds.ts';
import { type Recipient, recipientsOf } from './recipients.ts';
import type { Schedule, What } from './schedule.ts';
import { nextSlot, type Slot } from './slots.ts';

export type Pulse = Extract<What, { kind: 'pulse' }>;

/** What a schedule asks employees; null: it is no survey of them. */
export const pulseOf = ({ what }: Pick<Schedule, 'what'>): Pulse | null => (what.kind === 'pulse' ? what : null);

/** The audience as rounds store it. */
export const audienceOf = ({ audience }: Pick<Schedule, 'audience'>) => ({
  teamId: audience.to === 'team' ? audience.teamId : null,
  role: audience.to === 'role' ? audience.role : null,
  oneIn: audience.to === 'sample' ? audience.oneIn : 1,
});

/** Who could be asked, and when. */
export interface Whom {
  recipients: readonly Recipient[];
  directory: Directory;
  workspace: Workspace;
  now: Temporal.Instant;
}

/** The round that would begin now. */
export function newRound(
  { workspaceId, id: scheduleId, audience, ownerId }: Schedule,
  { instrument, howMany, questions: own = [], openDays, mode = 'anonymous' }: Pulse,
  { recipients, directory, workspace, now }: Whom,
): NewRound {
  const { teamId, role, oneIn } = audienceOf({ audience });
  const today = localDay(now, workspace.zone).toString();
  const closesAt = nextWorkingMoment(now.add({ hours: 24 * openDays }), workspaceCalendar(workspace, directory));
  const canBeAsked = reachable(closesAt, { directory, workspace, now });
  const invited = recipients.flatMap(({ memberId, zone }) =>
    memberId !== null && canBeAsked(memberId, zone)
      ? [{ memberId, teamId: teamId ?? teamOf(memberId, directory, today) }]
      : [],
  );
  const asking = { instrument, howMany, own, mode, ownerId };
  return { workspaceId, scheduleId, ...asking, closesAt, teamId, role, oneIn, invited };
}

/**
 * Whether somebody can be asked before a round closes: not people who have left by the day it begins or are off until
 * it is over, as they would only lower participation. People who leave while it is open stay counted, or the difference
 * would reveal what they said.
 */
function reachable(closesAt: Temporal.Instant, { directory, workspace, now }: Omit<Whom, 'recipients'>) {
  const today = localDay(now, workspace.zone).toString();
  const earliest = onceForEachCalendar((own) => nextWorkingMoment(now, own), { directory, workspace, now });
  return (memberId: string, zone: string): boolean => {
    const leftOn = memberWithId(directory, memberId)?.deactivatedOn ?? null;
    if (leftOn !== null && leftOn <= today) return false;
    return Temporal.Instant.compare(earliest(memberId, zone), closesAt) < 0;
  };
}

/** In several teams: the first by name; null: in none. */
function teamOf(memberId: string, directory: Directory, today: string): string | null {
  const own = ownTeamIds({ id: memberId }, directory, today);
  return directory.teams.find(({ id }) => own.includes(id))?.id ?? null;
}

/** The next round of a survey that would be refused, and the first after it that would not, as far as is known by now. */
export interface Refused {
  no: Refusal;
  at: Temporal.Instant;
  first: Slot | null;
}

/** A refusal lasts a quarter at most: this many rounds reach beyond it, however close they are. */
const LOOKED_AHEAD = 6;

/** Whether a survey that goes live would be refused when it strikes next; null: it would be held, or asks too few at any time. */
export async function refusedNext(
  { db, workspace, directory, now }: Pick<Asking, 'db' | 'workspace' | 'directory' | 'now'>,
  schedule: Schedule,
): Promise<Refused | null> {
  const what = pulseOf(schedule);
  if (!what) return null;
  let refused: Refused | null = null;
  let since = now;
  for (let ahead = 0; ahead < LOOKED_AHEAD; ahead++) {
    const slot = firstSlot(schedule, recipientsOf(schedule, workspace, directory, since), since);
    if (!slot) return refused;
    const recipients = recipientsOf(schedule, workspace, directory, slot.at);
    const round = newRound(schedule, what, { recipients, directory, workspace, now: slot.at });
    const no = await whyNoRound(db, round, slot.at);
    if (no?.why === 'too_few') return refused;
    if (!no) return refused && { ...refused, first: slot };
    refused ??= { no, at: slot.at, first: null };
    since = slot.at;
  }
  return refused;
}

/** The next strike, wherever it comes first. */
function firstSlot({ recurrence }: Schedule, recipients: readonly Recipient[], since: Temporal.Instant): Slot | null {
  const zones = new Map(recipients.map((recipient) => [recipient.zone, recipient]));
  const slots = [...zones.values()].flatMap(({ zone, days }) => nextSlot(recurrence, zone, days, since) ?? []);
  return slots.sort((one, other) => Temporal.Instant.compare(one.at, other.at))[0] ?? null;
}
