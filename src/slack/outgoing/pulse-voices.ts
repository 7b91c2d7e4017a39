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

/** What a reader of a round's results can go on to. */
export async function voicesFor(
  round: ReadableRound,
  reader: Pick<Directory['members'][number], 'id' | 'role'>,
  asking: Pick<Asking, 'db' | 'directory'>,
): Promise<Voices> {
  const isOwner = round.mode === 'confidential' && round.ownerId === reader.id;
  return { mode: round.mode, isOwner, actions: await actionsFor(round, reader, asking) };
}

/**
 * What was promised from a round's results, and before it; who may promise sees how many are open. What was promised to all is for
 * those who were asked.
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
    // An admin reads what was promised to any team.
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

/** An action with who has promised it, and to which team, by name. */
export const promisedBy = (
  action: SurveyAction,
  { members, teams }: Pick<Directory, 'members' | 'teams'>,
): Promised => ({
  ...action,
  by: members.find(({ id }) => id === action.byId)?.name ?? text('kpi.someone'),
  team: teams.find(({ id }) => id === action.teamId)?.name ?? null,
});
