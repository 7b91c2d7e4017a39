import type { Directory } from '../../src/people/directory.ts';
import { isThereOn, membersFrom } from '../../src/people/presence.ts';
import type { Asked } from '../../src/slack/command.ts';

/** Whether words are a mention of this person, as Slack writes it. */
export const isMentioned = (words: string, { slackUserId }: { slackUserId: string | null }): boolean =>
  slackUserId !== null && /^<@(\w+)(\|[^>]*)?>$/.exec(words.trim())?.[1] === slackUserId;

/**
 * The people a name may mean: the one mentioned or with exactly this name, else all whose name contains it. People
 * known only from Slack are meant if nobody else matches. No words, or `me`: the asker.
 */
export function called(words: string, { directory, member }: Pick<Asked, 'directory' | 'member'>, today: string) {
  const name = words.trim().replace(/^@/, '').toLowerCase();
  const there = directory.members.filter((each) => isThereOn(each, today));
  if (name === '' || name === 'me') return there.filter(({ id }) => id === member.id);
  const mentioned = there.filter((each) => isMentioned(words, each));
  if (mentioned.length > 0) return mentioned;
  const known = namedSo(name, membersFrom(directory, today));
  return known.length > 0 ? known : namedSo(name, there);
}

function namedSo(name: string, people: Directory['members']) {
  const exact = people.filter((each) => each.name.toLowerCase() === name);
  return exact.length > 0 ? exact : people.filter((each) => each.name.toLowerCase().includes(name));
}
