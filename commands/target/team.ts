import { localDay } from '../../src/calendar/local-day.ts';
import { type Span, spanOf } from '../../src/calendar/span.ts';
import type { Answer, Group } from '../../src/kpi/answer.ts';
import { catalogue, findKpi } from '../../src/kpi/catalogue/index.ts';
import { addsUp } from '../../src/kpi/definition.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import { membersOf } from '../../src/kpi/goals.ts';
import { mayAsk, maySeePeople } from '../../src/kpi/may-ask.ts';
import { parseQuestion } from '../../src/kpi/parse/parse-question.ts';
import { describeProblem } from '../../src/kpi/parse/problem.ts';
import { isPlain, type Question } from '../../src/kpi/question.ts';
import { subjectName } from '../../src/kpi/subject.ts';
import { spanLabel } from '../../src/language/dates.ts';
import { text } from '../../src/language/text.ts';
import { membersFrom } from '../../src/people/presence.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { escaped, fittingButtons, section } from '../../src/slack/messages/mrkdwn.ts';
import { targetActions } from '../../src/slack/messages/targets.ts';
import { type TeamGoal, teamTargetsMessage } from '../../src/slack/messages/team-targets.ts';
import { readersOf } from '../../src/targets/notices.ts';
import { lastSaid, type TargetsWanted, targetsFor } from '../../src/targets/storage.ts';
import { vocabularyFor } from '../vocabulary.ts';
import { toOpen } from './team-form.ts';

/** `/target team`: a team's goals and, for those who may see them, its people's goals and who has read theirs. */
export async function teamTargets(rest: string, asked: Asked): Promise<Reply> {
  const { workspace, directory, member, now } = asked;
  const vocabulary = vocabularyFor(asked);
  const own = parseQuestion(`team ${rest}`, vocabulary);
  // Somebody named in the words replaces the person's own team.
  const isNamed = !own.ok && own.problems.some((problem) => problem.kind === 'clash' && problem.about === 'whose');
  const parsed = isNamed ? parseQuestion(rest, vocabulary) : own;
  if (!parsed.ok) return say(escaped(parsed.problems.map(describeProblem).join('\n')));
  const { question } = parsed;
  if (!isPlain(question) || question.whose.scope === 'member') return say(text('target.team.plain'));
  const today = localDay(now, workspace.zone);
  mayAsk(question, member, directory, today.toString());

  const settings = calendarSettings(workspace);
  const span = spanOf(question.period, today, settings);
  const wanted = wantedIn(span, question, asked);
  const [rows, said] = await Promise.all([
    targetsFor(asked.db, workspace.id, wanted),
    lastSaid(asked.db, workspace.id, wanted),
  ]);
  const kpis = [...new Set(rows.map(({ kpi }) => kpi))].filter((id) => findKpi(id));
  const answer = kpis.length > 0 ? await evaluate(asked, { ...question, kpis }) : null;
  const goals = answer ? await goalsOf(answer, said, asked) : [];
  if (!answer || goals.length === 0) {
    const subject = escaped(subjectName(question.whose, directory));
    const none = text('target.team.none', { subject, period: spanLabel(span, settings.calendar) });
    return say(none, [section(none), ...setForAll(question, asked)]);
  }
  const { text: line, blocks } = teamTargetsMessage(answer, goals, { now, zone: workspace.zone });
  return say(line, [...blocks, ...setForAll(question, asked)]);
}

/** A button for those who may set the goals of these people. */
function setForAll(question: Question, asked: Asked) {
  const { member, directory } = asked;
  if (member.role === 'rep' || !maySeePeople(question, member, directory)) return [];
  const value = toOpen(question, asked);
  const label = text('target.button.set_for_all');
  return fittingButtons('target.team', [{ actionId: targetActions.setForAll, label, value }]);
}

/** Each KPI with a goal for the whole period, and as much of its people's as the person may see. */
async function goalsOf(
  answer: Answer,
  said: readonly { id: string; kpi: string }[],
  asked: Asked,
): Promise<TeamGoal[]> {
  const { db, workspace, directory, member } = asked;
  const seesPeople = maySeePeople(answer.question, member, directory);
  const groups = seesPeople ? await peopleOf(answer.question, asked) : [];
  const goals: TeamGoal[] = [];
  for (const kpi of answer.kpis) {
    const people = groups.flatMap(({ label, kpis }) => {
      const own = kpis.find(({ id, target }) => id === kpi.id && target !== null);
      return own ? [{ name: label, kpi: own }] : [];
    });
    const known = findKpi(kpi.id);
    const lacksSum = kpi.target === null && known !== undefined && !addsUp(known);
    if (kpi.target === null && !kpi.targetOf && people.length === 0 && !lacksSum) continue;
    const ids = said.flatMap((row) => (row.kpi === kpi.id ? [row.id] : []));
    const readers = seesPeople ? await readersOf(db, workspace.id, ids) : { memberIds: [], notRead: [], notTold: [] };
    const namesOf = (of: readonly string[]) =>
      directory.members.flatMap(({ id, name }) => (of.includes(id) ? [name] : []));
    const [notRead, notTold] = [namesOf(readers.notRead), namesOf(readers.notTold)];
    goals.push({ kpi, people, told: readers.memberIds.length, notRead, notTold, lacksSum });
  }
  return goals;
}

/** Asks for the goals of these teams and of the people in them. */
function wantedIn({ from, to }: Span, { kpis, whose }: Question, { directory }: Asked): TargetsWanted {
  const teamIds = whose.scope === 'team' ? whose.teamIds : directory.teams.map(({ id }) => id);
  const memberIds =
    whose.scope === 'team'
      ? membersOf(directory, teamIds, { from, to })
      : membersFrom(directory, from.toString()).map(({ id }) => id);
  return {
    kpis: kpis.length > 0 ? kpis : catalogue.map(({ id }) => id),
    ...{ memberIds, teamIds, includeWorkspace: whose.scope === 'workspace' },
    ...{ from: from.toString(), to: to.toString() },
  };
}

/** Each person's numbers, for KPIs that can be split by person. */
async function peopleOf(question: Question, asked: Asked): Promise<readonly Group[]> {
  const kpis = question.kpis.filter((id) => findKpi(id)?.dimensions.includes('rep'));
  if (kpis.length === 0) return [];
  const { groups } = await evaluate(asked, { ...question, kpis, by: ['rep'] });
  return groups;
}
