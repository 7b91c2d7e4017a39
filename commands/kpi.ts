import { answerChart } from '../src/charts/chart-for.ts';
import { chartAlt, chartCsv, chartLines } from '../src/charts/chart-text.ts';
import type { Answer } from '../src/kpi/answer.ts';
import { answerOf } from '../src/kpi/calling-times.ts';
import { maySeePeople } from '../src/kpi/may-ask.ts';
import { mayBeTold } from '../src/kpi/may-be-told.ts';
import type { Moved } from '../src/kpi/moved/moved.ts';
import { whatMoved } from '../src/kpi/moved/what-moved.ts';
import { mustHaveBegun } from '../src/kpi/must-have-begun.ts';
import type { Question } from '../src/kpi/question.ts';
import { chosenOf, questionOf, recordsViewOf } from '../src/kpi/question-schema.ts';
import { text } from '../src/language/text.ts';
import { calendarSettings } from '../src/people/workspace.ts';
import type { Asked, Command, Reply } from '../src/slack/command.ts';
import { say } from '../src/slack/command.ts';
import { answerMessage } from '../src/slack/messages/answer.ts';
import { answerActions } from '../src/slack/messages/answer-buttons.ts';
import { explainActions } from '../src/slack/messages/explanation.ts';
import { kpiHelp } from '../src/slack/messages/help.ts';
import { kpiListMessage, listActions } from '../src/slack/messages/kpi-list.ts';
import { leaderboardActions } from '../src/slack/messages/leaderboard-buttons.ts';
import type { PictureState } from '../src/slack/messages/picture.ts';
import { PRODUCTS_SHARE } from '../src/slack/messages/review.ts';
import { chooseActions, unclearMessage } from '../src/slack/messages/unclear.ts';
import type { Picture } from '../src/slack/pictures.ts';
import { asksForHelp } from './asks-for-help.ts';
import { explain, explainNumber, listRecords, sendCsv } from './kpi/explain.ts';
import { leaderboard, shareBoard, showBoard } from './kpi/leaderboard.ts';
import { list } from './kpi/list.ts';
import { ofEverybody, saidOfEverybody } from './kpi/of-everybody.ts';
import { ofTheTeam } from './kpi/of-the-team.ts';
import { report } from './kpi/report.ts';
import { shareProducts } from './kpi/review.ts';
import { sharedBy } from './kpi/share.ts';
import { agreedActionForm, sheet, sheetBeside, sheetPresses } from './kpi/sheet.ts';
import { type Subcommand, subcommandIn, withSubcommand } from './kpi/subcommands.ts';
import { understand } from './understand.ts';

export default {
  name: '/kpi',
  description: 'Your numbers, pace against target, and a chart',
  usageHint: '[me | team | name] [kpi] [period] [by …], explain, list, or help',
  hears: true,
  async run(words, asked) {
    if (asksForHelp(words)) {
      const { text: line, blocks } = kpiHelp();
      return say(line, blocks);
    }
    return answerOrSubcommand(words, asked);
  },
  actions: {
    ...Object.fromEntries(
      Object.entries(listActions).map(([id, family]) => [id, async () => ({ message: () => kpiListMessage(family) })]),
    ),
    ...Object.fromEntries([...explainActions.choose, explainActions.one].map((id) => [id, explainOne])),
    [explainActions.others]: explainInstead,
    [answerActions.explain]: explainInstead,
    ...Object.fromEntries(
      (['numerator', 'denominator', 'leftOut', 'previous', 'next'] as const).map((id) => [
        explainActions[id],
        async (value: string, asked: Asked) => listRecords(recordsViewOf(value), asked),
      ]),
    ),
    [explainActions.csv]: sendCsv,
    [explainActions.back]: showInstead,
    ...Object.fromEntries(
      chooseActions.map((id) => [
        id,
        async (words: string, asked: Asked) => ({ ...(await answerOrSubcommand(words, asked)), patient: true }),
      ]),
    ),
    [answerActions.last]: showInstead,
    [answerActions.quarter]: showInstead,
    [answerActions.week]: showInstead,
    [answerActions.chart]: showInstead,
    [answerActions.numbers]: showNumbers,
    [answerActions.csv]: sendNumbers,
    [answerActions.share]: share,
    [leaderboardActions.last]: showBoard,
    [leaderboardActions.quarter]: showBoard,
    [leaderboardActions.share]: shareBoard,
    [PRODUCTS_SHARE]: shareProducts,
    ...sheetPresses(pictureOf),
  },
  forms: [agreedActionForm],
} satisfies Command;

