import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../src/calendar/local-day.ts';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import { canHaveTarget, catalogue, findKpi } from '../../src/kpi/catalogue/index.ts';
import type { Kpi } from '../../src/kpi/definition.ts';
import { membersOf } from '../../src/kpi/goals.ts';
import type { Question } from '../../src/kpi/question.ts';
import { spanLabel } from '../../src/language/dates.ts';
import { text } from '../../src/language/text.ts';
import { membersFrom } from '../../src/people/presence.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import type { Asked, Filled, Form, NextPage, Reply } from '../../src/slack/command.ts';
import { targetActions } from '../../src/slack/messages/targets.ts';
import { type SetForOne, setForAllMessage } from '../../src/slack/messages/targets-of-all.ts';
import {
  canKeep,
  choicePage,
  type FilledForm,
  MOST_ROWS,
  readForm,
  type TeamForm,
  type TypedRow,
  unsavedLines,
  valuesPage,
} from '../../src/slack/modals/team-targets.ts';
import { readGoalAmount } from '../../src/targets/amount.ts';
import { changeAll } from '../../src/targets/change.ts';
import { maySet } from '../../src/targets/may-set.ts';
import { exactGoals, type NewTarget, type TargetUnit } from '../../src/targets/storage.ts';
import { type TargetSpan, targetSpan } from '../../src/targets/target-span.ts';
import { doubtsAbout } from './doubts.ts';
import { hearsOf, toldReply } from './news.ts';
import { targetValue, typedGoal } from './value.ts';
import { tellingOfRates } from './without-rate.ts';

/** Stands for everybody's targets in the value of the opening button, which otherwise has team ids. */
const EVERYONE = 'all';

const ID = 'target.team';
const TITLE = text('target.form.title');

/** *Set targets for all*: a field for each person of a team, for one KPI and period; another page chooses these two. */
export const teamForm: Form = {
  id: ID,
  opener: targetActions.setForAll,
  title: TITLE,
  open(value, asked) {
    const [whose = '', kpi = '', period = ''] = value.split('|');
    const { currency } = asked.workspace;
    return showValues({ whose, kpi, period, first: 0, currency, drafts: [] }, asked);
  },
  change(filled, value, asked) {
    const shown = readForm(filled);
    const form = withDrafts(shown);
    // Stays on this page if the form cannot carry everything typed so far: it would be lost.
    if (!canKeep(form)) return showValues(form, asked, text('target.form.full'));
    const first = Number(value);
    return value === 'choose' ? showChoice(form, asked) : showValues({ ...form, first }, asked);
  },
  faults(filled) {
    const { form, typed } = readForm(filled);
    const bad = typed.flatMap((row) => {
      const read = readGoal(row, form);
      return 'refusal' in read ? [[row.blockId, read.refusal]] : [];
    });
    return Object.fromEntries(bad);
  },
  submit,
};

/** The value of the button that opens the form: what was asked if the form offers it, else revenue and this month. */
export function toOpen({ whose, kpis, period }: Question, asked: Asked): string {
  const [only, ...others] = kpis.filter((id) => settable.some((kpi) => kpi.id === id));
  const kpi = only && others.length === 0 ? only : 'revenue';
  const teams = whose.scope === 'team' ? whose.teamIds.join(',') : EVERYONE;
  const said = spanOf(period, asked);
  // Past periods are changed one by one, after a confirmation.
  const span = (said && isOver(said.to, asked) ? null : said) ?? spanOf({ kind: 'this', unit: 'month' }, asked);
  return [teams, kpi, span && written(span)].join('|');
}

const settable: readonly Kpi[] = catalogue.filter(
  ({ id, dimensions }) => canHaveTarget(id) && dimensions.includes('rep'),
);

