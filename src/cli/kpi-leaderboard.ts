import { changesBoard, rankedQuestion } from '../../commands/kpi/leaderboard.ts';
import { Problem } from '../errors.ts';
import type { Asking } from '../kpi/evaluate.ts';
import { type Entry, type Leaderboard, leaderboardOf } from '../kpi/leaderboard/leaderboard.ts';
import { mustHaveBegun } from '../kpi/must-have-begun.ts';
import type { Question } from '../kpi/question.ts';
import { calendarSettings } from '../people/workspace.ts';
import { leaderboardMessage } from '../slack/messages/leaderboard.ts';
import { leaderboardCsv } from './answer-csv.ts';
import { daysJson } from './answer-json.ts';
import { jsonText } from './json-text.ts';
import { plainText } from './plain.ts';

/** `kpi leaderboard publish` would be the word of nobody in particular. @throws Problem */
export function mustAskForBoard(words: string): void {
  if (changesBoard(words)) throw new Problem('cli.leaderboard_setting', { words });
}

/** What `/kpi leaderboard` shows to an admin, ending with a line break; as JSON who hides is counted and not named, too. */
export async function leaderboardAtTerminal(
  asking: Asking,
  asked: Question,
  { json, csv }: { json: boolean; csv: boolean },
): Promise<string> {
  const { now, workspace } = asking;
  mustHaveBegun(asked, now, calendarSettings(workspace));
  const board = await leaderboardOf(asking, rankedQuestion(asked));
  if (json) return jsonText(leaderboardJson(board));
  if (csv) return leaderboardCsv(board);
  const reader = { now, zone: workspace.zone, me: '', seesAll: true, showsAmounts: true };
  return plainText(leaderboardMessage(board, reader));
}

const leaderboardJson = ({
  answer,
  kpi,
  byAttainment,
  ranked,
  withoutGoal,
  withoutData,
  tooFew,
  hidden,
}: Leaderboard) => ({
  ...daysJson(answer),
  ...{ kpi, byAttainment },
  ranked: ranked.map((entry) => ({ rank: entry.rank, ...entryJson(entry) })),
  withoutGoal: withoutGoal.map(entryJson),
  withoutData: withoutData.map(entryJson),
  tooFew: tooFew.map(entryJson),
  hidden: hidden.size,
});

const entryJson = ({ memberId, name, kpi, attainment, record }: Entry) => ({ memberId, name, attainment, kpi, record });
