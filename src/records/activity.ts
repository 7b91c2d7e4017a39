import type { Temporal } from 'temporal-polyfill';

export const activityTypes = ['call', 'email', 'message', 'social', 'meeting', 'demo', 'note'] as const;
export const directions = ['outbound', 'inbound'] as const;
export const callOutcomes = ['answered', 'unanswered', 'busy', 'voicemail'] as const;
export const meetingOutcomes = ['held', 'no_show', 'cancelled'] as const;
export const callResults = ['positive', 'neutral', 'negative'] as const;
export const meetingResults = ['sale', 'demo', 'next_step', 'none'] as const;

export type ActivityType = (typeof activityTypes)[number];
export type Direction = (typeof directions)[number];
export type Outcome = (typeof callOutcomes)[number] | (typeof meetingOutcomes)[number];
export type Result = (typeof callResults)[number] | (typeof meetingResults)[number];

/** When something happened: at an instant, or on a day at an unknown time. */
export type Moment = { at: Temporal.Instant } | { on: Temporal.PlainDate };

/** What somebody did. */
export interface NewActivity {
  memberId: string;
  type: ActivityType;
  occurred: Moment;
  direction?: Direction | null;
  outcome?: Outcome | null;
  result?: Result | null;
  durationSeconds?: number | null;
  place?: string | null;
  customerId?: string | null;
  leadId?: string | null;
  dealId?: string | null;
  note?: string | null;
  nextStep?: string | null;
  nextStepOn?: Temporal.PlainDate | null;
  nextStepOwnerId?: string | null;
}
