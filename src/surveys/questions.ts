/** What employees are asked: definitions as data, kept with each round as they were put. */
import { z } from 'zod';
import { text } from '../language/text.ts';

/** What makes people stay or go. */
export const drivers = ['recognition', 'workload', 'manager', 'growth', 'tools', 'pay', 'team'] as const;
export type Driver = (typeof drivers)[number];

export const instruments = ['pulse', 'enps'] as const;
export type Instrument = (typeof instruments)[number];

export const askedSchema = z.object({
  id: z.string(),
  /** null: of no driver in particular. */
  driver: z.enum(drivers).nullable(),
  text: z.string(),
  from: z.int(),
  to: z.int(),
});

/** A question as it was put; the answer is a whole number from `from` to `to`. Another wording is another question. */
export type AskedQuestion = z.infer<typeof askedSchema>;

export const MOST_PULSE_QUESTIONS = 5;

const bank = drivers.flatMap((driver) => ([1, 2, 3, 4, 5, 6] as const).map((number) => ({ driver, number })));

export const bankSize = bank.length;

/**
 * So many questions for the next pulse, of different drivers as far as possible: none is asked again before all were asked.
 *
 * @param before the ids of what was asked, once for each time
 */
export function nextQuestions(howMany: number, before: readonly string[]): AskedQuestion[] {
  const chosen: AskedQuestion[] = [];
  const open = bank.map(({ driver, number }) => {
    const id = `${driver}.${number}`;
    const times = before.filter((each) => each === id).length;
    return { id, driver, number, times };
  });
  const ofDriver = (driver: Driver) => chosen.filter((each) => each.driver === driver).length;
  const asked = (driver: Driver) => before.filter((id) => id.startsWith(`${driver}.`)).length;
  while (chosen.length < howMany && chosen.length < bank.length) {
    const [next] = open
      .filter(({ id }) => !chosen.some((each) => each.id === id))
      .sort(
        (one, other) =>
          one.times - other.times ||
          ofDriver(one.driver) - ofDriver(other.driver) ||
          asked(one.driver) - asked(other.driver) ||
          one.number - other.number,
      );
    if (!next) break;
    const { id, driver, number } = next;
    chosen.push({ id, driver, text: text(`pulse.bank.${driver}.${number}`), from: 1, to: 5 });
  }
  return chosen;
}

/** The one question of an eNPS. */
export const enpsQuestion = (): AskedQuestion => ({
  id: 'enps.1',
  driver: null,
  text: text('pulse.enps'),
  from: 0,
  to: 10,
});
