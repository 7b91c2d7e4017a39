import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../src/db/client.ts';
import { type NewRound, type Round, startRound } from '../../src/surveys/rounds.ts';

/** A round that opens at a moment and closes five days later. */
export async function begin(
  tx: Transaction,
  wanted: Omit<NewRound, 'closesAt' | 'scheduleId'>,
  at: Temporal.Instant,
): Promise<Round> {
  const about = { ...wanted, scheduleId: crypto.randomUUID(), closesAt: at.add({ hours: 120 }) };
  const round = await startRound(tx, about, at);
  if ('why' in round) throw new Error(`no round: ${round.why}`);
  return round;
}
