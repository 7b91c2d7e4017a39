import type { Temporal } from 'temporal-polyfill';
import type { Claim, Place } from '../../delivery/claim.ts';
import type { Made } from '../../delivery/sender.ts';
import type { Asking } from '../../kpi/evaluate.ts';
import type { CustomerLinks } from '../customer-links.ts';
import type { Message } from '../messages/answer.ts';
import type { PictureState } from '../messages/picture.ts';
import type { Picture } from '../pictures.ts';

/** A message that goes out by itself. */
export interface Outgoing {
  message(picture: PictureState): Message;
  picture?(): Promise<Picture | null>;
  /** The message in whose thread it is said. */
  thread?: string;
  /** A message of ours, and blocks of it: where one of them stands there by now, there is nothing to say any more. */
  unless?: { message: Place; shows: readonly string[] };
  /** The message of ours whose place it takes. */
  instead?: Place;
}

/** Makes the message of a delivery, seen from the moment that it was due at. `sendingAt`: when it goes, which may be late. */
export type Composer = (
  asking: Asking,
  delivery: Claim,
  sendingAt: Temporal.Instant,
  customerLinks: CustomerLinks,
) => Promise<Made<Outgoing>>;

/** Whether there is something to send. */
export const isOutgoing = (made: Made<Outgoing>): made is Outgoing =>
  made !== null && made !== 'later' && !('heldUntil' in made);
