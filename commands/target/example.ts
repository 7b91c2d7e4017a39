import { localDay } from '../../src/calendar/local-day.ts';
import { wordsOf } from '../../src/kpi/parse/tokenise.ts';
import { text } from '../../src/language/text.ts';
import { managedMemberIds } from '../../src/people/manages.ts';
import { membersFrom } from '../../src/people/presence.ts';
import type { Asked } from '../../src/slack/command.ts';

/** An example that works, with one of the person's own people. */
export const exampleFor = (asked: Asked, verb: 'set' | 'remove' = 'set'): string =>
  text(`target.example.${verb}`, { who: someoneOf(asked) });

/** One of the person's own people as a `@name`, else any rep. */
export function someoneOf({ member, directory, workspace, now }: Asked): string {
  const today = localDay(now, workspace.zone).toString();
  const there = membersFrom(directory, today);
  const own = managedMemberIds(member, directory, today).filter((id) => id !== member.id);
  const [first] = own.flatMap((id) => there.find((each) => each.id === id) ?? []);
  const someone = first ?? there.find(({ role }) => role === 'rep');
  return someone ? `@${wordsOf(someone.name).join(' ')}` : text('target.example.who');
}
