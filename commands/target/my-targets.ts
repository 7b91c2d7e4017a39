import { localDay } from '../../src/calendar/local-day.ts';
import { spanOf } from '../../src/calendar/span.ts';
import type { Answer } from '../../src/kpi/answer.ts';
import { catalogue, findKpi } from '../../src/kpi/catalogue/index.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import { spanLabel } from '../../src/language/dates.ts';
import { text } from '../../src/language/text.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { targetsMessage } from '../../src/slack/messages/targets.ts';
import { targetsFor } from '../../src/targets/storage.ts';

/** The goals that hold for the member this month, and those set for this quarter and year. */
export async function myTargets(asked: Asked): Promise<Reply> {
  const { workspace, member, now } = asked;
  const settings = calendarSettings(workspace);
  const spans = (['month', 'quarter', 'year'] as const).map((unit) => ({
    unit,
    ...spanOf({ kind: 'this', unit }, localDay(now, workspace.zone), settings),
  }));
  const answers: Answer[] = [];
  for (const span of spans) {
    const ids = await kpisWithTarget(span, asked);
    if (ids.length === 0) continue;
    const whose = { scope: 'member' as const, memberId: member.id };
    const answer = await evaluate(asked, { kpis: ids, whose, period: { kind: 'this', unit: span.unit }, by: [] });
    const reached = answer.kpis.filter(({ target }) => target !== null);
    if (reached.length > 0) answers.push({ ...answer, kpis: reached, nothingRecorded: false });
  }
  if (answers.length > 0) {
    const message = targetsMessage(answers, { now, zone: workspace.zone });
    return { message: () => message };
  }
  const [month] = spans;
  const none = text('target.mine.none', { period: month ? spanLabel(month) : '' });
  return say(`${none} ${text(member.role === 'rep' ? 'target.mine.none_rep' : 'target.mine.none_manager')}`);
}

type Spanned = { unit: 'month' | 'quarter' | 'year' } & Pick<Answer['period'], 'from' | 'to'>;

/** For the month whatever holds, also a share of a longer goal; for longer periods only what was set for them. */
async function kpisWithTarget({ unit, from, to }: Spanned, { db, workspace, member }: Asked): Promise<string[]> {
  const days = { from: from.toString(), to: to.toString() };
  const rows = await targetsFor(db, workspace.id, {
    kpis: catalogue.map(({ id }) => id),
    memberIds: [member.id],
    teamIds: [],
    includeWorkspace: false,
    ...days,
  });
  const holding = rows.filter(
    ({ startsOn, endsOn }) => unit === 'month' || (startsOn === days.from && endsOn === days.to),
  );
  return [...new Set(holding.map(({ kpi }) => kpi))].filter((id) => findKpi(id));
}
