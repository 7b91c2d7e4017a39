import { expect, it } from 'vitest';
import { peopleMessage } from '../../../src/slack/messages/people.ts';

const page = (words: string) => {
  const { blocks } = peopleMessage({ people: [], page: 2, pages: 3, count: 30, words });
  return blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.map((each) => ('value' in each ? each.value : '')) : [],
  );
};

it('turns the pages of what was asked for', () => expect(page('north')).toEqual(['1 north', '3 north']));

it('has no buttons that Slack would refuse with the whole message', () => expect(page('n'.repeat(2000))).toEqual([]));
