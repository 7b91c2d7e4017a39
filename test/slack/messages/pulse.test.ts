import { expect, test } from 'vitest';
import { declinedMessage, pulseMessage } from '../../../src/slack/messages/pulse.ts';
import { throughBlocks } from '../../../src/slack/messages/pulse-blocks.ts';
import { helpKey } from '../../../src/surveys/asked-actions.ts';
import { nextQuestions } from '../../../src/surveys/questions.ts';

const questions = nextQuestions(2, []);
const [first, second] = questions.map(({ id }) => id) as [string, string];
const actions = [{ id: 'a', words: 'we hire', teamId: null }];
const privacy = { mode: 'anonymous', readers: { of: 'nobody', team: '' } } as const;
const asked = {
  instrument: 'pulse',
  questions,
  actions,
  until: '6 Apr',
  survey: 'Pulse of North, from Marta',
  privacy,
} as const;
const button = { round: 'r', token: 't' };
const help = { [helpKey(actions[0]!)]: 2 };

/** Whether who sees this is not reminded. */
const isThrough = ({ blocks }: ReturnType<typeof pulseMessage>): boolean =>
  blocks.some(({ block_id: id }) => id !== undefined && throughBlocks.includes(id));
const after = (scores: Record<string, number>, pressed: { question?: string; again?: boolean } = {}) =>
  isThrough(pulseMessage(asked, { scores, texts: {}, comment: null }, { ...button, ...pressed }));

test('who has answered everything is through, also while they change it: at each question, and at what was promised', () => {
  const all = { [first]: 4, [second]: 2, ...help };
  expect(after(all)).toBe(true);
  expect(after(all, { again: true })).toBe(true);
  expect(after(all, { again: true, question: first })).toBe(true);
  expect(after(all, { again: true, question: second })).toBe(true);
});

test('who declined is through, and not when they take part after all until they have answered', () => {
  expect(isThrough(declinedMessage(button))).toBe(true);
  expect(after({}, { again: true })).toBe(false);
  expect(after({ [first]: 4 }, { again: true, question: first })).toBe(false);
  expect(after({ [first]: 4 })).toBe(false);
});
