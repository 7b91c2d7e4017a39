import { expect, test } from 'vitest';
import { standupFaults } from '../../src/slack/modals/standup.ts';

const faultsOf = (questions: string) =>
  standupFaults({
    metadata: '',
    fields: new Map(
      Object.entries({ channel: 'C1', days: '1', questions }).map(([id, value]) => [id, { value, initial: '' }]),
    ),
  });

test.each([
  ['Where are you? (office | home)', {}],
  [
    `Where? (office | ${'x'.repeat(76)})`,
    { questions: expect.stringContaining('A choice has 75 characters at most.') },
  ],
  [
    Array.from(
      { length: 10 },
      (_, line) => `Q${line} (${Array.from({ length: 40 }, (_, each) => `${each} of all`).join('|')})`,
    ).join('\n'),
    { questions: 'All these questions and choices together are too long for one form. Leave some out.' },
  ],
  ['', { questions: expect.stringContaining('Write one to 10 questions') }],
])('what Slack could not show is refused before it is asked: %.40s', (questions, faults) => {
  expect(faultsOf(questions)).toEqual(faults);
});
