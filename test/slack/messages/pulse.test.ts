import { expect, test } from 'vitest';
import { declinedMessage, pulseMessage } from '../../../src/slack/messages/pulse.ts';
import { throughBlocks } from '../../../src/slack/messages/pulse-blocks.ts';
import { hintText } from '../../../src/slack/messages/pulse-mode.ts';
import { helpKey } from '../../../src/surveys/asked-actions.ts';
import { nextQuestions } from '../../../src/surveys/questions.ts';
import { readersOfWords, readsWords } from '../../../src/surveys/words-readers.ts';

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

/** The texts and the buttons by label, with what each carries. */
function read({ blocks }: ReturnType<typeof pulseMessage>) {
  const elements = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  const pressed = elements.flatMap((each) =>
    each.type === 'button' ? [[each.text.text, JSON.parse(each.value ?? '{}')] as const] : [],
  );
  return { said: JSON.stringify(blocks), carried: new Map<string, object>(pressed) };
}

test('who changes their answers sees each as it was, goes back step by step, and leaves it as it is at any of them', () => {
  const answer = { scores: { [first]: 4, [second]: 2, ...help }, texts: {}, comment: null };
  const at = (pressed: object) => read(pulseMessage(asked, answer, { ...button, ...pressed, again: true }));
  const promised = at({ question: second });
  expect(promised.said).toContain('Your answer so far: A little');
  const before = at(promised.carried.get('Back')!);
  expect(before.said).toMatch(/2 of 2.*Your answer so far: 2/);
  const start = at(before.carried.get('Back')!);
  expect(start.said).toMatch(/1 of 2.*Your answer so far: 4/);
  expect([...start.carried.keys()]).toEqual(['1', '2', '3', '4', '5', 'Done', 'Replies']);
  for (const { carried } of [promised, before, start]) {
    const left = pulseMessage(asked, answer, { ...button, ...carried.get('Done'), through: true });
    expect(left.text).toMatch(/^Thank you/);
  }
  // Who has something left to answer has no way round it.
  const some = { ...answer, scores: { [first]: 4 } };
  expect([...read(pulseMessage(asked, some, { ...button, again: true })).carried.keys()]).not.toContain('Done');
});

const teams = [
  { id: 'n', name: 'North', managerId: 'marta' },
  { id: 's', name: 'South', managerId: null },
];

test('who writes is told who reads it: admins, and who leads the team that was asked, or theirs among others', () => {
  const hint = (teamId: string | null, countedIn: string | null) =>
    hintText({ mode: 'anonymous', readers: readersOfWords({ teamId }, countedIn, { teams }) });
  expect(hint('n', 'n')).toContain('by admins and by who leads North, and only where 8 or more people answered.');
  expect(hint(null, 'n')).toContain(
    'by admins where 8 or more people answered, and by who leads North where 8 or more of North did.',
  );
  for (const [teamId, countedIn] of [
    [null, null],
    [null, 's'],
    ['s', 's'],
  ] as const)
    expect(hint(teamId, countedIn)).toContain('by admins, and only where 8 or more people answered.');
  const marta = { id: 'marta', role: 'manager' } as const;
  expect(readsWords({ teamId: 'n' }, marta, { teams })).toBe('all');
  expect([readsWords({ teamId: null }, marta, { teams }), readsWords({ teamId: 's' }, marta, { teams })]).toEqual([
    ['n'],
    ['n'],
  ]);
});
