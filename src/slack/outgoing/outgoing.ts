import type { Temporal } from 'temporal-polyfill';
import type { Claim, Place } from '../../delivery/claim.ts';
import type { Made } from '../../delivery/sender.ts';
import type { Asking } from '../../kpi/evaluate.ts';
import type { CustomerLinks } from '../customer-links.ts';
import type { Message } from '../messages/answer.ts';
import type { PictureState } from '../messages/picture.ts';
import type { Picture } from '../pictures.ts';

/** A message to send, with where it goes. */
export interface Outgoing {
  message(picture: PictureState): Message;
  picture?(): Promise<Picture | null>;
  /** The message in whose thread it is posted. */
  thread?: string;
  /** A message of ours and some of its blocks: if one of them is there by now, nothing is sent. */
  unless?: { message: Place; shows: readonly string[] };
  /** The message of ours that it replaces. */
  instead?: Place;
}

/** Composes a delivery's message as of the moment it was due. `sendingAt`: when it is sent, which may be later. */
export type Composer = (
  asking: Asking,
  delivery: Claim,
  sendingAt: Temporal.Instant,
  customerLinks: CustomerLinks,
) => Promise<Made<Outgoing>>;

/** Whether there is something to send. */
export const isOutgoing = (made: Made<Outgoing>): made is Outgoing =>
  made !== null && made !== 'later' && !('heldUntil' in made);
