import type { NewDelivery } from '../delivery/outbox.ts';
import { contentsOf, dayOfSlot, staleAt } from './content.ts';
import type { Recipient } from './recipients.ts';
import type { Schedule } from './schedule.ts';
import type { Slot } from './slots.ts';

/** What one recipient gets of a slot, a message each. `again` tells a repetition from the first. */
export function deliveriesOf(schedule: Schedule, recipient: Recipient, slot: Slot, again?: string): NewDelivery[] {
  const { id, what, ownerId } = schedule;
  const contents = contentsOf(schedule, dayOfSlot(slot.name), recipient.days, recipient.people);
  return contents.map((content, index) => ({
    cause: [causeOf(schedule, slot.name), ...(again ? [again] : []), ...(index > 0 ? [index + 1] : [])].join(' '),
    recipient: recipient.id,
    memberId: recipient.memberId,
    ownerId,
    slot: { scheduleId: id, name: slot.name },
    content,
    urgency: urgencyOf(what),
    // Its window does not wait for the morning.
    ...(what.kind === 'standup' ? { unasked: { topic: 'standup', beyond: 'goes' } as const } : {}),
    dueAt: slot.at,
    ...(again ? {} : { staleAt: staleAt(what, slot.at) }),
  }));
}

function urgencyOf({ kind }: Schedule['what']): NewDelivery['urgency'] {
  if (kind === 'alert') return 'alert';
  if (kind === 'pulse') return 'survey';
  return kind === 'standup' ? 'prompt' : 'report';
}

/**
 * The cause of a slot's messages. A standup's is its day, so that nobody is asked twice a day if its time is changed.
 */
export const causeOf = ({ id, what }: Schedule, slot: string): string =>
  ['schedule', id, what.kind === 'standup' ? slot.slice(0, 10) : slot].join(' ');
