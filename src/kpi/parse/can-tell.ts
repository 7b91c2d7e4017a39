import type { Question } from '../question.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whether all numbers asked for know what they are broken down and filtered by. */
export function canTell({ kpis, by, where = [] }: Question, vocabulary: Vocabulary): boolean {
  const needed = [...by, ...where.map((filter) => filter.by)];
  const asked = vocabulary.kpis.filter(({ id }) => kpis.includes(id));
  return asked.every(({ dimensions }) => !dimensions || needed.every((each) => dimensions.includes(each)));
}
