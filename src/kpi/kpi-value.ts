import { Prisma } from '../db/generated/client.ts';
import { minorUnits } from '../language/money.ts';
import type { Figure, KpiValue } from './answer.ts';
import { type Cells, type Combined, combine, figuresOf, leftOutOf, quotient } from './combine.ts';
import { isOfEveryone, type Kpi } from './definition.ts';
import type { Figures } from './figures.ts';
import type { NoData } from './formula.ts';
import type { Goal } from './goal-of-several.ts';
import { changeMargin, type Loyalty, npsMargin } from './nps.ts';
import type { Part } from './parts.ts';
import { shareChangeMargin } from './share-margin.ts';
import { aimOf, countsTowards, type Towards } from './towards.ts';

export interface ValuesInput {
  towards: Towards;
  /** Figures person by person; null if nobody is left out of a goal. */
  people: Figures | null;
  currency: string;
  /** Whether it is about some people rather than everyone. */
  isOfPeople: boolean;
  /** Whether it is one person. */
  isOfMember: boolean;
  /** The first day on record inside the comparison period, if the records of a KPI begin there. */
  recordsBegin(kpi: Kpi): string | null;
  find(id: string): Kpi;
}

/** A KPI over one part of the answer, with its comparison, its goal and its pace. */
export function kpiValue(kpi: Kpi, part: Part, input: ValuesInput): KpiValue {
  const { currency, people, find } = input;
  const { whose } = part;
  const [goals, { goalsBefore }] = [input.towards.goalsOf(part), input.towards];
  const aimId = aimOf(kpi);
  const aim = aimId === null ? null : find(aimId);
  const [aimed, aimedBefore] = [goals, goalsBefore].map((all) => (aim && whose && all?.goalOf(aim, whose)) ?? null) as [
    Goal | null,
    Goal | null,
  ];
  const [here, then] = [countsTowards(part, aimed, people), countsTowards(part, aimedBefore, people)];
  const shared = kpi.formula.kind === 'ratio' && kpi.formula.sharesDenominatorBy;
  const over = shared ? part.overAll(shared) : part;
  const current = sharingDenominator(kpi, here.current, over.current);
  const previous = then.previous && sharingDenominator(kpi, then.previous, over.previous ?? then.previous);
  const combined = againstGoal(kpi, aim, combine(kpi.formula, current, previous), current, aimed);
  const before =
    previous && againstGoal(kpi, aim, combine(kpi.formula, previous, then.beforePrevious), previous, aimedBefore);
  const figures = figuresOf(kpi, combined, currency);
  // Over time only the whole period is compared with its goal.
  const goal = part.bucket === null && whose ? goals.goalOf(kpi, whose) : null;
  const earlier = before ? figuresOf(kpi, before, currency).value : null;
  // Growth has a comparison even where there was no growth to compare with.
  const isCompared = earlier !== null || (kpi.formula.kind === 'growth' && figures.value !== null);
  const recordsBegin = isCompared ? input.recordsBegin(kpi) : null;
  const isMoney = kpi.unit === 'money';
  const noData = combined.value ? null : (notOf(kpi, input) ?? whyUnattained(kpi, part, aimed) ?? combined.noData);
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
    // A sum of some people's goals is no target for what all of them did.
    target: goal && !goal.whom ? goalFigure(kpi, goal, currency) : null,
    ...(goal?.of ? { targetOf: { ...goal.of, sum: goalFigure(kpi, goal, currency) } } : {}),
    ...(aim && aimed?.of ? { targetOf: { ...aimed.of, sum: goalFigure(aim, aimed, currency) } } : {}),
    pace:
      goal && !goal.whom && whose && combined.value
        ? goals.paceOf(kpi, whose, combined.value.toNumber(), goal.value)
        : null,
    leftOut: kpi.leftOut ? leftOutOf(kpi.leftOut, current) : [],
  };
}

const goalFigure = ({ unit }: Kpi, { value }: Goal, currency: string): Figure =>
  unit === 'money' ? value.toFixed(minorUnits(currency)) : value;

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

/** The variances of independent samples add up. */
const marginOfBoth = (before: number | null, after: number | null): Pick<KpiValue, 'changeMargin'> => ({
  changeMargin: before === null || after === null ? null : Math.hypot(before, after),
});

/** Why a KPI has no data for these people. */
function notOf(kpi: Kpi, { isOfMember, isOfPeople }: ValuesInput): NoData | null {
  if (kpi.privacy && isOfMember) return 'of_groups';
  return isOfPeople && isOfEveryone(kpi) ? 'of_everyone' : null;
}

/** Without a target there is no attainment, and the answer says so. */
const whyUnattained = ({ formula }: Kpi, { whose }: Part, aimed: Goal | null): NoData | null =>
  formula.kind === 'attainment' && whose && !aimed ? 'no_target' : null;

/** By product, every product shares the denominator: the customers who could have bought it. */
function sharingDenominator({ formula }: Kpi, cells: Cells, over: Cells): Cells {
  if (formula.kind !== 'ratio' || !formula.sharesDenominatorBy) return cells;
  return (measure) => (measure === formula.denominator ? over(measure) : cells(measure));
}

/** Attainment and coverage compare with another KPI's target, or with what is missing to it. */
function againstGoal({ formula }: Kpi, aim: Kpi | null, combined: Combined, cells: Cells, goal: Goal | null): Combined {
  if (!aim || !goal) return combined;
  const actual = combine(aim.formula, cells, null).value;
  if (!actual) return combined;
  const target = new Prisma.Decimal(goal.value);
  if (formula.kind === 'attainment') return aim.better === 'down' ? quotient(target, actual) : quotient(actual, target);
  const missing = target.minus(actual);
  // With the target reached, there is nothing left to cover.
  return missing.isPositive() ? quotient(combined.numerator, missing) : { ...combined, denominator: missing };
}
