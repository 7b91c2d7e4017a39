import { localDay } from '../../src/calendar/local-day.ts';
import { text } from '../../src/language/text.ts';
import { changePerson } from '../../src/people/change-person.ts';
import { dayFault, readDaySpan } from '../../src/people/day-spans.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { escaped } from '../../src/slack/messages/mrkdwn.ts';
import { spansText } from '../../src/slack/messages/people.ts';
import { called } from './who.ts';

/**
 * `/salespulse people @anna off 2026-12-24..2026-12-31`, or several separated by commas: adds to the existing days off.
 */
export async function addDaysOff(who: string, days: string, asked: Asked): Promise<Reply> {
  const { db, workspace, member, now } = asked;
  const today = localDay(now, workspace.zone).toString();
  const found = called(who, asked, today);
  const [person] = found;
  if (!person || found.length > 1) return say(text('people.who', { count: found.length, words: escaped(who) }));
  const written = days.split(/[,\s]+/).filter(Boolean);
  const spans = written.flatMap((each) => readDaySpan(each) ?? []);
  for (const each of written) {
    const fault = dayFault(each);
    if (fault) return say(text(`people.not_off.${fault}`, { words: escaped(fault === 'unread' ? days : each) }));
  }
  const by = { workspaceId: workspace.id, memberId: person.id, byId: member.id, today };
  await changePerson(db, by, { moreDaysOff: spans });
  const name = escaped(person.name);
  const saved = text('people.off_saved', { name, spans: spansText(spans), words: name });
  return { ...say(saved), isDone: true };
}