const subcommands: Record<Subcommand, (words: string, asked: Asked) => Reply | Promise<Reply>> = {
  list,
  explain,
  leaderboard,
  report: (words, asked) => report(words, asked, pictureOf),
  sheet: (words, asked) => sheet(words, asked, pictureOf),
};

async function answerOrSubcommand(words: string, asked: Asked): Promise<Reply> {
  const subcommand = subcommandIn(words);
  return subcommand ? subcommands[subcommand.name](subcommand.rest, asked) : answerOrAsk(words, asked);
}

/** Answers the question, or says what is unclear, with a button for each meaning a word can have. */
async function answerOrAsk(words: string, asked: Asked): Promise<Reply> {
  const parsed = await understand(words, asked);
  if (parsed.ok) {
    const question = ofTheTeam(parsed.question, asked);
    const published = await ofEverybody(question, asked);
    return published ? saidOfEverybody(await answerTo(published, asked)) : answerTo(question, asked);
  }
  const message = unclearMessage(withSubcommand(parsed, words));
  return { message: () => message, isUnclear: true };
}

/** Replaces the answer above the button. It may wait longer for its picture, as the old answer stays on screen. */
async function showInstead(value: string, asked: Asked): Promise<Reply> {
  return { ...(await answerTo(questionOf(value), asked)), patient: true };
}

async function explainInstead(value: string, asked: Asked): Promise<Reply> {
  return explainNumber(questionOf(value), asked);
}

async function explainOne(value: string, asked: Asked): Promise<Reply> {
  const { question, kpi } = chosenOf(value);
  return explainNumber(question, asked, kpi);
}

/** The answer as a reply, with its chart. @throws Problem if the person may not see it */
async function answerTo(question: Question, asked: Asked, isPrivate = true): Promise<Reply> {
  const told = await allowedAnswer(question, asked, isPrivate);
  return { message: said(told, asked, isPrivate), picture: () => pictureOf(told.answer, asked) };
}

interface Told {
  answer: Answer;
  moved: readonly Moved[];
}

async function allowedAnswer(question: Question, asked: Asked, isPrivate = true): Promise<Told> {
  const { workspace, directory, now, member } = asked;
  await mayBeTold(question, member, asked);
  mustHaveBegun(question, now, calendarSettings(workspace));
  const answer = await answerOf(asked, question);
  // Somebody who shares a team's numbers has not agreed to share those of its people.
  const moved = await whatMoved(asked, answer, isPrivate && maySeePeople(question, member, directory));
  return { answer, moved };
}

const said =
  ({ answer, moved }: Told, asked: Asked, isPrivate = true) =>
  (picture: PictureState) => {
    const { now, workspace, canShare, member } = asked;
    const { whose } = answer.question;
    const isOwnRow = member.role === 'rep' && whose.scope === 'member' && whose.memberId === member.id;
    const sheetOf = sheetBeside(answer.question, asked);
    const moment = { now, zone: workspace.zone };
    return answerMessage(answer, { ...moment, picture, isPrivate, canShare, sheetOf, moved, isOwnRow });
  };

async function pictureOf(answer: Answer, asked: Asked): Promise<Picture | null> {
  const spec = await answerChart(answer, asked);
  return spec && { workspaceId: asked.workspace.id, spec, alt: chartAlt(spec) };
}

/** The answer with the chart's numbers as text instead of the chart. */
async function showNumbers(value: string, asked: Asked): Promise<Reply> {
  const told = await allowedAnswer(questionOf(value), asked);
  const spec = await answerChart(told.answer, asked);
  const state: PictureState = spec ? { kind: 'numbers', lines: chartLines(spec) } : { kind: 'none' };
  return { message: () => said(told, asked)(state) };
}

/** The chart's numbers, unrounded, as a file to the person's messages with the bot. */
async function sendNumbers(value: string, asked: Asked): Promise<Reply> {
  const told = await allowedAnswer(questionOf(value), asked);
  return {
    message: said(told, asked),
    async file() {
      const spec = await answerChart(told.answer, asked);
      if (!spec) return null;
      const content = new TextEncoder().encode(chartCsv(spec));
      return { content, name: text('answer.csv_name'), type: 'text/csv', title: spec.title };
    },
    patient: true,
  };
}

/** Posts the answer to the channel under the name of the person who shares it. */
async function share(value: string, asked: Asked): Promise<Reply> {
  return sharedBy(asked, await answerTo(questionOf(value), asked, false));
}