/** Keeps what is typed on this page together with what was typed on others. */
function withDrafts({ form, typed }: FilledForm): TeamForm {
  const { kpi, period } = form;
  const isHere = (memberId: string) => typed.some((row) => row.memberId === memberId);
  const others = form.drafts.filter((draft) => !isOf(form, draft) || !isHere(draft.memberId));
  return { ...form, drafts: [...others, ...typed.map(({ memberId, value }) => ({ kpi, period, memberId, value }))] };
}

const isOf = ({ kpi, period }: TeamForm, draft: { kpi: string; period: string }) =>
  draft.kpi === kpi && draft.period === period;

/** The fields, each with what was typed into it or with the current goal. */
async function showValues(form: TeamForm, asked: Asked, note?: string) {
  const { db, workspace } = asked;
  const people = peopleIn(form, asked);
  const shown = people.slice(form.first, form.first + MOST_ROWS);
  const { from, to } = readSpan(form.period);
  const memberIds = shown.map(({ id }) => id);
  const goals = await exactGoals(db, workspace.id, { kpis: [form.kpi], memberIds, ...daysOf({ from, to }) });
  const kpi = findKpi(form.kpi);
  const drafts = form.drafts.filter((draft) => isOf(form, draft));
  const rows = shown.map(({ id: memberId, name }) => {
    const draft = drafts.find((each) => each.memberId === memberId);
    const goal = goals.find((each) => each.subjectId === memberId);
    // A goal in another currency keeps its code, or saving the form would change what it is worth.
    const mark = goal?.currency && goal.currency !== form.currency ? ` ${goal.currency}` : '';
    const value = goal && kpi ? `${typedGoal(Number(goal.value), kpi)}${mark}` : '';
    return { memberId, name, value: draft?.value ?? value, isTyped: draft !== undefined };
  });
  const left = form.drafts.filter((draft) => !isOf(form, draft) || !memberIds.includes(draft.memberId));
  const page = { rows, count: people.length, ...(note ? { note } : {}) };
  return valuesPage(ID, { ...form, drafts: left }, page, wordsFor(asked));
}

function showChoice(form: TeamForm, asked: Asked): Promise<NextPage['page']> {
  const spans = specs.flatMap((spec) => spanOf(spec, asked) ?? []);
  const named = spans.map((span) => written(span));
  const all = named.includes(form.period) ? named : [form.period, ...named];
  const { days } = wordsFor(asked);
  const periods = all.map((period) => [period, days(period)] as const);
  const kpis = settable.map(({ id }) => id);
  return Promise.resolve(choicePage(ID, form, { kpis, periods }, wordsFor(asked)));
}

async function submit(filled: Filled, asked: Asked): Promise<Reply | NextPage> {
  const shown = readForm(filled);
  if (shown.page === 'choice') return { page: await showValues(shown.form, asked) };
  const { to } = readSpan(shown.form.period);
  // Past periods are changed one by one, after a confirmation.
  if (isOver(to, asked)) {
    const note = text('target.form.over', { span: wordsFor(asked).days(shown.form.period) });
    return { page: await showValues(withDrafts(shown), asked, note) };
  }
  const targets = targetsOf(shown, asked);
  const doubts = await doubtsAbout(targets, 'set', asked);
  const warned = doubts ? fingerprint(doubts.said) : '';
  // Saving again after reading this very warning confirms it.
  if (doubts && warned !== shown.form.warned) {
    const form = { ...withDrafts(shown), warned };
    return { page: await showValues(form, asked, `${doubts.said}\n${text('target.past.ask.form')}`) };
  }
  return save(shown, targets, asked);
}

const fingerprint = (words: string) => createHash('sha256').update(words).digest('base64url').slice(0, 16);

const isOver = (to: Temporal.PlainDate, { now, workspace }: Asked) =>
  Temporal.PlainDate.compare(to, localDay(now, workspace.zone)) <= 0;

