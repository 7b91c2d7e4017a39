import type {
  ActivityType,
  callOutcomes,
  callResults,
  Direction,
  meetingOutcomes,
  meetingResults,
} from '../../activity.ts';
import { vocabulary } from '../row-reader.ts';

/** What files call the kinds of activity; some words tell the direction too. */
const typeForms: Record<ActivityType, readonly string[]> = {
  call: ['phone', 'phone call', 'telephone', 'calls', 'dial'],
  email: ['e-mail', 'mail', 'emails'],
  message: ['sms', 'text', 'chat', 'whatsapp', 'im', 'text message'],
  social: ['linkedin', 'social media', 'linkedin message', 'social touch'],
  meeting: ['visit', 'appointment', 'in person', 'event', 'onsite', 'site visit', 'video call'],
  demo: ['demonstration', 'product demo', 'presentation'],
  note: ['comment', 'memo', 'task', 'to do'],
};

export const types = vocabulary(typeForms);

/** `outbound call`, `call (inbound)`, `incoming email`: type and direction in one word. */
export const directedTypes = vocabulary(
  Object.fromEntries(
    (Object.keys(typeForms) as ActivityType[]).flatMap((type) =>
      (['outbound', 'inbound'] as const).map((direction) => [
        `${direction} ${type}`,
        [
          `${type} ${direction}`,
          ...(direction === 'outbound'
            ? [`outgoing ${type}`, `${type} out`, `sent ${type}`, `${type} sent`]
            : [`incoming ${type}`, `${type} in`, `received ${type}`, `${type} received`]),
        ],
      ]),
    ),
  ) as Record<`${Direction} ${ActivityType}`, string[]>,
);

export const directionWords = vocabulary<Direction>({
  outbound: ['out', 'outgoing', 'sent', 'made'],
  inbound: ['in', 'incoming', 'received'],
});

export const callOutcomeWords = vocabulary<(typeof callOutcomes)[number]>({
  answered: ['connected', 'completed', 'reached', 'picked up', 'spoke', 'talked'],
  unanswered: ['no answer', 'not answered', 'missed', 'not reached', 'no reply', 'not connected'],
  busy: ['line busy', 'engaged'],
  voicemail: ['left voicemail', 'voice mail', 'vm', 'left message', 'left vm'],
});

export const meetingOutcomeWords = vocabulary<(typeof meetingOutcomes)[number]>({
  held: ['completed', 'done', 'attended', 'took place', 'happened'],
  no_show: ['no show', 'did not attend', 'absent', 'missed'],
  cancelled: ['canceled', 'called off', 'rescheduled'],
});

export const callResultWords = vocabulary<(typeof callResults)[number]>({
  positive: ['success', 'successful', 'interested', 'good'],
  neutral: ['undecided', 'follow up', 'call back', 'callback'],
  negative: ['not interested', 'failure', 'unsuccessful', 'bad', 'rejected'],
});

export const meetingResultWords = vocabulary<(typeof meetingResults)[number]>({
  sale: ['sold', 'won', 'closed', 'deal'],
  demo: ['demo agreed', 'demo booked'],
  next_step: ['next step agreed', 'follow up', 'next meeting'],
  none: ['no result', 'nothing', 'no interest'],
});
