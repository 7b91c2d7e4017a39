import { expect, it } from 'vitest';
import { pulseResultsInShort, pulseResultsMessage } from '../../../src/slack/messages/pulse-results.ts';
import type { Told } from '../../../src/slack/messages/pulse-scores.ts';
import { readOwnQuestions } from '../../../src/surveys/own-questions.ts';
import type { Instrument } from '../../../src/surveys/questions.ts';
import type { GroupResult, QuestionResult } from '../../../src/surveys/results.ts';
import { plain } from '../../support/reading.ts';

const voices = { mode: 'anonymous', isOwner: false, actions: { promised: [], before: [], open: null } } as const;
const promised = { id: 'a', words: 'Less haste', byId: 'm', by: 'Marta', teamId: null, team: null, isOpen: true };
/** All that can stand there beside the results. */
const manyVoices = {
  mode: 'anonymous',
  isOwner: true,
  actions: { promised: [promised], before: [{ words: 'More room', help: null }], open: 1 },
} as const;
const group = (score: number | null, margin: number | null = 10, questions: QuestionResult[] = []): GroupResult => ({
  ...{ answers: 20, invited: 25, score, margin, questions },
  ...{ loyalty: null, own: [] },
});
const asked = (driver: QuestionResult['driver'], score: number, text = `About ${driver}`): QuestionResult => ({
  ...{ id: text, driver, score, text, answers: 20, margin: 12 },
});
const results = (instrument: Instrument, everybody: Told | null) => ({
  ...{ roundId: 'r', instrument, when: 'Mar 2026', team: null, everybody, teams: [], comments: [] },
  ...{ texts: null, survey: 'Pulse of reps, from Marta', reworded: null, voices, isOfTeams: false },
});
const told = (instrument: 'pulse' | 'enps', now: GroupResult, ...before: GroupResult[]) => {
  const names = ['Jan 2026', 'Feb 2026'].slice(-before.length);
  const earlier = before.map((result, index) => ({ when: names[index]!, result }));
  return plain(pulseResultsMessage(results(instrument, { now, earlier })).text);
};

it('an eNPS has its margin, and has changed only when that is more than chance would do', () => {
  expect(told('enps', group(20, 31))).toContain('*eNPS 20 ± 31*');
  expect(told('enps', group(20, 31), group(-10, 30))).toContain('About the same as in Feb 2026 (−10)');
  expect(told('enps', group(40, 31), group(-10, 30))).toContain('▲ Up by 50 since Feb 2026');
  expect(told('enps', group(-30, 30), group(20, 31))).toContain('▼ Down by 50 since Feb 2026');
});

it('satisfaction is said in the words people answered in, with its course over all rounds', () => {
  const text = told('pulse', group(70), group(40), group(51));
  expect(text).toContain('What 20 of 25 answered (80 %)');
  expect(text).toContain('*Satisfaction 70 of 100*, as if all said “mostly”');
  expect(text).toContain('▲ Up by 19 since Feb 2026');
  expect(text).toContain('Course: Jan 2026 40 · Feb 2026 51 · *Mar 2026 70*');
  expect(told('pulse', group(58))).not.toMatch(/since|Course|same/);
});

it('of many rounds the last twelve are a course, and the others are counted', () => {
  const earlier = Array.from({ length: 14 }, (_, index) => ({ when: `M${index + 1}`, result: group(50 + index) }));
  const { text } = pulseResultsMessage(results('pulse', { now: group(70), earlier }));
  expect(plain(text)).toContain('Course: M4 53 · ');
  expect(plain(text)).toContain('*Mar 2026 70*, and 3 rounds before');
});

it('a round that too few answered is no part of the course', () => {
  expect(told('pulse', group(70), group(51), group(null))).toContain('Course: Jan 2026 51 · *Mar 2026 70*');
});

