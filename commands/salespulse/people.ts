import { localDay } from '../../src/calendar/local-day.ts';
import { text } from '../../src/language/text.ts';
import { placeOn } from '../../src/people/belonging.ts';
import { daysOffFrom } from '../../src/people/day-spans.ts';
import { managedMemberIds } from '../../src/people/manages.ts';
import { mayChange } from '../../src/people/may-change.ts';
import { isThereOn, membersFrom } from '../../src/people/presence.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { escaped } from '../../src/slack/messages/mrkdwn.ts';
import { type PersonLine, peopleMessage } from '../../src/slack/messages/people.ts';
import { addDaysOff } from './days-off.ts';
import { isMentioned } from './who.ts';

const A_PAGE = 10;

/** `/salespulse people [whose] [off days]`: lists people, or adds days off. */
export async function people(words: string, asked: Asked): Promise<Reply> {
  const [, who = '', days] = /^(.*?)\s*\boff\s+(\S.*)$/is.exec(words) ?? [];
  return days === undefined ? listOf(words, 1, asked) : addDaysOff(who.trim(), days, asked);
}

/** Shows another page in place of this one. */
export async function otherPage(value: string, asked: Asked): Promise<Reply> {
  const [, page = '1', words = ''] = /^(\d+) ?(.*)$/s.exec(value) ?? [];
  return listOf(words, Number(page), asked);
}

function listOf(words: string, wanted: number, asked: Asked): Reply {
  const lines = linesFor(words, asked);
  if (lines.length === 0) return say(text('people.none', { words: escaped(words) }));
  const pages = Math.ceil(lines.length / A_PAGE);
  const page = Math.min(wanted, pages);
  const shown = lines.slice((page - 1) * A_PAGE, page * A_PAGE);
  const message = peopleMessage({ people: shown, page, pages, count: lines.length, words });
  return { message: () => message };
}

/**
 * Admins see everybody, managers their people and themselves, others themselves. People known only from Slack come
 * last.
 */
function linesFor(words: string, asked: Asked): PersonLine[] {
  const { directory, member, workspace, now } = asked;
  const today = localDay(now, workspace.zone).toString();
  const managed = new Set([member.id, ...managedMemberIds(member, directory, today)]);
  const placed = new Set(membersFrom(directory, today).map(({ id }) => id));
  const seen = directory.members.filter(
    (each) => isThereOn(each, today) && (member.role === 'admin' || managed.has(each.id)),
  );
  const inOrder = [...seen.filter(({ id }) => placed.has(id)), ...seen.filter(({ id }) => !placed.has(id))];
  const lines = inOrder.map((each): PersonLine & { slackUserId: string | null } => {
    const { job, team } = placeOn(each.id, directory, today);
    return {
      ...{ memberId: each.id, name: each.name, role: each.role, zone: each.zone, slackUserId: each.slackUserId },
      ...{ job, team: team?.name ?? null },
      office: directory.offices.find(({ id }) => id === each.officeId)?.name ?? null,
      daysOff: daysOffFrom(each.id, directory, today),
      isAway: each.awayUntil !== null && Date.parse(each.awayUntil) > now.epochMilliseconds,
      mayEdit: mayChange(member, each.id, directory, today).size > 0,
    };
  });
  const part = words.toLowerCase();
  return lines.filter(
    (line) => isMentioned(words, line) || `${line.name}\n${line.team ?? ''}`.toLowerCase().includes(part),
  );
}
