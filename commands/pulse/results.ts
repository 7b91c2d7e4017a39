import { z } from 'zod';
import { resolvePeriod } from '../../src/calendar/period.ts';
import { Problem } from '../../src/errors.ts';
import type { Question } from '../../src/kpi/question.ts';
import { surveyReader } from '../../src/kpi/survey-reader.ts';
import { spanLabel } from '../../src/language/dates.ts';
import { text } from '../../src/language/text.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { type ActionHandler, type Asked, type Reply, say } from '../../src/slack/command.ts';
import { earlierMessage } from '../../src/slack/messages/pulse-earlier.ts';
import {
  pulseResultsActions,
  pulseResultsInShort,
  pulseResultsMessage,
} from '../../src/slack/messages/pulse-results.ts';
import { carried, carriedIn, type Trail } from '../../src/slack/messages/pulse-trail.ts';
import { pictureOf, resultsFor, roundNames, teamsReadBy } from '../../src/slack/outgoing/pulse-results.ts';
import { allClosed, findReadable, lastClosed, type ReadableRound } from '../../src/surveys/readable.ts';
import { publishedOf } from '../../src/surveys/results.ts';
import { isOfSameSurvey } from '../../src/surveys/same-survey.ts';
import { whomText } from '../../src/surveys/whom-text.ts';
import { understand } from '../understand.ts';
import { now } from './now.ts';

/** Whom the person leads, and so what they may read. */
export const readerOf = ({ member, directory }: Pick<Asked, 'member' | 'directory'>) => surveyReader(member, directory);

/** `/pulse results` shows the last round of each survey, `/pulse results 2026-03` those that closed then. */
export async function results(words: string, asked: Asked): Promise<Reply> {
  const { db, workspace } = asked;
  const within = words ? await periodIn(words, asked) : null;
  const rounds = within
    ? await allClosed(db, workspace.id, readerOf(asked), within)
    : await lastClosed(db, workspace.id, readerOf(asked));
  if (within && rounds.length === 0) {
    const { calendar } = calendarSettings(workspace);
    return say(text('pulse.earlier.none', { period: spanLabel(within, calendar) }));
  }
  const [only, ...others] = rounds;
  if (!only) return say(text('pulse.now.no_results'));
  return others.length > 0 ? inShort(rounds, `results ${words}`.trim(), asked) : inFull(only, asked, []);
}

/** The days that the words name. @throws Problem for words that are no period */
export async function periodIn(words: string, asked: Asked) {
  const parsed = await understand(words, asked);
  if (!parsed.ok || !isPeriodAlone(parsed.question)) throw new Problem('pulse.unknown_period', { words });
  return resolvePeriod(parsed.question.period, asked.now, calendarSettings(asked.workspace));
}

const isPeriodAlone = ({ kpis, by, where, top, against }: Question): boolean =>
  kpis.length === 0 && by.length === 0 && !where?.length && !top && !against;

async function inShort(rounds: readonly ReadableRound[], typed: string, asked: Asked): Promise<Reply> {
  const shown = rounds.slice(0, MOST_IN_SHORT);
  const all = await Promise.all(shown.map((round) => resultsFor(round, asked.member, asked)));
  const messages = all.map((each) => pulseResultsInShort(each, typed));
  return {
    message: () => ({
      text: messages.map((message) => message.text).join('\n\n'),
      blocks: messages.flatMap(({ blocks }) => blocks),
    }),
  };
}

/** Each takes two of the 50 blocks that Slack allows in a message. */
const MOST_IN_SHORT = 20;

async function inFull(round: ReadableRound, asked: Asked, trail: Trail): Promise<Reply> {
  const told = await resultsFor(round, asked.member, asked);
  return {
    message: (picture) => pulseResultsMessage(told, picture, trail),
    picture: () => pictureOf(told, asked.workspace),
  };
}

/** The round that a button is about. @throws Problem if the person may not read it */
export async function readable(id: string, asked: Asked): Promise<ReadableRound> {
  const isId = z.guid().safeParse(id).success;
  const round = isId && (await findReadable(asked.db, asked.workspace.id, readerOf(asked), id));
  if (!round) throw new Problem('pulse.not_readable');
  return round;
}

const read: ActionHandler = async (value, asked) => {
  const { round, trail } = carriedIn(value);
  return { ...(await inFull(await readable(round, asked), asked, trail)), patient: true };
};

const PAGE = 10;

/** All rounds of the same survey, latest first. */
const earlier: ActionHandler = async (value, asked) => {
  const { round: id, page, trail } = carriedIn(value);
  const chosen = await readable(id, asked);
  const { db, workspace, directory } = asked;
  const closed = await allClosed(db, workspace.id, readerOf(asked));
  const same = closed.filter((round) => isOfSameSurvey(round, chosen));
  const names = roundNames(same, workspace);
  const { instrument } = chosen;
  const everybody = whomText(chosen, directory.teams) ?? text('pulse.earlier.everyone');
  const shown = await Promise.all(
    same.slice(page * PAGE, (page + 1) * PAGE).map(async (round, index) => ({
      ...{ roundId: round.id, instrument, when: names[page * PAGE + index] ?? '' },
      ...(round.readsWhole
        ? { whom: everybody, result: await publishedOf(db, round, null) }
        : await ofLed(round, asked)),
    })),
  );
  const isMore = same.length > (page + 1) * PAGE;
  const message = earlierMessage(shown, { round: id, page, isMore, trail });
  return { message: () => message };
};

/** For a round that the person may read only for teams they lead: the first of these teams with results. */
async function ofLed(round: ReadableRound, { db, member, directory }: Asked) {
  const teams = teamsReadBy(member, directory);
  const results = await Promise.all(teams.map(({ id }) => publishedOf(db, round, id)));
  const told = Math.max(
    0,
    results.findIndex((result) => result !== null),
  );
  return { whom: teams[told]?.name ?? '', result: results[told] ?? null };
}

/** *Back*: shows the previous step again, as it is now. */
const back: ActionHandler = async (value, asked) => {
  const { trail } = carriedIn(value);
  const [step = '', round = '', page = '0'] = (trail.at(-1) ?? '').split(' ');
  const before = { round, page: Number(page), trail: trail.slice(0, -1) };
  if (step === 'read') return read(carried(before), asked);
  if (step === 'earlier') return earlier(carried(before), asked);
  return step === 'results' ? results((trail.at(-1) ?? '').slice(step.length).trim(), asked) : now(asked);
};

/** The buttons under results. Each press checks again who may read them. */
export const resultsPresses: Readonly<Record<string, ActionHandler>> = {
  [pulseResultsActions.read]: read,
  [pulseResultsActions.earlier]: earlier,
  [pulseResultsActions.back]: back,
};
