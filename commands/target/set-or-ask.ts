import { localDay } from '../../src/calendar/local-day.ts';
import { findKpi } from '../../src/kpi/catalogue/index.ts';
import { isOfEveryone } from '../../src/kpi/definition.ts';
import { kpiTitle } from '../../src/kpi/labels.ts';
import { parseTarget } from '../../src/kpi/parse/parse-target.ts';
import { text } from '../../src/language/text.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { context } from '../../src/slack/messages/mrkdwn.ts';
import { plannedMessage } from '../../src/slack/messages/planned-targets.ts';
import { stayingLines } from '../../src/slack/messages/staying-targets.ts';
import { targetSetMessage } from '../../src/slack/messages/targets.ts';
import { changeTargets } from '../../src/targets/change.ts';
import { maySet } from '../../src/targets/may-set.ts';
import { vocabularyFor } from '../vocabulary.ts';
import { aimOf } from './aim.ts';
import { insteadOfDaily } from './daily.ts';
import { askFirst } from './doubts.ts';
import { hearsOf, toldReply } from './news.ts';
import { periodsOf } from './periods.ts';
import { notUnderstood, refusing } from './refusing.ts';
import { stayingGoals } from './staying.ts';
import { targetValue } from './value.ts';
import { tellingOfRates } from './without-rate.ts';

/** Sets the goal that the words ask for, if the person may; else says what is missing or why not. */
export const setOrAsk = (words: string, asked: Asked): Promise<Reply> => set(words, asked, { isSure: false });

/** The same once the person has confirmed that past periods may change. */
export const setAnyway = (words: string, asked: Asked): Promise<Reply> => set(words, asked, { isSure: true });

async function set(words: string, asked: Asked, { isSure }: { isSure: boolean }): Promise<Reply> {
  const { db, workspace, directory, member, now } = asked;
  const refuse = refusing('set', words, asked);
  if (member.role === 'rep') return refuse(text('target.refuse.rep'));

  const vocabulary = vocabularyFor(asked);
  const parsed = parseTarget(words, vocabulary, workspace.currency);
  if (!parsed.ok) return refuse(...notUnderstood('set', parsed));
  const { question, amount, typed, plan, isDaily } = parsed;
  const aim = aimOf(question, directory);
  const kpi = findKpi(question.kpis[0] ?? '');
  if (!kpi || question.kpis.length > 1) return refuse(...('reasons' in aim ? aim.reasons : []));
  const today = localDay(now, workspace.zone);
  const value = targetValue(amount, typed, kpi);
  const periods = isDaily
    ? { refusal: insteadOfDaily(words, parsed, kpi, asked) }
    : periodsOf(parsed, 'value' in value ? value.value : '1', kpi, today, workspace);
  const reasons = [
    ...('reasons' in aim ? aim.reasons : []),
    ...(isOfEveryone(kpi) && question.whose.scope !== 'workspace'
      ? [text('target.refuse.of_everyone', { kpi: kpiTitle(kpi.id) })]
      : []),
    ...('refusal' in periods ? [periods.refusal] : []),
    ...('refusal' in value ? [value.refusal] : []),
  ];
  if ('reasons' in aim || 'refusal' in periods || reasons.length > 0) return refuse(...reasons);
  const { subject, name } = aim;
  if (!maySet(member, subject, directory, today.toString())) {
    return refuse(text('target.refuse.manager', { subject: name }));
  }

  const whole = {
    ...{ workspaceId: workspace.id, kpi: kpi.id, ...subject, setById: member.id },
    currency: kpi.unit === 'money' ? (amount.currency ?? workspace.currency) : null,
  };
  const targets = periods.spans.map(({ unit, from, to, value: part }) => {
    const days = { startsOn: from.toString(), endsOn: to.toString() };
    return { ...whole, unit, ...days, value: part };
  });
  const asking = isSure ? null : await askFirst(targets, { verb: 'set', value: words }, asked);
  if (asking) return asking;

  const { changed, notices } = await changeTargets(db, targets, hearsOf(asked));
  const { calendar } = calendarSettings(workspace);
  const told = { subject: name, unit: kpi.unit, currency: workspace.currency, calendar };
  const others = await stayingGoals(targets, question, vocabulary, asked);
  const [first] = targets;
  // For a single goal only the shorter ones within it are mentioned, not the longer ones around it.
  const staying = plan
    ? others
    : others.filter(({ goal }) => first && goal.startsOn >= first.startsOn && goal.endsOn <= first.endsOn);
  const message = plan
    ? plannedMessage(plan, targets, changed, staying, told)
    : targetSetMessage(targets, changed, stayingLines(staying, told), told);
  const neither = text('target.set.neither', { kpi: kpiTitle(kpi.id).toLowerCase() });
  const noted =
    kpi.better === 'neither'
      ? { text: `${message.text} ${neither}`, blocks: [...message.blocks, context(neither)] }
      : message;
  return toldReply(await tellingOfRates(noted, targets, asked), notices, asked);
}
