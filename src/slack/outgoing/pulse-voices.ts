import type { Asking } from '../../kpi/evaluate.ts';
import { text } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import { stillAsks } from '../../schedule/still-asks.ts';
import { actionsFrom, mayAct, openActions, publishedHelp } from '../../surveys/actions.ts';
import type { ReadableRound } from '../../surveys/readable.ts';
import type { Actions } from '../messages/pulse-actions.ts';
import type { Voices } from '../messages/pulse-voices.ts';

/** What a reader of a round's results can go on to. What was promised is for those who were asked. */
export async function voicesFor(
  round: ReadableRound,
  reader: Pick<Directory['members'][number], 'id' | 'role'>,
  asking: Pick<Asking, 'db' | 'directory'>,
): Promise<Voices> {
  const isOwner = round.mode === 'confidential' && round.ownerId === reader.id;
  const actions = round.readsWhole ? await actionsFor(round, reader, asking) : { promised: [], before: [], open: null };
  return { mode: round.mode, isOwner, actions };
}

/** What was promised from a round's results, and before it; who may promise sees how many are open. */
async function actionsFor(
  round: ReadableRound,
  reader: Pick<Directory['members'][number], 'id' | 'role'>,
  { db, directory }: Pick<Asking, 'db' | 'directory'>,
): Promise<Actions> {
  const [promised, help, open] = await Promise.all([
    actionsFrom(db, round),
    publishedHelp(db, round),
    openActions(db, round),
  ]);
  const nameOf = (memberId: string) => directory.members.find(({ id }) => id === memberId)?.name ?? text('kpi.someone');
  return {
    promised: promised.map((action) => ({ ...action, by: nameOf(action.byId) })),
    before: round.actions.map(({ id, words }) => ({
      words,
      help: help.find(({ actionId }) => actionId === id) ?? null,
    })),
    open: mayAct(round, reader, directory) && (await stillAsks(db, round)) ? open.length : null,
  };
}