/** The typed values as goals; an emptied field withdraws that person's goal for the period. */
function targetsOf({ form, typed }: FilledForm, asked: Asked): NewTarget[] {
  const { workspace, member } = asked;
  const span = readSpan(form.period);
  const may = new Set(peopleIn(form, asked).map(({ id }) => id));
  return typed.flatMap((row): NewTarget[] => {
    const goal = readGoal(row, form);
    if ('refusal' in goal || !may.has(row.memberId)) return [];
    const whose = { workspaceId: workspace.id, kpi: form.kpi, scope: 'member' as const, subjectId: row.memberId };
    return [{ ...whose, unit: span.unit, ...startAndEnd(span), ...goal, setById: member.id }];
  });
}

/** Saves all goals or none. */
async function save({ form }: FilledForm, targets: readonly NewTarget[], asked: Asked): Promise<Reply> {
  const { db, workspace, directory } = asked;
  const changes = await changeAll(
    db,
    targets.map((target) => [target]),
    hearsOf(asked),
  );
  const unit = findKpi(form.kpi)?.unit ?? 'count';
  const { calendar } = calendarSettings(workspace);
  const set = targets.flatMap((target, index): SetForOne[] => {
    const [changed] = changes[index]?.changed ?? [];
    const subject = directory.members.find(({ id }) => id === target.subjectId)?.name ?? '';
    return changed?.id ? [{ target, changed, told: { subject, unit, currency: workspace.currency, calendar } }] : [];
  });
  const words = wordsFor(asked);
  const of = { kpi: form.kpi, span: words.days(form.period) };
  const done = setForAllMessage(of, set, unsavedLines(form.drafts, words));
  return toldReply(
    await tellingOfRates(done, targets, asked),
    changes.flatMap(({ notices }) => notices),
    asked,
  );
}

function readGoal(
  { value }: TypedRow,
  { kpi: id, currency }: TeamForm,
): { value: string | null; currency: string | null } | { refusal: string } {
  const kpi = findKpi(id);
  if (value === '' || !kpi) return { value: null, currency: null };
  const amount = readGoalAmount(value, currency);
  if (!amount) return { refusal: text('target.form.no_number') };
  const read = targetValue(amount, value, kpi);
  if ('refusal' in read) return { refusal: read.refusal.replaceAll('`', '') };
  return { value: read.value, currency: kpi.unit === 'money' ? (amount.currency ?? currency) : null };
}

const specs: readonly PeriodSpec[] = (['month', 'quarter', 'year'] as const).flatMap((unit) => [
  { kind: 'this', unit },
  { kind: 'next', unit },
]);

const spanOf = (period: PeriodSpec, { workspace, now }: Asked) =>
  targetSpan(period, localDay(now, workspace.zone), calendarSettings(workspace));

/** A period as the form keeps it: by its days, so that it stays the same past midnight. */
const written = ({ unit, from, to }: TargetSpan) => [unit, from, to].join('/');

function readSpan(period: string): TargetSpan {
  const [unit = '', from = '', to = ''] = period.split('/');
  // Only this form writes it.
  return { unit: unit as TargetUnit, from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) };
}

const daysOf = ({ from, to }: Pick<TargetSpan, 'from' | 'to'>) => ({ from: from.toString(), to: to.toString() });
const startAndEnd = ({ from, to }: TargetSpan) => ({ startsOn: from.toString(), endsOn: to.toString() });

const wordsFor = ({ workspace, directory }: Asked) => ({
  title: TITLE,
  days: (period: string) => spanLabel(readSpan(period), calendarSettings(workspace).calendar),
  nameOf: (memberId: string) => directory.members.find(({ id }) => id === memberId)?.name ?? '',
});

/** The people of these teams whose goals the person may set. */
function peopleIn(form: TeamForm, asked: Asked) {
  const { member, directory, workspace, now } = asked;
  const today = localDay(now, workspace.zone).toString();
  const ids =
    form.whose === EVERYONE
      ? directory.members.map(({ id }) => id)
      : membersOf(directory, form.whose.split(','), readSpan(form.period));
  return membersFrom(directory, today).filter(
    ({ id }) => ids.includes(id) && maySet(member, { scope: 'member', subjectId: id }, directory, today),
  );
}
