import { Prisma } from '../db/generated/client.ts';
import { minorUnits } from '../language/money.ts';
import type { KpiValue } from './answer.ts';
import { type Cells, type Combined, combine, figuresOf, leftOutOf, quotient } from './combine.ts';
import { isOfEveryone, type Kpi, type NoData } from './definition.ts';
import type { Goals } from './goals.ts';
import { changeMargin, type Loyalty, npsMargin } from './nps.ts';
import type { Part } from './parts.ts';
import { shareChangeMargin } from './share-margin.ts';

export interface ValuesInput {
  goals: Goals;
  currency: string;
  /** Whether some people's numbers are asked for, rather than everyone's. */
  isOfPeople: boolean;
  /** Whether it is one person. */
  isOfMember: boolean;
  /** The first day on record inside the comparison period, if the records of a KPI begin there. */
  recordsBegin(kpi: Kpi): string | null;
  find(id: string): Kpi;
}

/** A KPI over one part of the answer, with its comparison, its goal and its pace. */
export function kpiValue(kpi: Kpi, part: Part, input: ValuesInput): KpiValue {
  const { goals, currency } = input;
  const shared = kpi.formula.kind === 'ratio' && kpi.formula.sharesDenominatorBy;
  const over = shared ? part.overAll(shared) : part;
  const current = sharingDenominator(kpi, part.current, over.current);
  const previous = part.previous && sharingDenominator(kpi, part.previous, over.previous ?? part.previous);
  const combined = againstGoal(kpi, part, combine(kpi.formula, current, previous), input);
  const before = previous && combine(kpi.formula, previous, part.beforePrevious);
  const figures = figuresOf(kpi, combined, currency);
  const goal = part.whose && goals.goalOf(kpi, part.whose);
  const earlier = before ? figuresOf(kpi, before, currency).value : null;
  // Growth is compared with what was before, also where it has no growth of then beside it.
  const isCompared = earlier !== null || (kpi.formula.kind === 'growth' && figures.value !== null);
  const recordsBegin = isCompared ? input.recordsBegin(kpi) : null;
  const isMoney = kpi.unit === 'money';
  const noData = combined.value ? null : (notOf(kpi, input) ?? whyUnattained(kpi, part, input) ?? combined.noData);
  const { loyalty } = combined;
  return {
    id: kpi.id,
    unit: kpi.unit,
    ...(isMoney ? { currency } : {}),
    value: figures.value,
    ...(noData ? { noData } : {}),
    numerator: figures.numerator,
    denominator: figures.denominator,
    ...(loyalty ? { loyalty: withMargins(loyalty, before?.loyalty) } : {}),
    ...(kpi.isOfAnswers && before ? marginOf(before, combined) : {}),
    ...(combined.margin !== undefined && before?.margin !== undefined
      ? marginOfBoth(before.margin, combined.margin)
      : {}),
    ...(kpi.formula.kind === 'ratio' && kpi.formula.median ? { median: figures.median } : {}),
    previous: earlier,
    ...(recordsBegin ? { recordsBegin } : {}),
    target: goal && (isMoney ? goal.value.toFixed(minorUnits(currency)) : goal.value),
    ...(goal?.of ? { targetOf: goal.of } : {}),
    pace:
      goal && part.whose && combined.value
        ? goals.paceOf(kpi, part.whose, combined.value.toNumber(), goal.value)
        : null,
    leftOut: kpi.leftOut ? leftOutOf(kpi.leftOut, current) : [],
  };
}

const withMargins = (loyalty: Loyalty, before: Loyalty | undefined): KpiValue['loyalty'] => ({
  ...{ ...loyalty, margin: npsMargin(loyalty) },
  ...(before ? { changeMargin: changeMargin(before, loyalty) } : {}),
});

function marginOf(...spans: [Combined, Combined]): Pick<KpiValue, 'changeMargin'> {
  const [before, after] = spans.map(({ numerator, denominator }) => ({
    numerator: numerator?.toNumber() ?? 0,
    denominator: denominator?.toNumber() ?? 0,
  }));
  return before?.denominator && after?.denominator ? { changeMargin: shareChangeMargin(before, after) } : {};
}

/** Of independent samples the variances add up. */
const marginOfBoth = (before: number | null, after: number | null): Pick<KpiValue, 'changeMargin'> => ({
  changeMargin: before === null || after === null ? null : Math.hypot(before, after),
});

/** Why a KPI is not told of whom it is asked about. */
function notOf(kpi: Kpi, { isOfMember, isOfPeople }: ValuesInput): NoData | null {
  if (kpi.privacy && isOfMember) return 'of_groups';
  return isOfPeople && isOfEveryone(kpi) ? 'of_everyone' : null;
}

/** Nothing is reached of a target that there is not. */
function whyUnattained({ formula }: Kpi, { whose }: Part, { goals, find }: ValuesInput): NoData | null {
  const hasNone = formula.kind === 'attainment' && whose && !goals.goalOf(find(formula.of), whose);
  return hasNone ? 'no_target' : null;
}

/** By product, the customers who could have bought are the same for each product. */
function sharingDenominator({ formula }: Kpi, cells: Cells, over: Cells): Cells {
  if (formula.kind !== 'ratio' || !formula.sharesDenominatorBy) return cells;
  return (measure) => (measure === formula.denominator ? over(measure) : cells(measure));
}

/** Attainment and coverage set what there is against the goal of another KPI, or what is missing to it. */
function againstGoal({ formula }: Kpi, part: Part, combined: Combined, { goals, find }: ValuesInput): Combined {
  if (formula.kind !== 'attainment' && formula.kind !== 'coverage') return combined;
  const other = find(formula.kind === 'attainment' ? formula.of : formula.goal);
  const goal = part.whose && goals.goalOf(other, part.whose);
  const actual = combine(other.formula, part.current, null).value;
  if (!goal || !actual) return combined;
  const target = new Prisma.Decimal(goal.value);
  if (formula.kind === 'attainment')
    return other.better === 'down' ? quotient(target, actual) : quotient(actual, target);
  const missing = target.minus(actual);
  // With nothing missing there is nothing left to cover.
  return missing.isPositive() ? quotient(combined.numerator, missing) : { ...combined, denominator: missing };
}
