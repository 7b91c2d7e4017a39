import type { Deed } from './deeds.ts';
import type { Moment } from './timeline.ts';

export interface ContactTimes {
  contacted: Moment;
  replied: Moment | null;
}

/**
 * When each lead was first contacted (the first outbound deed) and when it first replied (the first inbound deed or
 * answered call after that), by the lead's key.
 *
 * @param deeds in the order of time
 */
export function contactTimes(deeds: readonly Deed[]): Map<string, ContactTimes> {
  const times = new Map<string, ContactTimes>();
  for (const { leadKey, at, direction, type, outcome } of deeds) {
    if (!leadKey) continue;
    const known = times.get(leadKey);
    const answers = direction === 'inbound' || (type === 'call' && outcome === 'answered');
    if (!known && direction === 'outbound') times.set(leadKey, { contacted: at, replied: null });
    if (known && known.replied === null && answers && at > known.contacted) known.replied = at;
  }
  return times;
}
