/** What employees are asked: definitions as data, kept with each round as they were put. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { text } from '../language/text.ts';

/** What makes people stay or go. */
export const drivers = ['recognition', 'workload', 'manager', 'growth', 'tools', 'pay', 'team'] as const;
export type Driver = (typeof drivers)[number];

/** `own`: questions that somebody wrote for the survey. */
export const instruments = ['pulse', 'enps', 'own'] as const;
export type Instrument = (typeof instruments)[number];

const put = {
  id: z.string(),
  /** null: about no particular driver. */
  driver: z.enum(drivers).nullable(),
  text: z.string(),
};

export const askedSchema = z.union([
  /** Answered by a whole number from `from` to `to`. The first rounds had no other kind and do not name it. */
  z.object({ ...put, kind: z.literal('scale').default('scale'), from: z.int(), to: z.int() }),
  /** Answered by the index of a choice. */
  z.object({ ...put, kind: z.literal('choice'), choices: z.array(z.string()).min(2) }),
  /** Answered in words, or left out. */
  z.object({ ...put, kind: z.literal('text') }),
]);

/** A question exactly as it was asked. */
export type AskedQuestion = z.infer<typeof askedSchema>;
export type ScaleQuestion = Extract<AskedQuestion, { kind: 'scale' }>;

/** The numbers that answer a question; null: words do. */
export function rangeOf(question: AskedQuestion): { from: number; to: number } | null {
  if (question.kind === 'text') return null;
  return question.kind === 'scale' ? question : { from: 0, to: question.choices.length - 1 };
}

/**
 * Identifies a question's wording: with other words, another scale or other choices the version differs, even under the
 * same id.
 */
export function versionOf(question: AskedQuestion): string {
  const range = question.kind === 'scale' ? [question.from, question.to] : [];
  const choices = question.kind === 'choice' ? question.choices : [];
  const written = JSON.stringify([question.kind, question.text, ...range, ...choices]);
  return createHash('sha256').update(written).digest('base64url').slice(0, 12);
}

export const MOST_PULSE_QUESTIONS = 5;

const bank = drivers.flatMap((driver) => ([1, 2, 3, 4, 5, 6] as const).map((number) => ({ driver, number })));

export const bankSize = bank.length;

/**
 * The questions of the next pulse, about different drivers as far as possible; none is repeated before all were asked.
 *
 * @param before the ids asked so far, once for each time
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
    chosen.push({ kind: 'scale', id, driver, text: text(`pulse.bank.${driver}.${number}`), from: 1, to: 5 });
  }
  return chosen;
}

/** The only question of an eNPS; the reason is asked afterwards and stored as the comment. */
export const enpsQuestion = (): AskedQuestion => ({
  kind: 'scale',
  id: 'enps.1',
  driver: null,
  text: text('pulse.enps'),
  from: 0,
  to: 10,
});
