import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { KpiValue } from '../../kpi/answer.ts';
import { dayLabel } from '../../language/dates.ts';
import { allOf } from '../../language/list.ts';
import { text } from '../../language/text.ts';
import type { Message } from './answer.ts';
import { context, escaped, section } from './mrkdwn.ts';
import { goalText } from './standup.ts';

/** What a team said on a day; people by name. */
export interface StandupDay {
  team: string;
  day: Temporal.PlainDate;
  /** How many were asked. */
  asked: number;
  blockers: readonly { name: string; words: string }[];
  people: readonly { name: string; isLate: boolean; answers: readonly { question: string; words: string }[] }[];
  nothing: readonly string[];
  missing: readonly string[];
  unreached: readonly string[];
  away: readonly string[];
  goals: readonly KpiValue[];
}

/** The digest of a standup: what is in the way, who said what, who is missing and who is away; then the team's numbers. */
export function standupDigestMessage(standup: StandupDay, numbers: Message): Message {
  const { team, day, asked, blockers, people, nothing, goals } = standup;
  const answered = people.length + nothing.length;
  const said = text('standup.digest', { team, day: dayLabel(day, 'day'), answered, asked });
  const held = new Set(blockers.map(({ name }) => name)).size;
  const line = escaped(held ? text('standup.digest.blocked', { line: said, count: held }) : said);
  const rest = (['nothing', 'missing', 'unreached', 'away'] as const).flatMap((list) =>
    standup[list].length ? escaped(text(`standup.${list}`, { names: allOf(standup[list]) })) : [],
  );
  return {
    text: line,
    blocks: [
      section(`*${line}*`),
      ...(held ? inSections([text('standup.blockers'), ...blockers.map(blockerText)], '\n') : []),
      ...inSections(people.flatMap(personTexts), '\n'),
      ...(rest.length ? [context(rest.join('\n'))] : []),
      { type: 'divider' as const },
      ...numbers.blocks,
      ...(goals.length ? [context(escaped(text('standup.goals', { figures: goals.map(goalText).join(' · ') })))] : []),
    ].slice(0, MOST_BLOCKS),
  };
}

/** Slack refuses a message of more. */
const MOST_BLOCKS = 50;

/** What is in somebody's way, for a thread of its own. */
export function blockerMessage({ name, words }: StandupDay['blockers'][number]): Message {
  const line = text('standup.thread', { name: escaped(name), words: escaped(words) });
  return { text: line, blocks: [section(line)] };
}

const blockerText = ({ name, words }: StandupDay['blockers'][number]) => `• *${escaped(name)}*: ${escaped(words)}`;

function personTexts({ name, isLate, answers }: StandupDay['people'][number]): string[] {
  const [first = '', ...others] = answers.map(({ question, words }) =>
    text('standup.said', { question: escaped(question), words: escaped(words) }),
  );
  return [`${text('standup.person', { name: escaped(name), late: isLate })}\n${first}`, ...others];
}

const MOST_CHARACTERS = 2900;

/** Texts one below the other, in as few sections as take them. */
function inSections(texts: readonly string[], between: string): KnownBlock[] {
  const filled: string[] = [];
  for (const each of texts) {
    const last = filled.at(-1);
    if (last !== undefined && last.length + each.length < MOST_CHARACTERS)
      filled[filled.length - 1] = last + between + each;
    else filled.push(each);
  }
  return filled.map(section);
}
