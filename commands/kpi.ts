import { localDay } from '../src/calendar/local-day.ts';
import { chartOf, chartQuestion } from '../src/charts/from-answer.ts';
import type { Answer } from '../src/kpi/answer.ts';
import { type Asking, evaluate } from '../src/kpi/evaluate.ts';
import { mayAsk } from '../src/kpi/may-ask.ts';
import type { Question } from '../src/kpi/question.ts';
import { questionOf } from '../src/kpi/question-schema.ts';
import { text } from '../src/language/text.ts';
import { memberCalendar, workspaceCalendar } from '../src/people/working-calendar.ts';
import type { Asked, Command, Reply } from '../src/slack/command.ts';
import { say } from '../src/slack/command.ts';
import { answerMessage, headline } from '../src/slack/messages/answer.ts';
import { answerActions } from '../src/slack/messages/answer-buttons.ts';
import { kpiHelp } from '../src/slack/messages/help.ts';
import { context, escaped } from '../src/slack/messages/mrkdwn.ts';
import { chooseActions, unclearMessage } from '../src/slack/messages/unclear.ts';
import type { Picture } from '../src/slack/pictures.ts';
import { understand } from './understand.ts';

export default {
  name: '/kpi',
  description: 'Your numbers, pace against target, and a chart',
  usageHint: '[me | team | name] [kpi] [period] [by …], or help',
  async run(words, asked) {
    if (/^\s*(help|\?)?\s*$/i.test(words)) {
      const { text: line, blocks } = kpiHelp();
      return say(line, blocks);
    }
    return answerOrAsk(words, asked);
  },
  actions: {
    ...Object.fromEntries(
      chooseActions.map((id) => [id, (words: string, asked: Asked) => answerOrAsk(words, asked, true)]),
    ),
    [answerActions.last]: (value, asked) => answerTo(questionOf(value), asked, true),
    [answerActions.quarter]: (value, asked) => answerTo(questionOf(value), asked, true),
    [answerActions.week]: (value, asked) => answerTo(questionOf(value), asked, true),
    [answerActions.chart]: (value, asked) => answerTo(questionOf(value), asked, true),
    [answerActions.share]: async (value, asked) =>
      sharedBy(asked, await answerTo(questionOf(value), asked, false, false)),
  },
} satisfies Command;

/** The answer, or what is not clear about the question: with a button for each meaning a word can have. */
async function answerOrAsk(words: string, asked: Asked, patient = false): Promise<Reply> {
  const parsed = await understand(words, asked);
  if (parsed.ok) return answerTo(parsed.question, asked, patient);
  const message = unclearMessage(parsed.problems);
  return { message: () => message };
}

/** The answer as a reply, with its chart. Refused with a Problem when the person may not see it. */
async function answerTo(question: Question, asked: Asked, patient = false, isPrivate = true): Promise<Reply> {
  const { workspace, directory, now, member } = asked;
  mayAsk(question, member, directory, localDay(now, workspace.zone).toString());
  const answer = await evaluate(asked, question);
  return {
    patient,
    message: (state) => answerMessage(answer, { now, zone: workspace.zone, picture: state, isPrivate }),
    ...(answer.nothingRecorded ? {} : { picture: () => pictureOf(answer, asked) }),
  };
}

async function pictureOf(answer: Answer, asking: Asking): Promise<Picture | null> {
  const { workspace, directory, now } = asking;
  const asksSeries = chartQuestion(answer);
  const series = asksSeries && (await evaluate(asking, asksSeries));
  const { whose } = answer.question;
  const working =
    whose.scope === 'member' ? memberCalendar(whose.memberId, directory, workspace) : workspaceCalendar(workspace);
  const spec = chartOf({ answer, series, now, zone: workspace.zone, working });
  return spec
    ? { spec, alt: text('answer.chart.alt', { kind: spec.kind, title: spec.title, headline: headline(answer) }) }
    : null;
}

/** The same answer for all to see, under the name of who shares it. */
function sharedBy({ member }: Asked, reply: Reply): Reply {
  const note = context(text('answer.shared', { name: escaped(member.name) }));
  return {
    ...reply,
    audience: 'channel',
    message: (picture) => {
      const message = reply.message(picture);
      return { ...message, blocks: [note, ...message.blocks] };
    },
  };
}
