import { Temporal } from 'temporal-polyfill';
import type { Message } from '../../protocol.ts';

export interface Day {
  /** In the reader's zone, such as `2025-03-04`. */
  date: string;
  start: Temporal.Instant;
  items: {
    message: Message /** Follows the same author closely, so their name need not be said again. */;
    continues: boolean;
  }[];
}

const CLOSELY = Temporal.Duration.from({ minutes: 5 });

/** Splits messages, oldest first, into the days of `zone`. */
export function arrange(messages: Message[], zone: string): Day[] {
  const days: Day[] = [];
  for (const message of messages) {
    const at = Temporal.Instant.from(message.at);
    const date = at.toZonedDateTimeISO(zone).toPlainDate().toString();
    const day = days.at(-1);
    const before = day?.items.at(-1)?.message;
    if (day?.date === date) day.items.push({ message, continues: before !== undefined && continues(before, message) });
    else days.push({ date, start: at, items: [{ message, continues: false }] });
  }
  return days;
}

function continues(before: Message, message: Message): boolean {
  const sameAuthor = before.user === message.user && before.username === message.username;
  const gap = Temporal.Instant.from(before.at).until(Temporal.Instant.from(message.at));
  return sameAuthor && before.ephemeral === message.ephemeral && Temporal.Duration.compare(gap, CLOSELY) < 0;
}
