import { text } from '../../src/language/text.ts';
import { findSchedule, type Schedule } from '../../src/schedule/schedule.ts';
import { type ActionHandler, type Asked, type Reply, say } from '../../src/slack/command.ts';
import { cardOf, rests } from '../../src/slack/messages/schedule-card.ts';
import { askingActions } from '../../src/slack/messages/schedule-question.ts';
import { scheduleActions } from '../../src/slack/messages/schedules.ts';
import { type Deed, deeds, goLive, goLiveOn, mayBeSeen, removeNow, sendAgain, sendNow, shown } from './schedule.ts';

/** Does what the button says. If the card is outdated, the press only shows how things stand. */
const asShown =
  (deed: Deed, alreadySo: (own: Schedule, asked: Asked) => string | null = () => null): ActionHandler =>
  async (value, asked) => {
    const { db, workspace, now } = asked;
    const card = cardOf(value);
    const own = await findSchedule(db, workspace.id, card.id);
    if (!own) return { ...say(text('problem.schedule.gone')), isDone: true };
    mayBeSeen(own, asked);
    if (card.isCurrent(own, { now, zone: workspace.zone })) return deed(own, asked, card.words);
    return superseded(alreadySo(own, asked) ?? text('schedule.superseded'), own, asked);
  };

/** `isDone`, so that Home, which may show the same outdated card, is refreshed. */
const superseded = async (line: string, own: Schedule, asked: Asked): Promise<Reply> => {
  const message = await shown(line, own, asked);
  return { message: () => message, isDone: true };
};

/** Buttons that only show something work on any card, even an outdated one. */
const anyTime =
  (deed: Deed): ActionHandler =>
  async (value, asked) => {
    const own = await findSchedule(asked.db, asked.workspace.id, cardOf(value).id);
    if (!own) return { ...say(text('problem.schedule.gone')), isDone: true };
    mayBeSeen(own, asked);
    return deed(own, asked, '');
  };

const liveAlready = (own: Schedule, { now, workspace }: Asked) =>
  rests(own, { now, zone: workspace.zone }) ? null : text('schedule.live_already');
const pausedAlready = (own: Schedule, asked: Asked) =>
  liveAlready(own, asked) ? null : text('schedule.paused_already');

export const schedulePresses: Readonly<Record<string, ActionHandler>> = {
  [scheduleActions.test]: anyTime(deeds.test),
  [scheduleActions.log]: anyTime(deeds.log),
  [scheduleActions.live]: asShown(deeds.resume, liveAlready),
  [scheduleActions.pause]: asShown(deeds.pause, pausedAlready),
  [scheduleActions.now]: asShown(deeds.now),
  [scheduleActions.remove]: asShown(deeds.remove),
  [askingActions.live]: asShown(goLive, liveAlready),
  [askingActions.liveFrom]: asShown(goLiveOn, liveAlready),
  [askingActions.now]: asShown(sendNow),
  [askingActions.again]: asShown(sendAgain),
  [askingActions.remove]: asShown(removeNow),
  [askingActions.no]: anyTime(deeds.show),
};