it('what was asked stands from the strongest to the weakest, each with what it was when it was asked about last', () => {
  const now = group(60, 10, [asked('pay', 30), asked('team', 90), asked('tools', 60)]);
  const lines = told('pulse', now, group(55, 10, [asked('pay', 80)]), group(58, 10, [asked('tools', 58)])).split('\n');
  expect(lines.slice(-5)).toEqual([
    'From the strongest to the weakest:',
    '1. *Team* *90*, fully: About team',
    '2. *Tools* *60*, partly: About tools (about the same as in Feb 2026)',
    '3. *Pay* *30*, rather not: About pay (▼50 since Jan 2026)',
    'Pulse of reps, from Marta.',
  ]);
});

it('of a round that too few answered it says why there is nothing', () => {
  expect(pulseResultsMessage(results('pulse', null)).text).toContain('fewer than 5 answers');
});

it('in short it is the score and its course, and what stands for the rest is a button', () => {
  const now = group(60, 10, [asked('pay', 30), asked('team', 90)]);
  const { text, blocks } = pulseResultsInShort(results('pulse', { now, earlier: [] }), '');
  expect(text).not.toContain('Pay');
  expect(JSON.stringify(blocks)).toContain('Read all of it: Pulse, Mar 2026');
});

it('whatever many teams and comments there are, it fits one message', () => {
  const long = Array.from({ length: 60 }, (_, index) => `${index} ${'word '.repeat(60)}`);
  const team = { now: group(50), earlier: [], name: 'North', comments: long, texts: new Map() };
  const { blocks } = pulseResultsMessage(
    {
      ...results('pulse', { now: group(60), earlier: [{ when: 'Feb 2026', result: group(50) }] }),
      ...{
        teams: Array.from({ length: 20 }, () => team),
        comments: [...long, ...long],
        voices: manyVoices,
      },
    },
    { kind: 'file', fileId: 'F1', alt: 'A chart' },
  );
  expect(blocks.length).toBeLessThanOrEqual(50);
});

it('of own questions, too, however much was written to them', () => {
  const long = Array.from({ length: 60 }, (_, index) => `${index} ${'word '.repeat(60)}`);
  const options = Array.from({ length: 10 }, (_, index) => `${index} ${'o'.repeat(70)}`).join(' | ');
  const questions = readOwnQuestions(`What?\nWhy?\nHow was it? (0-10)\nWhere? (${options})\nWho?`);
  const now = {
    ...group(null),
    own: questions.map((question) => ({ question, counts: question.kind === 'text' ? null : Array(11).fill(2) })),
  };
  const texts = new Map(questions.map(({ id }) => [id, long]));
  const team = { now, earlier: [], name: 'North', comments: long, texts };
  const { blocks } = pulseResultsMessage({
    ...results('own', { now, earlier: [{ when: 'Feb 2026', result: now }] }),
    ...{ teams: Array.from({ length: 20 }, () => team), comments: long, texts, reworded: 'Feb 2026' },
    voices: manyVoices,
  });
  expect(blocks.length).toBeLessThanOrEqual(50);
  const said = blocks.map((block) => JSON.stringify(block));
  expect(said.filter((block) => block.includes('Not all of them fit here'))).toHaveLength(12);
  expect(said.some((block) => block.includes('And 17 teams more, for which there is no place here.'))).toBe(true);
  expect(said.every((block) => block.length < 3200)).toBe(true);
});

it('a mean of own questions has changed only when that is more than chance would do, and an alike group has none', () => {
  const [question] = readOwnQuestions('How was it? (1-5)');
  const of = (counts: number[] | null) => ({ ...group(null), own: [{ question: question!, counts }] });
  const said = (now: number[] | null, before: number[] | null) =>
    pulseResultsMessage(results('own', { now: of(now), earlier: [{ when: 'Feb 2026', result: of(before) }] })).text;
  expect(said([0, 0, 1, 4, 15], [15, 4, 1, 0, 0])).toContain('*4.7* on a scale from 1 to 5 (▲3.4 since Feb 2026)');
  expect(said([1, 2, 3, 2, 1], [2, 2, 3, 1, 1])).toContain('no change beyond chance since Feb 2026');
  expect(said([1, 2, 3, 2, 1], null)).not.toContain('since');
  expect(said(null, [2, 2, 3, 1, 1])).toContain('Not shown: fewer than 5 answered it, or all of them alike.');
});
