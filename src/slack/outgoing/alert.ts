import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { localDay } from '../../calendar/local-day.ts';
import { Problem } from '../../errors.ts';
import type { Asking } from '../../kpi/evaluate.ts';
import { mayAsk } from '../../kpi/may-ask.ts';
import { type Rule, ruleSchema, standingOf } from '../../reports/alerts.ts';
import { checkAlert } from '../../schedule/check-alert.ts';
import { alertMessage } from '../messages/alert.ts';
import type { Composer } from './outgoing.ts';

const checkSchema = z.object({ rule: ruleSchema });
const alarmSchema = z.object({ rule: ruleSchema, checkedAt: z.string() });

/** An alert's turn: it is checked, and what there is to tell is a message of its own. A test tells how it stands. */
export const alert: Composer = async (asking, { content, memberId, recipient, scheduleId, slot }) => {
  const { rule } = checkSchema.parse(content);
  if (!memberId) return null;
  if (!scheduleId || !slot) return told(asking, rule, memberId);
  await checkAlert(asking, { scheduleId, slot, rule, memberId, recipient });
  return null;
};

/** What an alert has found, as of when it did. */
export const alarm: Composer = async (asking, { content, memberId }) => {
  const { rule, checkedAt } = alarmSchema.parse(content);
  return memberId ? told({ ...asking, now: Temporal.Instant.from(checkedAt) }, rule, memberId) : null;
};

async function told(asking: Asking, rule: Rule, memberId: string): ReturnType<Composer> {
  const { workspace, directory, now } = asking;
  const member = directory.members.find(({ id }) => id === memberId);
  if (!member) return null;
  const today = localDay(now, workspace.zone).toString();
  // Who has lost the right to the number since hears no more of it.
  if (rule.kind !== 'silence' && !may(() => mayAsk(rule.question, member, directory, today))) return null;
  const standing = await standingOf(asking, rule);
  const message = alertMessage(rule, standing, { now, zone: workspace.zone });
  return { message: () => message };
}

function may(ask: () => void): boolean {
  try {
    ask();
    return true;
  } catch (cause) {
    if (cause instanceof Problem) return false;
    throw cause;
  }
}
