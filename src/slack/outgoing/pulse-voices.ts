import type { Asking } from '../../kpi/evaluate.ts';
import { text } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import { actionsFrom, mayAct, openActions, publishedHelp } from '../../surveys/actions.ts';
import type { Round } from '../../surveys/rounds.ts';
import type { Actions } from '../messages/pulse-actions.ts';
import type { Voices } from '../messages/pulse-voices.ts';

/** What a reader of a round's results can go on to. */
export async function voicesFor(
  round: Round,
  reader: Pick<Directory['members'][number], 'id' | 'role'>,
  asking: Pick<Asking, 'db' | 'directory'>,
): Promise<Voices> {
  const isOwner = round.mode === 'confidential' && round.ownerId === reader.id;
  return { mode: round.mode, isOwner, actions: await actionsFor(round, reader, asking) };
}

/** What was promised from a round's results, and before it; who may promise sees how many are open. */
async function actionsFor(
  round: Round,
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
    open: mayAct(round, reader, directory) ? open.length : null,
  };
}
