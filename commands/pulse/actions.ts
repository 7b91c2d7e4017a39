import { localDay } from '../../src/calendar/local-day.ts';
import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { stillAsks } from '../../src/schedule/still-asks.ts';
import type { Asked, Form } from '../../src/slack/command.ts';
import { surveyActionButtons } from '../../src/slack/messages/pulse-actions.ts';
import { actionFaults, actionIn, actionsView } from '../../src/slack/modals/pulse-actions.ts';
import { addAction, closeAction, mayAct, openActions } from '../../src/surveys/actions.ts';
import { findRound, type Round } from '../../src/surveys/rounds.ts';
import { namesIn } from './replies.ts';

const ID = 'pulse.actions';

/** *Add an action*, under results: what whoever leads those who were asked will do about them. */
export const actionsForm: Form = {
  id: ID,
  opener: surveyActionButtons.open,
  title: text('pulse.actions.title'),
  open: async (id, asked) => shown(await theirs(id, asked), asked),
  async change(filled, actionId, asked) {
    const round = await theirs(actionIn(filled).roundId, asked);
    await closeAction(asked.db, round, actionId, today(asked));
    return shown(round, asked, text('pulse.actions.closed'));
  },
  faults: actionFaults,
  async submit(filled, asked) {
    const { roundId, words } = actionIn(filled);
    const round = await theirs(roundId, asked);
    const isAdded = await addAction(asked.db, round, { words, byId: asked.member.id, on: today(asked) });
    return { page: await shown(round, asked, isAdded ? text('pulse.actions.added') : undefined) };
  },
};

/** @throws Problem for who may not promise anything about it */
async function theirs(id: string, { db, workspace, member, directory }: Asked): Promise<Round> {
  const round = await findRound(db, workspace.id, id);
  const may = round?.closedOn && mayAct(round, member, directory) && (await stillAsks(db, round));
  if (!round || !may) throw new Problem('pulse.may_not_act');
  return round;
}

async function shown(round: Round, asked: Asked, note?: string) {
  const nameOf = namesIn(asked);
  const open = await openActions(asked.db, round);
  return actionsView(
    ID,
    round.id,
    open.map((action) => ({ ...action, by: nameOf(action.byId) })),
    note,
  );
}

const today = ({ now, workspace }: Asked) => localDay(now, workspace.zone);
