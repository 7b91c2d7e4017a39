import type { Asking } from '../../kpi/evaluate.ts';
import { text } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import { stillAsks } from '../../schedule/still-asks.ts';
import {
  actionsFrom,
  actsFor,
  openActions,
  publishedHelp,
  readsAction,
  type SurveyAction,
} from '../../surveys/actions.ts';
import type { AskedAction } from '../../surveys/asked-actions.ts';
import type { ReadableRound } from '../../surveys/readable.ts';
import { invitationOf } from '../../surveys/rounds.ts';
import type { Actions, Promised } from '../messages/pulse-actions.ts';
import type { Voices } from '../messages/pulse-voices.ts';

/** What a reader finds under a round's results: actions, comments, answers by person. */
export async function voicesFor(
  round: ReadableRound,
  reader: Pick<Directory['members'][number], 'id' | 'role'>,
  asking: Pick<Asking, 'db' | 'directory'>,
): Promise<Voices> {
  const isOwner = round.mode === 'confidential' && round.ownerId === reader.id;
  return { mode: round.mode, isOwner, actions: await actionsFor(round, reader, asking) };
}

/**
 * Actions promised after a round, and before it; people who may promise see how many are open. Actions for everybody
 * are shown to those who were asked.
 */
async function actionsFor(
  round: ReadableRound,
  reader: Pick<Directory['members'][number], 'id' | 'role'>,
  { db, directory }: Pick<Asking, 'db' | 'directory'>,
): Promise<Actions> {
  const [promised, help, open, mine, invitation] = await Promise.all([
    actionsFrom(db, round),
    publishedHelp(db, round),
    openActions(db, round),
    stillAsks(db, round).then((asks) => (asks ? actsFor(db, round, reader, directory) : [])),
    // An admin sees actions for any team.
    reader.role === 'admin' ? null : invitationOf(db, round, reader.id),
  ]);
  const countedIn = invitation?.teamId ?? null;
  const isRead = (action: AskedAction) =>
    (round.readsWhole || action.teamId !== null) && readsAction(action, { ...reader, countedIn }, directory);
  return {
    promised: promised.filter(isRead).map((action) => promisedBy(action, directory)),
    before: round.actions.filter(isRead).map(({ id, words }) => ({
      words,
      help: help.find(({ actionId }) => actionId === id) ?? null,
    })),
    open: mine.length > 0 ? open.filter(({ teamId }) => mine.includes(teamId)).length : null,
  };
}

/** An action with the names of who promised it and of the team it is for. */
export const promisedBy = (
  action: SurveyAction,
  { members, teams }: Pick<Directory, 'members' | 'teams'>,
): Promised => ({
  ...action,
  by: members.find(({ id }) => id === action.byId)?.name ?? text('kpi.someone'),
  team: teams.find(({ id }) => id === action.teamId)?.name ?? null,
});
