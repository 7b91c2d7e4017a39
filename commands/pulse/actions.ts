import { localDay } from '../../src/calendar/local-day.ts';
import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { stillAsks } from '../../src/schedule/still-asks.ts';
import type { Asked, Form } from '../../src/slack/command.ts';
import { surveyActionButtons } from '../../src/slack/messages/pulse-actions.ts';
import { actionFaults, actionIn, actionsView } from '../../src/slack/modals/pulse-actions.ts';
import { promisedBy } from '../../src/slack/outgoing/pulse-voices.ts';
import { actsFor, addAction, closeAction, hasRoom, openActions } from '../../src/surveys/actions.ts';
import { findRound, type Round } from '../../src/surveys/rounds.ts';

const ID = 'pulse.actions';

/**
 * *Add an action* under results: what those who lead the people asked, or a team of them, will do about the results.
 */
export const actionsForm: Form = {
  id: ID,
  opener: surveyActionButtons.open,
  title: text('pulse.actions.title'),
  open: async (id, asked) => shown(await theirs(id, asked), asked),
  async change(filled, actionId, asked) {
    const own = await theirs(actionIn(filled).roundId, asked);
    const isTheirs = (await openOf(own, asked)).some(({ id }) => id === actionId);
    if (!isTheirs) return shown(own, asked);
    await closeAction(asked.db, own.round, actionId, today(asked));
    return shown(own, asked, text('pulse.actions.closed'));
  },
  faults: actionFaults,
  async submit(filled, asked) {
    const { roundId, words, teamId } = actionIn(filled);
    const own = await theirs(roundId, asked);
    if (!own.to.includes(teamId)) throw new Problem('pulse.may_not_act');
    const promised = { words, teamId, byId: asked.member.id, on: today(asked) };
    const isAdded = await addAction(asked.db, own.round, promised);
    return { page: await shown(own, asked, isAdded ? text('pulse.actions.added') : undefined) };
  },
};

/** A round, and the teams to whom the person may promise something about it; null stands for all it asked. */
interface Own {
  round: Round;
  to: readonly (string | null)[];
}

/** @throws Problem if the person may not promise anything about it */
async function theirs(id: string, { db, workspace, member, directory }: Asked): Promise<Own> {
  const round = await findRound(db, workspace.id, id);
  const mayBe = round?.closedOn && (await stillAsks(db, round));
  const to = mayBe ? await actsFor(db, round, member, directory) : [];
  if (!round || to.length === 0) throw new Problem('pulse.may_not_act');
  return { round, to };
}

const openOf = async ({ round, to }: Own, { db }: Asked) =>
  (await openActions(db, round)).filter(({ teamId }) => to.includes(teamId));

async function shown(own: Own, asked: Asked, note?: string) {
  const { directory } = asked;
  const open = await openOf(own, asked);
  const nameOf = (teamId: string | null) =>
    directory.teams.find(({ id }) => id === teamId)?.name ?? text('pulse.actions.to_all');
  const to = own.to.filter((teamId) => hasRoom(open, teamId)).map((teamId) => ({ teamId, name: nameOf(teamId) }));
  const promised = open.map((action) => promisedBy(action, directory));
  return actionsView(ID, own.round.id, { to, open: promised }, note);
}

const today = ({ now, workspace }: Asked) => localDay(now, workspace.zone);
