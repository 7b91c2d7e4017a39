import { calendarSettings } from '../../people/workspace.ts';
import type { Answer, KpiValue } from '../answer.ts';
import { findKpi } from '../catalogue/index.ts';
import type { Kpi } from '../definition.ts';
import type { Asking } from '../evaluate.ts';
import type { Figures, Keys } from '../figures.ts';
import { labelOf } from '../labels.ts';
import type { Measure } from '../measure.ts';
import type { Dimension } from '../question.ts';
import { AFTER, BEFORE, EVERYTHING, figuresOfBoth, keysOfBoth, numberOf } from './both-spans.ts';
import type { Mixed } from './moved.ts';
import { isBeyondChance, isLarge, judgedBy } from './news.ts';
import { type Part, type Prior, type Reversal, reversalIn, type Sample } from './reversal.ts';
import { mixing, tellingDimensions } from './telling.ts';

const MOST_KPIS = 4;

/** A ratio seen as a mean: of how many, of what sum, and of which squares. */
interface Mean {
  kind: 'share' | 'mean' | 'nps';
  measures: readonly Measure[];
  sample(cell: (measure: Measure) => number): Sample;
}

interface Candidate {
  kpi: Kpi;
  value: KpiValue;
  mean: Mean;
}

/** Half a success more and half a failure, and the like: with them few are as uncertain as they are. */
const priors: Record<Mean['kind'], Prior> = {
  share: { counted: 2, sum: 1, squares: 1 },
  nps: { counted: 3, sum: 0, squares: 1.5 },
  mean: { counted: 0, sum: 0, squares: 0 },
};

/**
 * Which ratios moved one way while nearly all of their parts moved the other. One statement per fact and dimension, over the
 * one that is asked for, else at most two of those that are known to mix; none where nothing has changed enough.
 */
export async function mixtures(asking: Asking, answer: Answer, byPerson: boolean): Promise<Mixed[]> {
  const { question } = answer;
  const candidates = answer.kpis.flatMap(candidate).slice(0, MOST_KPIS);
  const kpis = candidates.map(({ kpi }) => kpi);
  const [asked] = question.by;
  const looked = asked ? [asked] : tellingDimensions(kpis, question, byPerson, mixing);
  const found = await Promise.all(
    looked.map(async (by) => {
      const able = candidates.filter(({ kpi }) => kpi.dimensions.includes(by));
      if (able.length === 0) return [];
      const figures = await figuresOfBoth(
        asking,
        question,
        by,
        able.flatMap(({ mean }) => mean.measures),
      );
      return able.flatMap((each) => mixedBy(by, each, figures, (key) => labelFor(by, key, answer, asking)));
    }),
  );
  return candidates.flatMap(({ kpi }) => found.flat().find((each) => each.kpi.id === kpi.id) ?? []);
}

function candidate(value: KpiValue): Candidate[] {
  const kpi = findKpi(value.id);
  const mean = kpi && meanOf(kpi);
  if (!mean || value.value === null || value.previous === null || value.recordsBegin) return [];
  const [before, after] = [Number(value.previous), Number(value.value)];
  const isChange =
    mean.kind === 'nps'
      ? Math.abs(after - before) > (value.loyalty?.changeMargin ?? Number.POSITIVE_INFINITY)
      : isLarge(before, after);
  return isChange ? [{ kpi, value, mean }] : [];
}

/** Null where it is no mean of single things, or nobody knows how much chance there is in it. */
function meanOf(kpi: Kpi): Mean | null {
  const { formula } = kpi;
  if (formula.kind === 'nps') {
    const { promoters, detractors, answers } = formula;
    const sample: Mean['sample'] = (cell) => ({
      numerator: cell(promoters) - cell(detractors),
      denominator: cell(answers),
      squares: cell(promoters) + cell(detractors),
    });
    return { kind: 'nps', measures: [promoters, detractors, answers], sample };
  }
  const judged = judgedBy(kpi);
  if (formula.kind !== 'ratio' || formula.sharesDenominatorBy) return null;
  if (judged?.kind !== 'share' && judged?.kind !== 'mean') return null;
  const { numerator, denominator } = formula;
  // What is either there or not is its own square.
  const squares = judged.kind === 'mean' ? judged.squares : numerator;
  return {
    kind: judged.kind,
    measures: [numerator, denominator, squares],
    sample: (cell) => ({ numerator: cell(numerator), denominator: cell(denominator), squares: cell(squares) }),
  };
}

function mixedBy(by: Dimension, { value, mean }: Candidate, figures: Figures, label: Found['label']): Mixed[] {
  const sampleAt = (span: number, keys: Keys) => mean.sample((measure) => numberOf(figures.at(span, keys, measure)));
  const partAt = (keys: Keys): Part => ({ before: sampleAt(BEFORE, keys), after: sampleAt(AFTER, keys) });
  const whole = partAt(EVERYTHING);
  if (!isNews(mean, whole)) return [];
  const keys = keysOfBoth(figures);
  const groups = keys.map((key) => partAt([key, undefined]));
  const reversal = reversalIn(whole, groups, priors[mean.kind]);
  return reversal ? [told(by, value, { whole, groups, keys, reversal, label })] : [];
}

/** Of an NPS its margins have said so already. */
function isNews({ kind }: Mean, whole: Part): boolean {
  const squares = { before: whole.before.squares, after: whole.after.squares };
  return kind === 'nps' || isBeyondChance(kind, whole, squares);
}

interface Found {
  whole: Part;
  groups: readonly Part[];
  keys: readonly (string | null)[];
  reversal: Reversal;
  label(key: string | null): string;
}

function told(by: Dimension, kpi: KpiValue, found: Found): Mixed {
  const { whole, groups, keys, reversal } = found;
  const cause = groups[reversal.cause] ?? whole;
  const share = (time: 'before' | 'after') => cause[time].denominator / whole[time].denominator;
  return {
    ...{ kind: 'mixed', kpi, by, change: Number(kpi.value) - Number(kpi.previous) },
    ...{ against: reversal.against.length, parts: reversal.parts.length, isHigher: reversal.isHigher },
    group: found.label(keys[reversal.cause] ?? null),
    share: { before: share('before'), after: share('after') },
  };
}

/** As it stands in the answer, where that is broken down by it. */
function labelFor(by: Dimension, key: string | null, { groups }: Answer, { directory, workspace }: Asking): string {
  const shown = groups.find((group) => group.key === key && !group.others);
  return shown?.label ?? labelOf(by, key, { directory, customers: new Map(), ...calendarSettings(workspace) });
}
