import { localDay } from '../../src/calendar/local-day.ts';
import { toldLast } from '../../src/delivery/kept.ts';
import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { finishNextStep } from '../../src/records/next-steps.ts';
import { morningOf } from '../../src/reports/morning.ts';
import { MORNING } from '../../src/schedule/waited.ts';
import { type ActionHandler, say } from '../../src/slack/command.ts';
import { doneActions, morningMessage } from '../../src/slack/messages/morning.ts';

/** *Done* under a next step: updates the morning message to how things stand now. */
const done: ActionHandler = async (activityId, asked) => {
  const { db, workspace, member, now } = asked;
  const today = localDay(now, workspace.zone).toString();
  if (!(await finishNextStep(db, workspace.id, { activityId, memberId: member.id }, today)))
    throw new Problem('morning.no_step');
  const kept = await toldLast(db, workspace.id, member.id, MORNING);
  const morning = await morningOf(asked, member.id, kept);
  if (!morning) return { ...say(text('morning.all_done')), isDone: true };
  const message = morningMessage(morning, { now, zone: workspace.zone });
  return { message: () => message, isDone: true };
};

export const nextStepPresses: Readonly<Record<string, ActionHandler>> = Object.fromEntries(
  doneActions.map((id) => [id, done]),
);
