import { text } from '../../language/text.ts';
import { SMALLEST_GROUP } from '../../surveys/groups.ts';
import type { Instrument } from '../../surveys/questions.ts';
import type { Message } from './answer.ts';
import { type ButtonSpec, buttons, context, escaped, section } from './mrkdwn.ts';
import { ownBlocks } from './own-results.ts';
import { type PictureState, pictureBlocks } from './picture.ts';
import { saidApart } from './pulse-asked.ts';
import { groupLines, scoreLines, type Told } from './pulse-scores.ts';
import { carried, type Trail } from './pulse-trail.ts';
import { type Voices, voiceBlocks } from './pulse-voices.ts';

export const pulseResultsActions = {
  read: 'pulse_read',
  earlier: 'pulse_earlier',
  csv: 'pulse_csv',
  back: 'pulse_results_back',
} as const;

export interface PulseResults {
  roundId: string;
  voices: Voices;
  instrument: Instrument;
  /** The month of the round: Mar 2026. */
  when: string;
  /** The team asked; null: everybody. */
  team: string | null;
  /** The results shown first, of all who were asked; null: none for this reader. */
  everybody: Told | null;
  /** Whether the reader was not asked, so that it is all about teams they lead. */
  isOfTeams: boolean;
  /** The teams that the reader leads, if more than one team was asked. */
  teams: readonly (Told & { name: string; comments: readonly string[]; texts: Texts })[];
  /** Comments of all who were asked, in random order, for people who may read them. */
  comments: readonly string[];
  /** Texts written for own questions; null: not for this reader. */
  texts: Texts | null;
  /** The survey and whose it is: Pulse of North, from Marta Lindqvist. */
  survey: string;
  /** Since when the questions differ, so that earlier answers cannot be compared; null: they do not. */
  reworded: string | null;
}

/** By question, in random order. */
type Texts = ReadonlyMap<string, readonly string[]>;

/** A round's results for one reader. `trail`: where they came from. */
export function pulseResultsMessage(
  results: PulseResults,
  picture: PictureState = { kind: 'none' },
  trail: Trail = [],
): Message {
  const { instrument, voices, everybody, teams, comments, texts, reworded, roundId } = results;
  const most = instrument === 'own' ? MOST_OF_OWN : MOST;
  if (!everybody) return nothingTold(results, trail);
  const head = headText(results, everybody);
  const lines = groupLines(everybody, results);
  const survey = text('pulse.results.whose', { survey: results.survey });
  return {
    text: [head, ...lines, survey].join('\n'),
    blocks: [
      section([`*${head}*`, ...(instrument === 'own' ? [] : lines)].join('\n')),
      ...pictureBlocks(picture),
      ...ownBlocks(everybody, texts),
      ...teams
        .slice(0, most.teams)
        .flatMap((team) => [
          section([teamLine(team), ...(instrument === 'own' ? [] : groupLines(team, results))].join('\n')),
          ...ownBlocks(team, team.texts),
          ...commentBlocks(team.comments, MOST_OF_TEAM),
        ]),
      ...(teams.length > most.teams
        ? [context(text('pulse.results.more_teams', { instrument, count: teams.length - most.teams }))]
        : []),
      ...commentBlocks(comments, most.comments),
      ...(instrument === 'pulse' && everybody.earlier.length > 0 ? [context(text('pulse.results.changed'))] : []),
      ...(reworded ? [context(text('pulse.results.reworded', { instrument, since: reworded }))] : []),
      context(survey),
      ...voiceBlocks(results),
      context(
        text(voices.mode === 'confidential' ? 'pulse.results.foot.confidential' : 'pulse.results.foot', {
          least: SMALLEST_GROUP,
        }),
      ),
      buttons(`pulse.results-${roundId}`, [
        buttonOf('earlier', results, [...trail, `read ${roundId}`]),
        buttonOf('csv', results, trail),
        ...backButton(trail),
      ]),
    ],
  };
}

/** The results in short, for messages with more than one. `typed`: what to type after `/pulse` to see them. */
export function pulseResultsInShort(results: PulseResults, typed: string): Message {
  const { everybody, roundId } = results;
  if (!everybody) return nothingTold(results, []);
  const head = headText(results, everybody);
  const lines = [...scoreLines(everybody, results), text('pulse.results.whose', { survey: results.survey })];
  return {
    text: [head, ...lines].join('\n'),
    blocks: [
      section([`*${head}*`, ...lines].join('\n')),
      buttons(`pulse.results-${roundId}`, [buttonOf('read', results, [typed]), buttonOf('earlier', results, [typed])]),
    ],
  };
}

function nothingTold({ voices, isOfTeams }: PulseResults, trail: Trail): Message {
  const ofEverybody = voices.mode === 'confidential' ? 'pulse.results.none.confidential' : 'pulse.results.none';
  const line = text(isOfTeams ? 'pulse.results.none.team' : ofEverybody, { least: SMALLEST_GROUP });
  const ways = backButton(trail);
  return { text: line, blocks: [section(line), ...(ways.length > 0 ? [buttons('pulse.results', ways)] : [])] };
}

/** *Back* to where the reader came from; none if they came from nowhere. */
export const backButton = (trail: Trail): ButtonSpec[] =>
  trail.length > 0
    ? [{ actionId: pulseResultsActions.back, label: text('pulse.results.button.back'), value: carried({ trail }) }]
    : [];

const buttonOf = (
  action: Exclude<keyof typeof pulseResultsActions, 'back'>,
  { roundId, instrument, when }: PulseResults,
  trail: Trail,
): ButtonSpec => ({
  actionId: pulseResultsActions[action],
  label: text(`pulse.results.button.${action}`),
  value: carried({ round: roundId, trail }),
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
 * A message allows 50 blocks: seven teams, each with two sections of comments and a note of how many are left out, take
 * 28, everybody's comments seven, and what surrounds them fifteen.
 */
const MOST = { teams: 7, comments: 6 };
/** Own questions add up to five blocks to each. */
const MOST_OF_OWN = { teams: 3, comments: 4 };
const MOST_OF_TEAM = 2;
/** Characters; Slack allows 3,000 in a section. */
const SECTION = 2900;

/** Puts comments into as many sections as they need, at most `most`; then says how many are left out. */
function commentBlocks(comments: readonly string[], most: number) {
  if (comments.length === 0) return [];
  const sections = [[text('pulse.results.comments', { count: comments.length })]];
  for (const line of saidApart(comments)) {
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
