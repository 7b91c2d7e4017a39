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
import { type Change, type Count, changeOf, contributionsTo, weightOf } from './contributions.ts';
import type { Driven } from './moved.ts';
import { isBeyondChance, isLarge, type Judged, judgedBy } from './news.ts';
import { tellingDimensions } from './telling.ts';

const MOST_KPIS = 4;

/** The group must have brought so much of the change, and so much more than is its share of the whole: or it only moved with the others. */
const LEAST_SHARE = 0.4;
const ABOVE_ITS_SIZE = 0.15;

interface Candidate {
  kpi: Kpi;
  value: KpiValue;
  judged: Judged;
}

/**
 * Which changes are more than chance, and which group brought the most of each. One statement per fact and dimension, over
 * at most two dimensions and four KPIs; none where nothing has changed by a tenth. Of who asks why, each change, by each of the
 * dimensions.
 */
export async function drivers(asking: Asking, answer: Answer, byPerson: boolean): Promise<Driven[]> {
  const { question } = answer;
  const isAsked = question.why === true;
  const candidates = answer.kpis.flatMap((value) => candidate(value, isAsked)).slice(0, MOST_KPIS);
  const looked = tellingDimensions(
    candidates.map(({ kpi }) => kpi),
    question,
    byPerson,
  );
  const found = await Promise.all(
    looked.map(async (by) => {
      const able = candidates.filter(({ kpi }) => kpi.dimensions.includes(by));
      const figures = await figuresOfBoth(asking, question, by, able.flatMap(measuresFor));
      return able.flatMap((each) => drivenBy(by, { ...each, isAsked }, figures, asking));
    }),
  );
  const all = found.flat();
  return candidates.flatMap(({ kpi }) => {
    const own = all.filter((each) => each.kpi.id === kpi.id).sort((a, b) => shareOf(b) - shareOf(a));
    return isAsked ? own : own.slice(0, 1);
  });
}

const shareOf = ({ contribution, change }: Driven) => contribution / change;

function candidate(value: KpiValue, isAsked: boolean): Candidate[] {
  const kpi = findKpi(value.id);
  const judged = kpi && judgedBy(kpi);
  if (!kpi || !judged || value.value === null || value.previous === null || value.recordsBegin) return [];
  const [before, after] = [value.previous, value.value].map((each) => ({ numerator: Number(each), denominator: null }));
  if (!before || !after) return [];
  if (isAsked) return before.numerator === after.numerator ? [] : [{ kpi, value, judged }];
  if (!isLarge(before.numerator, after.numerator)) return [];
  // A count needs no statement to be told from chance.
  if (judged.kind === 'count' && !isBeyondChance('count', { before, after })) return [];
  return [{ kpi, value, judged }];
}

const measuresFor = ({ kpi: { formula }, judged }: Candidate): Measure[] => {
  const squares = 'squares' in judged ? [judged.squares] : [];
  if (formula.kind === 'sum') return [formula.of, ...squares];
  return formula.kind === 'ratio' ? [formula.numerator, formula.denominator, ...squares] : [];
};

function drivenBy(
  by: Dimension,
  { kpi, value, judged, isAsked }: Candidate & { isAsked: boolean },
  figures: Figures,
  { directory, workspace }: Asking,
): Driven[] {
  const countAt = (span: number, keys: Keys): Count => countOf(kpi, (measure) => figures.at(span, keys, measure));
  const changeAt = (keys: Keys): Change => ({ before: countAt(BEFORE, keys), after: countAt(AFTER, keys) });
  const whole = changeAt(EVERYTHING);
  const squaresAt = (span: number) =>
    'squares' in judged ? numberOf(figures.at(span, EVERYTHING, judged.squares)) : 0;
  const squares = { before: squaresAt(BEFORE), after: squaresAt(AFTER) };
  const change = changeOf(whole);
  const isChance = !isBeyondChance(judged.kind, whole, squares);
  if (!change || (isChance && !isAsked)) return [];
  const keys = keysOfBoth(figures);
  const groups = keys.map((key) => changeAt([key, undefined]));
  const contributions = contributionsTo(whole, groups) ?? [];
  const [most] = contributions
    .map((contribution, index) => ({ contribution, key: keys[index] ?? null, group: groups[index] }))
    .filter(({ contribution, key, group }) => {
      const share = contribution / change;
      if (key === null || !group || share <= 0) return false;
      return isAsked || (share >= LEAST_SHARE && share >= weightOf(group, whole) + ABOVE_ITS_SIZE);
    })
    .sort((a, b) => b.contribution / change - a.contribution / change);
  if (!most) return [];
  const group = labelOf(by, most.key, { directory, customers: new Map(), ...calendarSettings(workspace) });
  const found = { kpi: value, by, group, change, contribution: most.contribution };
  return [{ kind: 'driven', ...found, ...(isChance ? { isChance } : {}) }];
}

function countOf({ formula }: Kpi, cell: (measure: Measure) => unknown): Count {
  if (formula.kind === 'ratio')
    return { numerator: numberOf(cell(formula.numerator)), denominator: numberOf(cell(formula.denominator)) };
  return { numerator: formula.kind === 'sum' ? numberOf(cell(formula.of)) : 0, denominator: null };
}
