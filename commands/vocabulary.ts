import { localDay } from '../src/calendar/local-day.ts';
import { attainmentId, canHaveTarget, findKpi } from '../src/kpi/catalogue/index.ts';
import type { Vocabulary } from '../src/kpi/parse/vocabulary.ts';
import type { Dimension } from '../src/kpi/question.ts';
import type { WrittenValue } from '../src/kpi/written-values.ts';
import { attainmentWords, dimensionWords, kpiWords } from '../src/language/words.ts';
import { managedTeamIds, ownTeamIds } from '../src/people/manages.ts';
import { colleagues, isThereOn } from '../src/people/presence.ts';
import { calendarSettings } from '../src/people/workspace.ts';
import type { Asked } from '../src/slack/command.ts';
import { valuesOf } from './values.ts';

/**
 * The words that questions can use in a workspace. For managers "my team" means the teams they manage, for others the
 * teams they are in today.
 */
export function vocabularyFor(
  {
    directory,
    workspace,
    now,
    member,
  }: Pick<Asked, 'directory' | 'workspace' | 'now'> & { member: { id: string } | null },
  written: readonly WrittenValue[] = [],
): Vocabulary {
  const values = valuesOf(directory, written);
  const today = localDay(now, workspace.zone).toString();
  const known = new Set(colleagues(directory).map(({ id }) => id));
  const members = directory.members.map((each) => ({
    ...each,
    hasLeft: !isThereOn(each, today),
    isStranger: !known.has(each.id),
  }));
  const { calendar } = calendarSettings(workspace);
  return { kpis, dimensions, values, calendar, members, teams: directory.teams, me: member && me(member) };

  function me({ id }: { id: string }) {
    const managed = managedTeamIds({ id }, directory);
    const teamIds = managed.length ? managed : ownTeamIds({ id }, directory, today);
    return { memberId: id, teamIds };
  }
}

const isDimension = (id: string): id is Dimension => Object.hasOwn(dimensionWords, id);

const named = Object.entries(kpiWords).map(([id, words]) => {
  const { dimensions } = findKpi(id) ?? {};
  return { id, words, ...(dimensions ? { dimensions } : {}) };
});
const attainments = named
  .filter(({ id }) => canHaveTarget(id))
  .map(({ id, words }) => ({
    id: attainmentId(id),
    dimensions: findKpi(attainmentId(id))?.dimensions ?? [],
    words: words.flatMap((word) => [`${word} ${attainmentWords.behind}`, `${attainmentWords.before} ${word}`]),
  }));
const kpis = [...named, ...attainments];
const dimensions = Object.entries(dimensionWords).flatMap(([id, words]) => (isDimension(id) ? [{ id, words }] : []));
