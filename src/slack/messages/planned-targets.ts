import { text } from '../../language/text.ts';
import type { Changed, Undone } from '../../targets/change.ts';
import type { TargetPlan } from '../../targets/plan.ts';
import type { NewTarget } from '../../targets/storage.ts';
import type { Message } from './answer.ts';
import { buttons, section } from './mrkdwn.ts';
import { type StayingGoal, stayingLines } from './staying-targets.ts';
import { goalDays, type Told, targetActions, targetWords, valueText } from './targets.ts';

/** Goals for several periods: all in one line, then each stretch with its own value, and *Undo*. */
export function plannedMessage(
  plan: TargetPlan,
  targets: readonly NewTarget[],
  changed: readonly Changed[],
  staying: readonly StayingGoal[],
  told: Told,
): Message {
  const [first] = targets;
  const last = targets.at(-1);
  if (!first || !last) return { text: '', blocks: [] };
  // Shares of a year get a line each, so that the lines add up to the whole.
  const parts = plan.kind === 'seasonal' ? targets.slice(1) : targets;
  const stretches = plan.kind === 'seasonal' ? parts : stretchesOf(parts);
  const words = targetWords(
    { ...(plan.kind === 'seasonal' ? first : last), startsOn: first.startsOn, endsOn: last.endsOn },
    told,
  );
  const unit = plan.kind === 'each' ? plan.unit : 'year';
  const isForAYear = plan.kind === 'each' && plan.until === null;
  const replaced = changed.filter(({ before }) => before?.value != null).length;
  const lines = [
    text(`target.planned.${plan.kind}`, { ...words, unit, count: parts.length }),
    ...(stretches.length > 1 ? stretches.map((goal) => text('target.planned.part', partWords(goal, told))) : []),
    ...(isForAYear ? [text('target.planned.until')] : []),
    ...(replaced > 0 ? [text('target.planned.replaced', { count: replaced })] : []),
    ...stayingLines(staying, told),
  ];
  const id = changed.find((each) => each.id !== null)?.id;
  if (!id) return plain(text('target.planned.same', words));
  const undo = { actionId: targetActions.undo, label: text('target.button.undo'), value: id };
  const line = lines.join('\n');
  return { text: line, blocks: [section(line), buttons('target.set', [undo])] };
}

/** Says what applies after several goals were undone together. */
export function plannedUndoneMessage(all: readonly Undone[], told: Told): Message {
  const [first, last] = [all[0]?.undone, all.at(-1)?.undone];
  if (!first || !last) return plain(text('target.undone_already'));
  const back = all.filter(({ before }) => before !== null).length;
  const words = targetWords({ ...first, endsOn: last.endsOn }, told);
  return plain(text('target.planned.undone', { ...words, count: all.length, back }));
}

/** Joins consecutive goals with the same value, if they are also alike by `areAlike`. */
export function stretchesOf<Goal extends NewTarget>(
  targets: readonly Goal[],
  areAlike: (one: Goal, other: Goal) => boolean = () => true,
): Goal[] {
  const stretches: Goal[] = [];
  for (const target of targets) {
    const last = stretches.at(-1);
    const goesOn = last && last.value === target.value && last.endsOn === target.startsOn && areAlike(last, target);
    if (goesOn) stretches[stretches.length - 1] = { ...last, endsOn: target.endsOn };
    else stretches.push(target);
  }
  return stretches;
}

const partWords = (goal: NewTarget, told: Told) => ({
  span: goalDays(goal, told),
  value: valueText(goal, told),
});

const plain = (line: string): Message => ({ text: line, blocks: [section(line)] });
