import { localDay } from '../src/calendar/local-day.ts';
import { Problem } from '../src/errors.ts';
import { findKpi } from '../src/kpi/catalogue/index.ts';
import { subjectName, whoseTarget } from '../src/kpi/subject.ts';
import { text } from '../src/language/text.ts';
import { calendarSettings } from '../src/people/workspace.ts';
import { type Asked, type Command, type Reply, say } from '../src/slack/command.ts';
import { plannedUndoneMessage } from '../src/slack/messages/planned-targets.ts';
import { targetActions, targetUndoneMessage } from '../src/slack/messages/targets.ts';
import { undoneForAllMessage } from '../src/slack/messages/targets-of-all.ts';
import { undoTargets } from '../src/targets/change.ts';
import { maySet } from '../src/targets/may-set.ts';
import { type SaidTarget, saidTogether } from '../src/targets/said-target.ts';
import { exampleFor } from './target/example.ts';
import { help } from './target/help.ts';
import { myTargets } from './target/my-targets.ts';
import { hearsOf, letsTalk, toldReply, understood } from './target/news.ts';
import { remove, removeAnyway } from './target/remove.ts';
import { review, setProposed } from './target/review.ts';
import { setAnyway, setOrAsk } from './target/set-or-ask.ts';
import { suggest } from './target/suggest.ts';
import { teamTargets } from './target/team.ts';
import { teamForm } from './target/team-form.ts';

const verbs = new Map<string, (rest: string, asked: Asked) => Promise<Reply>>([
  ['', (_rest, asked) => myTargets(asked)],
  ['set', setOrAsk],
  ['remove', remove],
  ['suggest', suggest],
  ['review', review],
  ['team', teamTargets],
  ['help', async (_rest, asked) => help(asked)],
]);

/** `/target` shows one's goals; `/target set revenue 50000 this month for @anna` sets one, `suggest` proposes one. */
export default {
  name: '/target',
  description: text('target.description'),
  usageHint: text('target.usage'),
  async run(words, asked) {
    const [, verb = '', rest = ''] = /^\s*(\S*)(.*)$/s.exec(words) ?? [];
    const run = verbs.get(verb.toLowerCase());
    return run ? run(rest.trim(), asked) : say(text('target.unknown', { example: exampleFor(asked) }));
  },
  actions: {
    [targetActions.undo]: undo,
    [targetActions.setSuggested]: setOrAsk,
    [targetActions.setAnyway]: setAnyway,
    [targetActions.removeAnyway]: removeAnyway,
    [targetActions.setProposed]: setProposed,
    [targetActions.understood]: understood,
    [targetActions.talk]: letsTalk,
  },
  forms: [teamForm],
} satisfies Command;

async function undo(id: string, asked: Asked): Promise<Reply> {
  const { db, workspace, directory, member, now } = asked;
  const today = localDay(now, workspace.zone).toString();
  const goals = await saidTogether(db, workspace.id, id);
  // What one was allowed to set one may not be allowed to take back any more: roles and teams change.
  const refused = goals.find((goal) => !maySet(member, goal, directory, today));
  if (refused) {
    throw new Problem('target.may_not_undo', { subject: subjectName(whoseTarget(refused), directory) });
  }
  const { all, notices } = await undoTargets(db, workspace.id, { id, byId: member.id, hears: hearsOf(asked) });
  const [first, ...others] = all;
  if (!first) return say(text('target.undone_already'));
  const told = toldOf(first.undone, asked);
  const isOfOne = others.every(({ undone }) => undone.subjectId === first.undone.subjectId);
  const message = isOfOne
    ? others.length > 0
      ? plannedUndoneMessage([first, ...others], told)
      : targetUndoneMessage(first.undone, first.before, told)
    : undoneForAllMessage(all.map((each) => ({ ...each, told: toldOf(each.undone, asked) })));
  return toldReply(message, notices, asked);
}

const toldOf = (target: SaidTarget, { directory, workspace }: Asked) => ({
  subject: subjectName(whoseTarget(target), directory),
  unit: findKpi(target.kpi)?.unit ?? ('count' as const),
  currency: workspace.currency,
  calendar: calendarSettings(workspace).calendar,
});
