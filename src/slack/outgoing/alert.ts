import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Problem } from '../../errors.ts';
import type { Asking } from '../../kpi/evaluate.ts';
import { type Asker, maySeePeople } from '../../kpi/may-ask.ts';
import { mayBeTold } from '../../kpi/may-be-told.ts';
import type { Dimension, Question } from '../../kpi/question.ts';
import { surveyReader } from '../../kpi/survey-reader.ts';
import { whenAtWork } from '../../people/own-clock.ts';
import { calendarSettings } from '../../people/workspace.ts';
import { type Rule, ruleSchema, standingOf } from '../../reports/alerts.ts';
import { risePartsBy } from '../../reports/rise.ts';
import { checkAlert, momentOfCheck } from '../../schedule/check-alert.ts';
import { alertMessage } from '../messages/alert.ts';
import type { RiseBy } from '../messages/alert-rise.ts';
import type { Composer } from './outgoing.ts';

const checkSchema = z.object({ rule: ruleSchema });
const alarmSchema = z.object({ rule: ruleSchema, checkedAt: z.string() });

/** An alert's check: an alarm it causes is a message of its own. A test shows how it stands. */
export const alert: Composer = async (asking, { content, memberId, recipient, scheduleId, slot }, sendingAt) => {
  const { rule } = checkSchema.parse(content);
  if (!memberId) return null;
  if (!scheduleId || !slot) return told(asking, rule, memberId);
  const checkedAt = momentOfCheck(rule, asking.now, sendingAt, calendarSettings(asking.workspace));
  const check = { scheduleId, slot, rule, memberId, recipient };
  await checkAlert(askingAs(memberId, { ...asking, now: checkedAt }), check, sendingAt);
  return null;
};

/** An alarm, as of when it was found. If late, as after an outage, it still waits for its owner's working hours. */
export const alarm: Composer = async (asking, { content, memberId, topic }, sendingAt) => {
  const { rule, checkedAt } = alarmSchema.parse(content);
  if (!memberId) return null;
  const awake = whenAtWork(sendingAt, memberId, asking);
  // Asked for from the morning message: shown now.
  if (topic && Temporal.Instant.compare(sendingAt, awake) < 0) return { heldUntil: awake };
  return told({ ...asking, now: Temporal.Instant.from(checkedAt) }, rule, memberId);
};

async function told(asking: Asking, rule: Rule, memberId: string): ReturnType<Composer> {
  const { workspace, directory, now } = asking;
  const member = directory.members.find(({ id }) => id === memberId);
  if (!member) return null;
  // Not to an owner who may no longer see it.
  const mayHear =
    rule.kind === 'silence' ? member.role !== 'rep' : await may(() => mayBeTold(rule.question, member, asking));
  if (!mayHear) return null;
  const standing = await standingOf(askingAs(memberId, asking), rule);
  const parts = rule.kind === 'rise' && standing.rise ? await partsOf(asking, rule.question, member) : [];
  const message = alertMessage(rule, standing, { now, zone: workspace.zone }, parts);
  return { message: () => message };
}

/** Employee surveys are read with the rights of the alert's owner. */
function askingAs(memberId: string, asking: Asking): Asking {
  const member = asking.directory.members.find(({ id }) => id === memberId);
  return member ? { ...asking, reads: surveyReader(member, asking.directory) } : asking;
}

/** The breakdowns of unhappy customers that the reader may see. */
function partsOf(asking: Asking, question: Question, reader: Asker): Promise<RiseBy[]> {
  const seesPeople = question.whose.scope !== 'member' && maySeePeople(question, reader, asking.directory);
  const dimensions: Dimension[] = ['region', 'product', ...(seesPeople ? (['rep'] as const) : [])];
  return Promise.all(dimensions.map(async (by) => ({ by, parts: await risePartsBy(asking, question, by) })));
}

async function may(ask: () => Promise<void>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (cause) {
    if (cause instanceof Problem) return false;
    throw cause;
  }
}
