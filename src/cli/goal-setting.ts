import { pastChanges } from '../../commands/target/past.ts';
import { localDay } from '../calendar/local-day.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { canHaveTarget, findKpi } from '../kpi/catalogue/index.ts';
import { loadDirectory } from '../people/directory.ts';
import type { GoalSetting } from '../records/import/goal-setting.ts';
import { changeWithin } from '../targets/change.ts';
import type { NewTarget } from '../targets/storage.ts';
import { whoHears } from '../targets/who-hears.ts';
import { plainWords } from './plain.ts';

/** Goals of a file are set as people set theirs: they wait for each other, people hear of them, and the past is told. */
export const goalSetting = (db: Database, clock: Clock): GoalSetting => ({
  unitOf: (id) => (canHaveTarget(id) ? (findKpi(id)?.unit ?? null) : null),

  async set(tx, workspace, goals) {
    const now = clock();
    const today = localDay(now, workspace.zone).toString();
    const directory = await loadDirectory(tx, workspace.id);
    const targets = goals.map((goal): NewTarget => ({ ...goal, workspaceId: workspace.id, setById: null }));
    const together = grouped(targets, ({ kpi, scope, subjectId }) => `${kpi} ${subjectId ?? scope}`);
    const changes = await changeWithin(tx, together, (heard) => whoHears(heard, directory, today));
    const outcomes = together.flatMap((group, index) =>
      group.map((target, place) => ({ target, ...changes[index]?.changed[place] })),
    );
    const outcomeOf = new Map(outcomes.map((outcome) => [outcome.target, outcome]));
    const changed = outcomes.flatMap(({ target, id }) => (id ? [target] : []));
    // Outside of the transaction the goals still are those from before it.
    const asking = { db, workspace, directory, now };
    const past: string[] = [];
    for (const ofOneKpi of grouped(changed, ({ kpi }) => kpi)) {
      const told = await pastChanges(ofOneKpi, 'import', asking);
      if (told) past.push(plainWords(told.said).trimEnd());
    }
    return {
      past,
      became: targets.map((target) => {
        const { id, before } = outcomeOf.get(target) ?? {};
        return id ? (before ? 'updated' : 'inserted') : 'unchanged';
      }),
    };
  },
});

/** In order of time, a longer one before its parts. */
function grouped(targets: readonly NewTarget[], keyOf: (target: NewTarget) => string): NewTarget[][] {
  const inTime = targets.toSorted((a, b) => order(a.startsOn, b.startsOn) || order(b.endsOn, a.endsOn));
  const groups = new Map<string, NewTarget[]>();
  for (const target of inTime) {
    const group = groups.get(keyOf(target)) ?? [];
    group.push(target);
    groups.set(keyOf(target), group);
  }
  return [...groups.values()];
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
