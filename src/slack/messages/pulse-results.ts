import { text } from '../../language/text.ts';
import { SMALLEST_GROUP } from '../../surveys/groups.ts';
import type { Instrument } from '../../surveys/questions.ts';
import type { Message } from './answer.ts';
import { type ButtonSpec, buttons, context, escaped, section } from './mrkdwn.ts';
import { type PictureState, pictureBlocks } from './picture.ts';
import { quoted } from './pulse.ts';
import { groupLines, scoreLines, type Told } from './pulse-scores.ts';

export const pulseResultsActions = {
  read: 'pulse_read',
  earlier: 'pulse_earlier',
  csv: 'pulse_csv',
} as const;

export interface PulseResults {
  roundId: string;
  instrument: Instrument;
  /** When the round was: Mar 2026. */
  when: string;
  /** The team that was asked; null: everybody. */
  team: string | null;
  everybody: Told | null;
  /** Those the reader leads, where more than one team was asked. */
  teams: readonly (Told & { name: string; comments: readonly string[] })[];
  /** Of all who were asked, for whom may read them, in random order. */
  comments: readonly string[];
}

/** What came of a round, for one who was asked. */
export function pulseResultsMessage(results: PulseResults, picture: PictureState = { kind: 'none' }): Message {
  const { instrument, everybody, teams, comments, roundId } = results;
  if (!everybody) return nothingTold();
  const head = headText(results, everybody);
  const lines = groupLines(everybody, results);
  return {
    text: [head, ...lines].join('\n'),
    blocks: [
      section([`*${head}*`, ...lines].join('\n')),
      ...pictureBlocks(picture),
      ...teams
        .slice(0, MOST_TEAMS)
        .flatMap((team) => [
          section([teamLine(team), ...groupLines(team, results)].join('\n')),
          ...commentBlocks(team.comments, MOST_OF_TEAM),
        ]),
      ...(teams.length > MOST_TEAMS
        ? [context(text('pulse.results.more_teams', { count: teams.length - MOST_TEAMS }))]
        : []),
      ...commentBlocks(comments, MOST_OF_ALL),
      ...(instrument === 'pulse' && everybody.earlier.length > 0 ? [context(text('pulse.results.changed'))] : []),
      context(text('pulse.results.foot', { least: SMALLEST_GROUP })),
      buttons(`pulse.results-${roundId}`, [buttonOf('earlier', results), buttonOf('csv', results)]),
    ],
  };
}

/** The same in short, where there is more to tell beside it. */
export function pulseResultsInShort(results: PulseResults): Message {
  const { everybody, roundId } = results;
  if (!everybody) return nothingTold();
  const head = headText(results, everybody);
  const lines = scoreLines(everybody, results);
  return {
    text: [head, ...lines].join('\n'),
    blocks: [
      section([`*${head}*`, ...lines].join('\n')),
      buttons(`pulse.results-${roundId}`, [buttonOf('read', results), buttonOf('earlier', results)]),
    ],
  };
}

function nothingTold(): Message {
  const line = text('pulse.results.none', { least: SMALLEST_GROUP });
  return { text: line, blocks: [section(line)] };
}

const buttonOf = (
  action: keyof typeof pulseResultsActions,
  { roundId, instrument, when }: PulseResults,
): ButtonSpec => ({
  actionId: pulseResultsActions[action],
  label: text(`pulse.results.button.${action}`),
  value: action === 'earlier' ? JSON.stringify({ round: roundId, page: 0 }) : roundId,
  spoken: text('pulse.results.button.spoken', {
    button: text(`pulse.results.button.${action}`),
    survey: text(`pulse.results.survey.${instrument}`),
    when,
  }),
});

const headText = ({ instrument, team }: PulseResults, { now: { answers, invited } }: Told): string =>
  text(`pulse.results.title.${instrument}`, {
    ...{ answers, invited, share: shareOf(answers, invited) },
    team: team === null ? 'none' : escaped(team),
  });

const teamLine = ({ name, now: { answers, invited } }: Told & { name: string }): string =>
  text('pulse.results.group', { team: escaped(name), answers, invited, share: shareOf(answers, invited) });

const shareOf = (answers: number, invited: number): number => (invited > 0 ? Math.round((100 * answers) / invited) : 0);

/**
 * A message takes 50 blocks: of eight teams with two sections of comments each and what is left of them there are 32, of everybody's
 * seven, and ten stand around them.
 */
const MOST_TEAMS = 8;
const MOST_OF_TEAM = 2;
const MOST_OF_ALL = 6;
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
