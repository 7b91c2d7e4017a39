// What somebody has written in a survey, with what was replied to it, in one form.
import { expect, it } from 'vitest';
import { answeredIn, ownTalksView, replyFaults } from '../../../src/slack/modals/pulse-replies.ts';
import { readOwnQuestions } from '../../../src/surveys/own-questions.ts';
import type { Talk } from '../../../src/surveys/replies.ts';

const [helps, hinders] = readOwnQuestions('What helps?\nWhat <hinders>?');
const reply = { byId: 'marta', words: 'Tell me more', waits: false };
const talk = (key: string, question: Talk['question'], said: Talk['said']): Talk => ({
  ...{ key, question, said },
  comment: `Words of ${key}`,
});
const talks = [talk('a', null, [reply]), talk('b', helps!, []), talk('c', hinders!, [reply])];
const filled = (...fields: [string, string][]) => ({
  metadata: '',
  fields: new Map(fields.map(([id, value]) => [id, { value, initial: '' }])),
});
const view = (own: readonly Talk[]) => ownTalksView('form', '{}', own, () => 'Marta');
const inputs = (own: readonly Talk[]) =>
  view(own).blocks.flatMap((block) =>
    'label' in block ? [{ id: block.block_id ?? '', label: block.label.text, optional: block.optional }] : [],
  );

it('has a field for each that somebody replied to, named by its question, and sends only where there is one', () => {
  expect(inputs(talks).map(({ label }) => label)).toEqual(['Answer back', 'Answer back: What <hinders>?']);
  expect(JSON.stringify(view(talks).blocks)).toContain('You wrote to “What &lt;hinders&gt;?”:');
  expect([view(talks).submit !== undefined, view([talks[1]!]).submit]).toEqual([true, undefined]);
});

it('where several were replied to one need not answer all, and reads what that may tell', () => {
  expect(inputs(talks).map(({ optional }) => optional)).toEqual([true, true]);
  expect(JSON.stringify(view(talks).blocks)).toContain('of one hand');
  expect(inputs(talks.slice(0, 2)).map(({ optional }) => optional)).toEqual([false]);
  expect(JSON.stringify(view(talks.slice(0, 2)).blocks)).not.toContain('of one hand');
});

it('what is answered goes to the talk it stands in; nothing at all, or too much, is told', () => {
  const [first, second] = inputs(talks).map(({ id }) => id);
  const answer = filled([first!, ' '], [second!, ' The stairs ']);
  expect(answeredIn(answer, talks)).toEqual([{ key: 'c', words: 'The stairs' }]);
  expect(replyFaults(answer)).toEqual({});
  expect(replyFaults(filled([first!, ''], [second!, ' ']))).toEqual({
    [first!]: 'Write something, or close the form.',
  });
  expect(replyFaults(filled([first!, 'a'], [second!, 'b'.repeat(1001)]))).toEqual({
    [second!]: 'That is longer than 1000 characters.',
  });
});
