import { numberText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import { changeOf } from '../../surveys/chance.ts';
import type { Driver, Instrument } from '../../surveys/questions.ts';
import type { GroupResult, QuestionResult } from '../../surveys/results.ts';
import { escaped } from './mrkdwn.ts';
import { ownLines } from './own-results.ts';

/** A group's result in a round, with a short name for when it was: Mar 2026. */
export interface Then {
  when: string;
  result: GroupResult;
}

/** A group's result now and in earlier rounds, oldest first. */
export interface Told {
  now: GroupResult;
  earlier: readonly Then[];
}

export interface About {
  instrument: Instrument;
  when: string;
}

/** The score with its change and history, and what it is made of, strongest first. */
export function groupLines(told: Told, about: About): string[] {
  if (about.instrument === 'own') return ownLines(told);
  const { questions } = told.now;
  if (told.now.score === null || about.instrument === 'enps') return scoreLines(told, about);
  const ranked = [...questions].sort((one, other) => other.score - one.score);
  return [
    ...scoreLines(told, about),
    ...(ranked.length > 1 ? [text('pulse.results.ranked')] : []),
    ...ranked.map((question, index) => questionText(question, index + 1, told.earlier)),
  ];
}

/** The score as number and words, its change since the last round, and its history. */
export function scoreLines(told: Told, { instrument, when }: About): string[] {
  if (instrument === 'own') return ownLines(told);
  const { now, earlier } = told;
  if (now.score === null) return [];
  const score = text(`pulse.results.score.${instrument}`, {
    ...{ score: whole(now.score), margin: Math.round(now.margin ?? 0) },
    meaning: instrument === 'enps' ? 'none' : meaningOf(now.score),
  });
  const before = earlier.findLast(({ result }) => result.score !== null);
  const change = before && changeText(now, before.result, before.when);
  return [score, ...(change ? [change] : []), ...courseLine([...earlier, { when, result: now }])];
}

/** Uses the words of the scale that people answered on. */
const meaningOf = (score: number): string =>
  text(`pulse.scale.5.${Math.min(5, 1 + Math.round(score / 25)) as 1 | 2 | 3 | 4 | 5}`);

interface Scored {
  score: number | null;
  margin: number | null;
}

const measured = ({ score, margin }: Scored) => ({ score: score ?? 0, margin: margin ?? 0 });

const whole = (score: number) => numberText(Math.round(score), 0);

const changeText = (now: Scored, before: Scored, since: string): string =>
  text('pulse.results.change', {
    kind: changeOf(measured(now), measured(before)),
    ...{ since, before: whole(before.score ?? 0) },
    by: Math.abs(Math.round(now.score ?? 0) - Math.round(before.score ?? 0)),
  });

/** Rounds shown; the file has all of them. */
const MOST_ROUNDS = 12;

function courseLine(all: readonly Then[]): string[] {
  const told = all.flatMap(({ when, result }) => (result.score === null ? [] : [{ when, score: whole(result.score) }]));
  if (told.length < 2) return [];
  const shown = told.slice(-MOST_ROUNDS);
  const points = shown.map(({ when, score }, index) =>
    text('pulse.results.point', { when, score, isNow: index === shown.length - 1 ? 'yes' : 'no' }),
  );
  return [text('pulse.results.course', { course: points.join(' · '), left: told.length - shown.length })];
}

function questionText(question: QuestionResult, place: number, earlier: readonly Then[]): string {
  const { driver, score } = question;
  const before = driver && lastOf(driver, earlier);
  const change = before ? changeOf(question, before.then) : 'none';
  return text('pulse.results.question', {
    ...{ place, score: Math.round(score), meaning: meaningOf(score), change },
    driver: driver ? text(`pulse.driver.${driver}`) : 'none',
    question: escaped(question.text),
    by: before ? Math.abs(Math.round(score) - Math.round(before.then.score)) : 0,
    since: before?.when ?? '',
  });
}

/** The last time that a driver was asked about, however it was worded. */
function lastOf(driver: Driver, earlier: readonly Then[]): { when: string; then: QuestionResult } | undefined {
  return earlier
    .flatMap(({ when, result }) =>
      result.questions.filter((question) => question.driver === driver).map((then) => ({ when, then })),
    )
    .at(-1);
}
