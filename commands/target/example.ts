import { localDay } from '../../src/calendar/local-day.ts';
import { wordsOf } from '../../src/kpi/parse/tokenise.ts';
import { text } from '../../src/language/text.ts';
import { managedMemberIds } from '../../src/people/manages.ts';
import type { Asked } from '../../src/slack/command.ts';

/** An example that works, with one of the person's own people. */
export function exampleFor({ member, directory, workspace, now }: Asked): string {
  const today = localDay(now, workspace.zone).toString();
  const people = managedMemberIds(member, directory, today).filter((id) => id !== member.id);
  const someone =
    directory.members.find(({ id }) => id === people[0]) ?? directory.members.find(({ role }) => role === 'rep');
  const who = someone ? `@${wordsOf(someone.name).join(' ')}` : text('target.example.who');
  return text('target.example', { who });
}
