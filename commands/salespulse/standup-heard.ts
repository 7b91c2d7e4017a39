/** Standup answers written below the question instead of in its thread: the bot asks whether that is what they are. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Problem } from '../../src/errors.ts';
import { jsonOf } from '../../src/kpi/question-schema.ts';
import { text } from '../../src/language/text.ts';
import { findSchedule } from '../../src/schedule/schedule.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { escaped, fittingButtons, section } from '../../src/slack/messages/mrkdwn.ts';
import { whoseText } from '../../src/slack/messages/schedule.ts';
import { standupActions } from '../../src/slack/messages/standup.ts';
import { chooseActions } from '../../src/slack/messages/unclear.ts';
import { sessionSchema } from '../../src/standups/asks.ts';
import { openAsks } from '../../src/standups/pending.ts';
import { answerByLines } from './standup-answer.ts';

const heardSchema = sessionSchema.extend({ words: z.string() });

/** Asks whether the words answer a standup that waits for this person; null: none does. */
export async function mayBeAnswer(words: string, asked: Asked): Promise<Reply | null> {
  const { db, workspace, directory, member, now } = asked;
  // If several wait, the one that closes first; the others come afterwards.
  const [pending] = (await openAsks(db, workspace.id, member.id, now))
    .filter(({ isUnsaid, isBegun }) => isUnsaid || isBegun)
    .sort((one, other) => Temporal.Instant.compare(one.closesAt, other.closesAt));
  const schedule = pending && (await findSchedule(db, workspace.id, pending.scheduleId));
  if (!pending || !schedule) return null;
  const { scheduleId, day } = pending;
  const line = text('standup.heard', { team: escaped(whoseText(schedule.what.whose, directory)) });
  const value = JSON.stringify({ scheduleId, day, words });
  const yes = { actionId: standupActions.heard, label: text('standup.heard.yes'), value, style: 'primary' as const };
  const answer = {
    actionId: standupActions.answer,
    label: text('standup.answer'),
    value: JSON.stringify({ scheduleId, day }),
  };
  const [actionId] = chooseActions;
  const no = actionId ? [{ actionId, label: text('standup.heard.no'), value: words }] : [];
  return say(line, [section(line), ...fittingButtons('standup.heard', [yes, answer, ...no])]);
}

/** *Yes*: takes each line as the answer to a question, like a reply in the thread. */
async function takeHeard(value: string, asked: Asked): Promise<Reply> {
  const heard = heardSchema.safeParse(jsonOf(value));
  if (!heard.success) throw new Problem('slack.unknown_action');
  const { scheduleId, day, words } = heard.data;
  const line = await answerByLines(words, { workspaceId: asked.workspace.id, scheduleId, day }, asked);
  const change = {
    actionId: standupActions.answer,
    label: text('standup.change_answers'),
    value: JSON.stringify({ scheduleId, day }),
  };
  return { ...say(line, [section(line), ...fittingButtons('standup.heard', [change])]), isDone: true };
}

export const heardPresses = { [standupActions.heard]: takeHeard };
