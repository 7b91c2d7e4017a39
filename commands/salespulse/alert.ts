import { dateOf } from '../../src/calendar/js-date.ts';
import { localDay } from '../../src/calendar/local-day.ts';
import { Problem } from '../../src/errors.ts';
import { kpiTitle } from '../../src/kpi/labels.ts';
import { mayBeTold } from '../../src/kpi/may-be-told.ts';
import { subjectName } from '../../src/kpi/subject.ts';
import { text } from '../../src/language/text.ts';
import type { Directory } from '../../src/people/directory.ts';
import type { Rule } from '../../src/reports/alerts.ts';
import { addSchedule, findSchedule, removeSchedule, type Schedule, schedulesOf } from '../../src/schedule/schedule.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { escaped } from '../../src/slack/messages/mrkdwn.ts';
import { whatText } from '../../src/slack/messages/schedule.ts';
import { schedulesMessage } from '../../src/slack/messages/schedules.ts';
import { asksForHelp } from '../asks-for-help.ts';
import { alertInWords, hasTarget } from './alert-in-words.ts';
import { listedAs, shown } from './schedule.ts';

/**
 * `/salespulse alert` lists your alerts; `… alert meetings below 2 this week by wed 11:00` adds one, `… alert remove 3`
 * ends it.
 */
export async function alert(words: string, asked: Asked): Promise<Reply> {
  if (words && asksForHelp(words)) return say(text('alert.help'));
  const [, number] = /^remove\s+(\d+)$/i.exec(words) ?? [];
  if (number) return remove(number, asked);
  return !words || /^list$/i.test(words) ? list(asked) : add(words, asked);
}

async function list(asked: Asked): Promise<Reply> {
  const own = await ownAlerts(asked);
  if (own.length === 0) return say(text('alert.none'));
  const { now, workspace, directory } = asked;
  const listed = own.map((schedule) => listedAs(schedule, asked));
  const message = schedulesMessage(listed, false, { now, zone: workspace.zone, directory }, text('alert.list'));
  return { message: () => message };
}

async function add(words: string, asked: Asked): Promise<Reply> {
  const { db, workspace, member, now } = asked;
  const today = localDay(now, workspace.zone).toString();
  const { rule, recurrence } = await alertInWords(words, asked);
  if (rule.kind === 'silence') mustSeeSources(asked);
  else await mayBeTold(rule.question, member, asked);
  const id = await addSchedule(
    db,
    workspace.id,
    {
      what: { kind: 'alert', rule, words, whose: whoseOf(rule) },
      audience: { to: 'member', memberId: member.id },
      recurrence: { ...recurrence, from: today },
      zone: null,
      ownerId: member.id,
    },
    dateOf(now),
  );
  const schedule = await findSchedule(db, workspace.id, id);
  if (!schedule) throw new Problem('schedule.gone');
  const lacksTarget = rule.kind === 'target' && !(await hasTarget(rule, asked));
  const added = [addedText(rule, asked.directory), ...(lacksTarget ? [text('alert.added.no_target')] : [])].join(' ');
  const message = await shown(added, schedule, asked);
  return { message: () => message, isDone: true };
}

/** Says whose number and which period were understood, if it has them. */
function addedText(rule: Rule, directory: Directory): string {
  if (rule.kind === 'silence') return text('alert.added');
  const { kpis, period, whose } = rule.question;
  const subject = whose.scope === 'workspace' ? 'none' : escaped(subjectName(whose, directory));
  const n = 'n' in period ? period.n : 0;
  const unit = 'unit' in period ? period.unit : 'day';
  return text('alert.added.of', { whose: subject, kpi: kpiTitle(kpis[0] ?? ''), kind: period.kind, unit, n });
}

const whoseOf = (rule: Rule): Schedule['what']['whose'] =>
  rule.kind === 'silence' ? { scope: 'workspace' } : rule.question.whose;

/** Only people who answer for the numbers of others may watch whether data comes in. @throws Problem */
function mustSeeSources({ member }: Asked): void {
  if (member.role === 'rep') throw new Problem('schedule.may_not');
}

async function remove(number: string, asked: Asked): Promise<Reply> {
  const own = (await ownAlerts(asked)).find((each) => each.number === Number(number));
  if (!own) throw new Problem('alert.no_such', { number });
  await removeSchedule(asked.db, own, dateOf(asked.now));
  return { ...say(text('schedule.removed', { what: whatText(own, asked.directory) })), isDone: true };
}

/** The person's own alerts, which are schedules with the numbers of schedules. */
async function ownAlerts({ db, workspace, member }: Asked): Promise<Schedule[]> {
  const all = await schedulesOf(db, workspace.id);
  return all.filter(({ what, ownerId }) => what.kind === 'alert' && ownerId === member.id);
}
