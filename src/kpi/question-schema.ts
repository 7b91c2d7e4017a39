import { z } from 'zod';
import type { PeriodSpec } from '../calendar/period-spec.ts';
import { Problem } from '../errors.ts';
import type { Dimension, Question, Whose } from './question.ts';

const unit = z.enum(['day', 'week', 'month', 'quarter', 'year']);
const calendar = z.enum(['gregory', 'persian']).optional();

const period: z.ZodType<PeriodSpec> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['this', 'last', 'next']), unit }),
  z.object({
    kind: z.literal('weekday'),
    weekday: z.literal([1, 2, 3, 4, 5, 6, 7]),
    isOver: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal('toDate'), unit: unit.exclude(['day']) }),
  z.object({ kind: z.literal('trailing'), n: z.int().positive(), unit: z.enum(['day', 'week', 'month']) }),
  z.object({ kind: z.literal('month'), month: z.int(), year: z.int().optional(), calendar }),
  z.object({ kind: z.literal('quarter'), quarter: z.literal([1, 2, 3, 4]), year: z.int().optional() }),
  z.object({ kind: z.literal('year'), year: z.int() }),
  z.object({ kind: z.literal('between'), from: z.string(), through: z.string() }),
]);

const dimensions = {
  rep: 1,
  team: 1,
  region: 1,
  country: 1,
  product: 1,
  product_type: 1,
  customer: 1,
  segment: 1,
  competitor: 1,
  source: 1,
  campaign: 1,
  origin: 1,
  kind: 1,
  stage: 1,
  type: 1,
  outcome: 1,
  result: 1,
  place: 1,
  weekday: 1,
  hour: 1,
  day: 1,
  week: 1,
  month: 1,
  quarter: 1,
  year: 1,
} satisfies Record<Dimension, 1>;

const dimension = z.enum(Object.keys(dimensions) as [Dimension, ...Dimension[]]);

export const whoseSchema: z.ZodType<Whose> = z.discriminatedUnion('scope', [
  z.object({ scope: z.literal('member'), memberId: z.guid() }),
  z.object({ scope: z.literal('team'), teamIds: z.array(z.guid()) }),
  z.object({ scope: z.literal('workspace') }),
]);

/** A button of an older version has one breakdown or null in place of the list. */
export const questionSchema: z.ZodType<Question> = z.object({
  kpis: z.array(z.string()),
  whose: whoseSchema,
  period,
  by: z.union([z.array(dimension).max(2), dimension.nullable().transform((by) => (by ? [by] : []))]),
  where: z.array(z.object({ by: dimension, keys: z.array(z.string()) })).optional(),
  top: z.int().positive().optional(),
  order: z.enum(['best', 'worst', 'lowest']).optional(),
  why: z.literal(true).optional(),
  against: z.literal('lastYear').optional(),
});

/** A question as a button carries it. A button of an older version may hold one we no longer know: a Problem says to ask anew. */
export function questionOf(value: string): Question {
  const parsed = questionSchema.safeParse(jsonOf(value));
  if (!parsed.success) throw new Problem('slack.unknown_action');
  return parsed.data;
}

const chosen = z.object({ question: questionSchema, kpi: z.string() });

/** One of a question's numbers, as a button carries it. @throws Problem as `questionOf` does */
export function chosenOf(value: string): z.infer<typeof chosen> {
  const parsed = chosen.safeParse(jsonOf(value));
  if (!parsed.success) throw new Problem('slack.unknown_action');
  return parsed.data;
}

const recordsView = chosen.extend({
  part: z.enum(['numerator', 'denominator', 'leftOut']),
  page: z.int().nonnegative(),
});

/** The records behind one of a question's numbers, as a button carries them. */
export type RecordsView = z.infer<typeof recordsView>;

/** @throws Problem as `questionOf` does */
export function recordsViewOf(value: string): RecordsView {
  const parsed = recordsView.safeParse(jsonOf(value));
  if (!parsed.success) throw new Problem('slack.unknown_action');
  return parsed.data;
}

export function jsonOf(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
