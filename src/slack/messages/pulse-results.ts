import { text } from '../../language/text.ts';
import { SMALLEST_GROUP } from '../../surveys/groups.ts';
import type { Instrument } from '../../surveys/questions.ts';
import type { GroupResult } from '../../surveys/results.ts';
import type { Message } from './answer.ts';
import { context, escaped, section } from './mrkdwn.ts';
import { quoted } from './pulse.ts';
import { type Voices, voiceBlocks } from './pulse-voices.ts';

/** A group with what it had the time before. */
export interface Told {
  now: GroupResult;
  before: GroupResult | null;
}

export interface PulseResults {
  roundId: string;
  voices: Voices;
  instrument: Instrument;
  everybody: Told | null;
  /** Those the reader leads. */
  teams: readonly (Told & { name: string; comments: readonly string[] })[];
  /** Of everybody, for whom may read them, in random order. */
  comments: readonly string[];
  /** The day of the round before: 2 Mar. */
  since: string;
}

/** What came of a round, for one who was asked. */
export function pulseResultsMessage(results: PulseResults): Message {
  const { instrument, voices, everybody, teams, comments, since } = results;
  if (!everybody) {
    const line = text(voices.mode === 'confidential' ? 'pulse.results.none.confidential' : 'pulse.results.none', {
      least: SMALLEST_GROUP,
    });
    return { text: line, blocks: [section(line)] };
  }
  const { answers, invited } = everybody.now;
  const head = text(`pulse.results.title.${instrument}`, { answers, invited });
  const about = { instrument, since };
  const lines = groupLines(everybody, about);
  return {
    text: [head, ...lines].join('\n'),
    blocks: [
      section([`*${head}*`, ...lines].join('\n')),
      ...teams
        .slice(0, MOST_TEAMS)
        .flatMap((team) => [
          section([teamLine(team), ...groupLines(team, about)].join('\n')),
          ...commentBlocks(team.comments, MOST_OF_TEAM),
        ]),
      ...(teams.length > MOST_TEAMS
        ? [context(text('pulse.results.more_teams', { count: teams.length - MOST_TEAMS }))]
        : []),
      ...commentBlocks(comments, MOST_OF_ALL),
      ...(instrument === 'pulse' && everybody.before ? [context(text('pulse.results.changed'))] : []),
      ...voiceBlocks(results),
      context(
        text(voices.mode === 'confidential' ? 'pulse.results.foot.confidential' : 'pulse.results.foot', {
          least: SMALLEST_GROUP,
        }),
      ),
    ],
  };
}

const teamLine = ({ name, now: { answers, invited } }: Told & { name: string }): string =>
  text('pulse.results.group', { team: escaped(name), answers, invited });

/** The score with its change, and the questions from the best down. */
function groupLines({ now, before }: Told, { instrument, since }: { instrument: Instrument; since: string }): string[] {
  if (now.score === null) return [];
  const change = before ? changeText(now, before) : 'none';
  const margin = Math.round(now.margin ?? 0);
  const score = text(`pulse.results.score.${instrument}`, { score: Math.round(now.score), margin, change, since });
  const questions = [...now.questions].sort((one, other) => other.score - one.score);
  if (instrument === 'enps') return [score];
  return [
    score,
    ...questions.map((question) =>
      text('pulse.results.question', {
        driver: question.driver ? text(`pulse.driver.${question.driver}`) : 'none',
        score: Math.round(question.score),
        question: escaped(question.text),
      }),
    ),
  ];
}

/** An eNPS has changed when that is more than chance would do: the margins of both, as of independent samples. */
function changeText(now: GroupResult, before: GroupResult): string {
  if (now.score === null || before.score === null) return 'none';
  const by = now.score - before.score;
  if (Math.abs(by) < Math.hypot(now.margin ?? 0, before.margin ?? 0)) return 'chance';
  const whole = Math.round(by);
  if (whole === 0) return text('pulse.results.same');
  return text(whole > 0 ? 'pulse.results.up' : 'pulse.results.down', { by: Math.abs(whole) });
}

/** A message takes 50 blocks: of ten teams with two sections of comments each there are 30, and 12 of everybody's. */
const MOST_TEAMS = 10;
const MOST_OF_TEAM = 2;
const MOST_OF_ALL = 12;
/** Slack takes 3,000 characters in a section. */
const SECTION = 2900;

/** In as many sections as they need, up to so many; then how many are left out. */
function commentBlocks(comments: readonly string[], most: number) {
  if (comments.length === 0) return [];
  const sections = [[text('pulse.results.comments', { count: comments.length })]];
  for (const line of comments.map(quoted)) {
    const last = sections.at(-1) ?? [];
    if ([...last, line].join('\n').length <= SECTION) last.push(line);
    else sections.push([line]);
  }
  const left = sections.slice(most).flat().length;
  return [
    ...sections.slice(0, most).map((lines) => section(lines.join('\n'))),
    ...(left > 0 ? [context(text('pulse.results.more_comments', { count: left }))] : []),
  ];
}
