import { localDay } from '../../src/calendar/local-day.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import type { CompleteEntry } from '../../src/records/log/store-log.ts';
import type { Asked } from '../../src/slack/command.ts';
import type { Standing } from '../../src/slack/messages/logged.ts';

/**
 * The entry is stored already, so a failing count must not look like a failure to store it. `lacking`: why the standing
 * is missing.
 */
export async function standingIfKnown(
  entry: CompleteEntry,
  asked: Asked,
): Promise<{ standing: Standing | null; lacking?: unknown }> {
  try {
    return { standing: await standingOn(entry, asked) };
  } catch (cause) {
    return { standing: null, lacking: cause };
  }
}

/** How the member's day stands in the KPI that the entry counts towards. */
async function standingOn(entry: CompleteEntry, asked: Asked): Promise<Standing> {
  const { zone } = asked.workspace;
  const day = 'on' in entry.occurred ? entry.occurred.on : localDay(entry.occurred.at, zone);
  const isToday = day.equals(localDay(asked.now, zone));
  const { kind, kpi } = countedBy(entry);
  // A running day counts only what happened before `now`; the extra millisecond includes what was logged just now.
  const now = asked.now.add({ milliseconds: 1 });
  const answer = await evaluate(
    { ...asked, now },
    {
      kpis: [kpi],
      whose: { scope: 'member', memberId: asked.member.id },
      period: isToday
        ? { kind: 'this', unit: 'day' }
        : { kind: 'between', from: day.toString(), through: day.toString() },
      by: [],
    },
  );
  const [value] = answer.kpis;
  const target = value?.target ?? null;
  return {
    kind,
    value: Number(value?.value ?? 0),
    target: target === null ? null : Number(target),
    day: isToday ? null : day,
  };
}

/** The KPI with a goal that the entry counts towards, else all activities. */
function countedBy({ type, direction, outcome }: CompleteEntry): { kind: Standing['kind']; kpi: string } {
  if (type === 'call' && direction === 'outbound') return { kind: 'call', kpi: 'calls_made' };
  if ((type === 'meeting' || type === 'demo') && outcome === 'held') return { kind: 'meeting', kpi: 'meetings_held' };
  return { kind: 'activity', kpi: 'activities_logged' };
}
