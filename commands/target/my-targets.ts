import { localDay } from '../../src/calendar/local-day.ts';
import { spanOf } from '../../src/calendar/span.ts';
import type { Answer } from '../../src/kpi/answer.ts';
import { spanLabel } from '../../src/language/dates.ts';
import { text } from '../../src/language/text.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { ownGoals } from '../../src/reports/own-goals.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { targetsMessage } from '../../src/slack/messages/targets.ts';

/** The member's goals for this month, shares of longer goals included, and those set for this quarter and year. */
export async function myTargets(asked: Asked): Promise<Reply> {
  const { workspace, member, now } = asked;
  const answers: Answer[] = [];
  for (const unit of ['month', 'quarter', 'year'] as const) {
    const reached = await ownGoals(asked, member.id, unit, { exact: unit !== 'month' });
    if (reached) answers.push(reached);
  }
  if (answers.length > 0) {
    const message = targetsMessage(answers, { now, zone: workspace.zone });
    return { message: () => message };
  }
  const settings = calendarSettings(workspace);
  const month = spanOf({ kind: 'this', unit: 'month' }, localDay(now, workspace.zone), settings);
  const none = text('target.mine.none', { period: spanLabel(month, settings.calendar) });
  return say(`${none} ${text(member.role === 'rep' ? 'target.mine.none_rep' : 'target.mine.none_manager')}`);
}
