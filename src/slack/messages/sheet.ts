import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../calendar/js-date.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { dayLabel, spanLabel } from '../../language/dates.ts';
import { figureText, valueText, type Writable } from '../../language/figures.ts';
import { allOf } from '../../language/list.ts';
import { text } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import type { AgreedAction } from '../../records/agreed-actions.ts';
import type { Note } from '../../records/last-notes.ts';
import type { Step } from '../../reports/sheet/funnel-steps.ts';
import type { Sheet } from '../../reports/sheet/sheet-of.ts';
import { sideOf } from '../../reports/sheet/spread.ts';
import type { Message } from './answer.ts';
import { freshText, type Moment } from './fresh.ts';
import { clipped, context, escaped, fittingButtons, plainText, section } from './mrkdwn.ts';
import { type PictureState, pictureBlocks } from './picture.ts';

export const sheetActions = { add: 'sheet.add', done: 'sheet.done', open: 'sheet.open' } as const;

export interface SheetReading extends Moment {
  picture: PictureState;
  directory: Pick<Directory, 'members'>;
}

const MOST_ACTIONS = 20;

/** A person's sheet, with their agreed actions to tick. */
export function sheetMessage(sheet: Sheet, reading: SheetReading): Message {
  const { name, week, notes, actions, answer } = sheet;
  const from = Temporal.PlainDate.from(week.from);
  const span = spanLabel({ from, to: Temporal.PlainDate.from(week.through).add({ days: 1 }) }, answer.calendar);
  const focus = focusText(sheet);
  const line = escaped(text('sheet.headline', { name, span, focus }));
  const said = [
    `*${line}*`,
    [text('sheet.numbers'), ...sheet.lines.map(numbersText), outsideText(sheet)].join('\n'),
    funnelText(sheet),
    text('sheet.focus', { focus }),
    notes.length ? [text('sheet.notes'), ...notes.map(noteText)].join('\n') : text('sheet.notes.none'),
  ];
  const about = { memberId: sheet.memberId, week };
  return {
    text: line,
    blocks: [
      ...said.map(section),
      section(text(actions.length ? 'sheet.actions' : 'sheet.actions.none')),
      ...actions.slice(0, MOST_ACTIONS).map((action) => actionBlock(action, about, reading)),
      ...fittingButtons('sheet.actions', [
        { actionId: sheetActions.add, label: text('sheet.add'), value: JSON.stringify(about) },
      ]),
      ...pictureBlocks(reading.picture),
      context(freshText(answer, reading)),
    ],
  };
}

/** The person's own agreed actions, the only part of their sheet that they see. */
export function ownActionsMessage(actions: readonly AgreedAction[], reading: Omit<SheetReading, 'picture'>): Message {
  const line = text(actions.length ? 'sheet.own' : 'sheet.own.none');
  const lines = actions.slice(0, MOST_ACTIONS).map((action) => actionText(action, reading));
  return { text: line, blocks: [section([`*${line}*`, ...lines].join('\n'))] };
}

function numbersText({ value, measured: { usual, team } }: Sheet['lines'][number]): string {
  return text('sheet.line', {
    kpi: kpiTitle(value.id),
    value: valueText(value),
    usual: usual === null ? 'none' : figureText(usual, unitOf(value)),
    team: team ? rangeText(team, unitOf(value)) : 'none',
  });
}

const rangeText = ({ low, high }: { low: number; high: number }, unit: Writable) =>
  text('sheet.range', { low: figureText(low, unit), high: figureText(high, unit) });

/** Without the number's own parts, which do not apply to other values. */
const unitOf = ({ unit, currency }: Writable): Writable => ({ unit, ...(currency ? { currency } : {}) });

function outsideText({ lines }: Sheet): string {
  const outside = lines.flatMap(({ value, measured }) => {
    const side = measured.value === null ? null : sideOf(measured.value, measured.team);
    return side ? [text('sheet.outside.one', { kpi: kpiTitle(value.id), side })] : [];
  });
  if (outside.length > 0) return text('sheet.outside', { all: allOf(outside) });
  return text(lines.some(({ measured }) => measured.team) ? 'sheet.outside.none' : 'sheet.outside.few');
}

function funnelText({ funnel: { strongest, weakest } }: Sheet): string {
  const lines = [
    ...(strongest ? [text('sheet.funnel.strongest', stepValues(strongest))] : []),
    ...(weakest ? [text('sheet.funnel.weakest', stepValues(weakest))] : []),
  ];
  return [text('sheet.funnel'), ...(lines.length ? lines : [text('sheet.funnel.none')])].join('\n');
}

const stepValues = ({ kpi, own, team }: Step) => ({
  kpi: kpiTitle(kpi),
  own: figureText(own, { unit: 'rate' }),
  team: figureText(team, { unit: 'rate' }),
});

function focusText({ focus, lines }: Sheet): string {
  if (!focus) return text('sheet.focus.none');
  if (focus.reason === 'step') return text('sheet.focus.step', stepValues(focus.step));
  const { value, usual, better } = focus.measured;
  const unit = unitOf(lines.find((each) => each.value.id === focus.kpi)?.value ?? { unit: 'count' });
  const told = { kpi: kpiTitle(focus.kpi), value: figureText(value, unit), usual: figureText(usual, unit) };
  if (focus.reason === 'past') return text('sheet.focus.past', told);
  return text(better === 'down' ? 'sheet.focus.team_high' : 'sheet.focus.team', told);
}

const LONGEST_NOTE = 300;

const noteText = ({ on, words, about }: Note) =>
  text('sheet.note', {
    day: dayLabel(Temporal.PlainDate.from(on), 'day'),
    about: about ? escaped(about) : 'none',
    words: escaped(clipped(words, LONGEST_NOTE)),
  });

function actionText(
  { words, byId, agreedAt, doneAt }: AgreedAction,
  { directory, zone }: Pick<SheetReading, 'directory' | 'zone'>,
) {
  const at = instantOf(agreedAt).toZonedDateTimeISO(zone);
  return text('sheet.action', {
    isDone: doneAt ? 'yes' : 'no',
    words: escaped(words),
    by: escaped(directory.members.find(({ id }) => id === byId)?.name ?? text('kpi.someone')),
    day: dayLabel(at.toPlainDate(), 'day'),
  });
}

function actionBlock(action: AgreedAction, about: object, reading: SheetReading) {
  const turn = action.doneAt ? 'open' : 'done';
  return {
    ...section(actionText(action, reading)),
    accessory: {
      type: 'button' as const,
      action_id: sheetActions[turn],
      text: plainText(text(`sheet.action.${turn}`)),
      accessibility_label: clipped(text(`sheet.action.${turn}_of`, { words: action.words }), 75),
      value: JSON.stringify({ ...about, actionId: action.id }),
    },
  };
}
