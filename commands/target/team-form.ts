import { localDay } from '../../src/calendar/local-day.ts';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import { canHaveTarget, catalogue, findKpi } from '../../src/kpi/catalogue/index.ts';
import { membersOf } from '../../src/kpi/goals.ts';
import { kpiTitle } from '../../src/kpi/labels.ts';
import { spanLabel } from '../../src/language/dates.ts';
import { allOf } from '../../src/language/list.ts';
import { text } from '../../src/language/text.ts';
import { membersFrom } from '../../src/people/presence.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { type Asked, type Filled, type Form, type Reply, say } from '../../src/slack/command.ts';
import { escaped } from '../../src/slack/messages/mrkdwn.ts';
import { targetActions } from '../../src/slack/messages/targets.ts';
import {
  chosenIn,
  type FilledRow,
  type FormPeriod,
  type TeamForm,
  teamTargetsView,
  typedIn,
} from '../../src/slack/modals/team-targets.ts';
import { readAmount } from '../../src/targets/amount.ts';
import { changeAll } from '../../src/targets/change.ts';
import { maySet } from '../../src/targets/may-set.ts';
import { type NewTarget, targetsFor } from '../../src/targets/storage.ts';
import { targetSpan } from '../../src/targets/target-span.ts';
import { hearsOf, toldLine, toldReply, unlinkedLine } from './news.ts';
import { targetValue, typedGoal } from './value.ts';

/** Everybody's, in the value of the button that opens the form; else ids of teams. */
export const EVERYONE = 'all';

const ID = 'target.team';
const TITLE = text('target.form.title');

/** *Set targets for all*: one field for each person of a team, for one KPI and period. */
export const teamForm: Form = {
  id: ID,
  opener: targetActions.setForAll,
  title: TITLE,
  open: (whose, asked) =>
    viewOf({ whose, kpi: 'revenue', period: 'this month', currency: asked.workspace.currency }, [], asked),
  change: (filled, asked) => viewOf(chosenIn(filled), typedIn(filled), asked),
  faults(filled) {
    const form = chosenIn(filled);
    return Object.fromEntries(
      typedIn(filled).flatMap((row) => {
        const { kpi, period } = row.shownFor;
        if (kpi !== form.kpi || period !== form.period) {
          return [[row.blockId, text('target.form.other', { kpi: kpiTitle(kpi), period })]];
        }
        const read = readGoal(row, form);
        return 'refusal' in read ? [[row.blockId, read.refusal]] : [];
      }),
    );
  },
  submit,
};

async function viewOf(form: TeamForm, typed: readonly FilledRow[], asked: Asked) {
  const kpi = findKpi(form.kpi);
  const span = spanIn(form, asked);
  const goals = await exactGoals(form, asked);
  const rows = peopleIn(form, asked).map(({ id: memberId, name }) => {
    const row = typed.find((each) => each.memberId === memberId);
    const goal = goals.find((each) => each.subjectId === memberId);
    // A goal in another currency keeps its mark, or saving the form would change what it is worth.
    const mark = goal?.currency && goal.currency !== form.currency ? ` ${goal.currency}` : '';
    const shown = goal && kpi ? `${typedGoal(Number(goal.value), kpi)}${mark}` : '';
    return { memberId, name, value: row?.value ?? shown, isTyped: row !== undefined };
  });
  const kpis = catalogue.filter(({ id, dimensions }) => canHaveTarget(id) && dimensions.includes('rep'));
  return teamTargetsView(ID, TITLE, form, { kpis: kpis.map(({ id }) => id), span: spanLabel(span), rows });
}

/** All or none: people whose field was emptied have no goal of that period any more. */
async function submit(filled: Filled, asked: Asked): Promise<Reply> {
  const { db, workspace, directory, member } = asked;
  const form = chosenIn(filled);
  const { unit, from, to } = spanIn(form, asked);
  const may = new Set(peopleIn(form, asked).map(({ id }) => id));
  const targets = typedIn(filled).flatMap((row): NewTarget[][] => {
    const goal = readGoal(row, form);
    if ('refusal' in goal || !may.has(row.memberId)) return [];
    const whose = { workspaceId: workspace.id, kpi: form.kpi, scope: 'member' as const, subjectId: row.memberId };
    const days = { unit, startsOn: from.toString(), endsOn: to.toString() };
    return [[{ ...whose, ...days, ...goal, setById: member.id }]];
  });
  const changes = await changeAll(db, targets, hearsOf(asked));
  const people = changes.flatMap(({ changed: [one] }, index) => {
    const id = one?.id ? targets[index]?.[0]?.subjectId : null;
    return directory.members.filter((each) => each.id === id);
  });
  const nothing = say('').message({ kind: 'none' });
  const replies = await Promise.all(changes.map(({ notices }) => toldReply(nothing, notices, asked)));
  const notes = replies.flatMap((reply) => reply.notes ?? []);
  const unlinked = people.filter(({ slackUserId }) => slackUserId === null);
  const lines = [
    text('target.form.done', { count: people.length, names: escaped(allOf(people.map(({ name }) => name))) }),
    toldLine(notes.map(({ to }) => to.name)),
    unlinkedLine(unlinked.map(({ name }) => name)),
  ];
  return { ...say(lines.filter(Boolean).join(' ')), isDone: true, notes };
}

function readGoal(
  { value }: FilledRow,
  { kpi: id, currency }: TeamForm,
): { value: string | null; currency: string | null } | { refusal: string } {
  const kpi = findKpi(id);
  if (value === '' || !kpi) return { value: null, currency: null };
  const amount = readAmount(value, currency);
  if (!amount) return { refusal: text('target.form.no_number') };
  const read = targetValue(amount, value, kpi);
  if ('refusal' in read) return { refusal: read.refusal.replaceAll('`', '') };
  return { value: read.value, currency: kpi.unit === 'money' ? (amount.currency ?? currency) : null };
}

const specs: Readonly<Record<FormPeriod, PeriodSpec>> = {
  'this month': { kind: 'this', unit: 'month' },
  'next month': { kind: 'next', unit: 'month' },
  'this quarter': { kind: 'this', unit: 'quarter' },
  'next quarter': { kind: 'next', unit: 'quarter' },
  'this year': { kind: 'this', unit: 'year' },
  'next year': { kind: 'next', unit: 'year' },
};

function spanIn({ period }: TeamForm, { workspace, now }: Asked) {
  const span = targetSpan(specs[period], localDay(now, workspace.zone), calendarSettings(workspace));
  if (!span) throw new Error('the periods of the form are whole ones');
  return span;
}

/** Those of the teams whose goals the person may set. */
function peopleIn(form: TeamForm, asked: Asked) {
  const { member, directory, workspace, now } = asked;
  const today = localDay(now, workspace.zone).toString();
  const ids =
    form.whose === EVERYONE
      ? directory.members.map(({ id }) => id)
      : membersOf(directory, form.whose.split(','), spanIn(form, asked));
  return membersFrom(directory, today).filter(
    ({ id }) => ids.includes(id) && maySet(member, { scope: 'member', subjectId: id }, directory, today),
  );
}

async function exactGoals(form: TeamForm, asked: Asked) {
  const { from, to } = spanIn(form, asked);
  const days = { from: from.toString(), to: to.toString() };
  const memberIds = peopleIn(form, asked).map(({ id }) => id);
  const wanted = { kpis: [form.kpi], memberIds, teamIds: [], includeWorkspace: false, ...days };
  const rows = await targetsFor(asked.db, asked.workspace.id, wanted);
  return rows.filter(({ startsOn, endsOn }) => startsOn === days.from && endsOn === days.to);
}
