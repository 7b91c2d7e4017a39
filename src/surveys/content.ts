/** The kinds of messages of an employee survey, and what their content holds. None says who answered. */
import { z } from 'zod';

export const pulseContent = {
  ask: 'pulse_ask',
  reminder: 'pulse_reminder',
  results: 'pulse_results',
  notHeld: 'pulse_not_held',
  replies: 'pulse_replies',
  answered: 'pulse_answered',
} as const;

/** Without a round it is a preview. */
export const pulseAskSchema = z.object({ scheduleId: z.guid(), roundId: z.guid().optional() });
export const notHeldSchema = z.object({
  scheduleId: z.guid(),
  why: z.enum(['too_soon', 'too_few', 'too_often', 'too_alike']),
  until: z.iso.date().optional(),
});
export const pulseRoundSchema = z.object({ roundId: z.guid() });
