import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { KpiValue } from '../../kpi/answer.ts';
import { dayLabel } from '../../language/dates.ts';
import { allOf } from '../../language/list.ts';
import { text } from '../../language/text.ts';
import type { Answers } from '../../standups/answers.ts';
import type { Message } from './answer.ts';
import { context, escaped, section } from './mrkdwn.ts';
import { goalText, saidText } from './standup.ts';

/** What a team said on one day, with people's names. */
export interface StandupDay {
  team: string;
  day: Temporal.PlainDate;
  /** How many were asked. */
  asked: number;
  blockers: readonly { name: string; words: string }[];
  people: readonly { name: string; answers: Answers }[];
  nothing: readonly string[];
  missing: readonly string[];
  unreached: readonly string[];
  away: readonly string[];
  goals: readonly KpiValue[];
}

/** A standup's digest: blockers, who said what, who is missing or away; then the team's numbers. */
export function standupDigestMessage(standup: StandupDay, numbers: Message): Message {
  const { team, day, asked, blockers, people, nothing, goals } = standup;
  const answered = people.length + nothing.length;
  const answers = text('standup.digest', { team, day: dayLabel(day, 'day'), answered, asked });
  const held = new Set(blockers.map(({ name }) => name)).size;
  const line = escaped(held ? text('standup.digest.blocked', { line: answers, count: held }) : answers);
  const rest = (['nothing', 'missing', 'unreached', 'away'] as const).flatMap((list) =>
    standup[list].length ? escaped(text(`standup.${list}`, { names: allOf(standup[list]) })) : [],
  );
  const below = [
    ...(rest.length ? [context(rest.join('\n'))] : []),
    { type: 'divider' as const },
    ...numbers.blocks,
    ...(goals.length ? [context(escaped(text('standup.goals', { figures: goals.map(goalText).join(' · ') })))] : []),
  ];
  const inTheWay = held ? [text('standup.blockers'), ...blockers.map(blockerText)] : [];
  const room = MOST_BLOCKS - MARGIN - 1 - below.length;
  const stuck = shortened(inTheWay, room);
  return {
    text: line,
    blocks: [section(`*${line}*`), ...stuck, ...shortened(people.flatMap(personTexts), room - stuck.length), ...below],
  };
}

/** Slack refuses messages with more. */
const MOST_BLOCKS = 50;
/** Blocks reserved for a note that it is late, added when it is sent. */
const MARGIN = 2;

/** Puts texts into at most `most` blocks; the last one counts those that do not fit. */
function shortened(texts: readonly string[], most: number): KnownBlock[] {
  const all = inSections(texts);
  if (all.length <= most) return all.map(({ words }) => section(words));
  const kept = all.slice(0, Math.max(most - 1, 0));
  const left = texts.length - kept.reduce((count, { holds }) => count + holds, 0);
  return [...kept.map(({ words }) => section(words)), context(text('standup.more', { count: left }))];
}

/** One person's blocker, as the start of its own thread. */
export function blockerMessage({ name, words }: StandupDay['blockers'][number]): Message {
  const line = text('standup.thread', { name: escaped(name), words: escaped(words) });
  return { text: line, blocks: [section(line)] };
}

const blockerText = ({ name, words }: StandupDay['blockers'][number]) => `• *${escaped(name)}*: ${escaped(words)}`;

/** Who is late with everything has that beside the name, others beside what they added. */
function personTexts({ name, answers }: StandupDay['people'][number]): string[] {
  const isLate = answers.every((each) => each.isLate);
  const [first = '', ...others] = answers.map((each) => saidText(each, !isLate));
  return [`${text('standup.person', { name: escaped(name), late: isLate })}\n${first}`, ...others];
}

const MOST_CHARACTERS = 2900;

/** Puts texts into as few sections as possible. */
function inSections(texts: readonly string[]): { words: string; holds: number }[] {
  const filled: { words: string; holds: number }[] = [];
  for (const each of texts) {
    const last = filled.at(-1);
    if (last && last.words.length + each.length < MOST_CHARACTERS) {
      last.words += `\n${each}`;
      last.holds++;
    } else filled.push({ words: each, holds: 1 });
  }
  return filled;
}
