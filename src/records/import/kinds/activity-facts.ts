import type { ActivityType, Direction, Outcome, Result } from '../../activity.ts';
import type { When } from '../moment.ts';
import type { RowReader } from '../row-reader.ts';
import * as words from './activity-words.ts';

export interface ActivityFacts {
  member: string;
  type: ActivityType;
  direction: Direction | null;
  /** Nothing said so: people log what they did themselves. */
  assumedOutbound: boolean;
  outcome: Outcome | null;
  result: Result | null;
  occurred: When;
  durationSeconds: number | null;
  place: string | null;
  customer: string | null;
  lead: string | null;
  deal: string | null;
  region: string | null;
  note: string | null;
  nextStep: string | null;
  nextStepOn: string | null;
  nextStepOwner: string | null;
}

const LONGEST_NOTE = 20_000;
const HAS_DIRECTION: ReadonlySet<ActivityType> = new Set(['call', 'email', 'message', 'social']);

export function readActivity(row: RowReader): ActivityFacts | null {
  const member = row.text('member', { required: true });
  const kind = readType(row);
  const occurred = row.date('occurred');
  if (!occurred && !row.problems.some(({ reason }) => reason === 'no_date')) row.bad('occurred', 'required');
  if (member === null || !kind || !occurred) return null;
  const told = kind.direction ?? row.choice('direction', words.directionWords);
  const assumedOutbound = told === null && HAS_DIRECTION.has(kind.type);
  return {
    member,
    type: kind.type,
    direction: assumedOutbound ? 'outbound' : told,
    assumedOutbound,
    ...readEnd(row, kind.type),
    occurred,
    durationSeconds: readDuration(row),
    place: row.text('place'),
    customer: row.text('customer'),
    lead: row.text('lead'),
    deal: row.text('deal'),
    region: row.text('region'),
    note: row.text('note', { longest: LONGEST_NOTE }),
    nextStep: row.text('next_step', { longest: LONGEST_NOTE }),
    nextStepOn: row.date('next_step_on')?.on ?? null,
    nextStepOwner: row.text('next_step_owner'),
  };
}

function readType(row: RowReader): { type: ActivityType; direction: Direction | null } | null {
  const written = row.text('type', { required: true });
  if (written === null) return null;
  const directed = words.directedTypes.get(written.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''));
  if (directed) {
    const [direction, type] = directed.split(' ') as [Direction, ActivityType];
    return { type, direction };
  }
  const type = row.choice('type', words.types);
  return type && { type, direction: null };
}

/** How a call or a meeting went. Other activities have no outcome. */
function readEnd(row: RowReader, type: ActivityType): { outcome: Outcome | null; result: Result | null } {
  if (type === 'call') {
    return {
      outcome: row.choice('outcome', words.callOutcomeWords),
      result: row.choice('result', words.callResultWords),
    };
  }
  if (type !== 'meeting' && type !== 'demo') return { outcome: null, result: null };
  // "none" is a result of a meeting, though elsewhere it stands for nothing written.
  const none = row.text('result')?.toLowerCase() === 'none';
  const result = none ? 'none' : row.choice('result', words.meetingResultWords);
  return { outcome: row.choice('outcome', words.meetingOutcomeWords), result };
}

const LONGEST_ACTIVITY = 7 * 24 * 3600;

/** Seconds, or `mm:ss`, `hh:mm:ss`, `5m 30s`, `1 h`; a column of minutes is one of its own. */
function readDuration(row: RowReader): number | null {
  const minutes = row.number('duration_minutes', { least: 0, most: LONGEST_ACTIVITY / 60 });
  if (minutes) return Math.round(Number(minutes.value) * 60);
  const written = row.text('duration');
  const clock = written && /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(written);
  if (clock) return inSeconds(clock[1], clock[2], clock[3]);
  const units = written && /^(?:(\d+)\s*h\w*)?\s*(?:(\d+)\s*m\w*)?\s*(?:(\d+)\s*s\w*)?$/i.exec(written);
  if (units) return inSeconds(units[1], units[2], units[3]);
  const seconds = row.number('duration', { least: 0, most: LONGEST_ACTIVITY });
  return seconds && Math.round(Number(seconds.value));
}

const inSeconds = (hours = '0', minutes = '0', seconds = '0') =>
  Math.min(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds), LONGEST_ACTIVITY);
