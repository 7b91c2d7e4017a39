import { dateOf } from '../../src/calendar/js-date.ts';
import { localDay } from '../../src/calendar/local-day.ts';
import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { changeSchedule } from '../../src/schedule/change.ts';
import { askedOfCustomers } from '../../src/schedule/customers.ts';
import { addSchedule, pauseSchedule, resumeSchedule, type Schedule, schedulesOf } from '../../src/schedule/schedule.ts';
import { type Asked, type QuietAction, type Reply, say } from '../../src/slack/command.ts';
import { NOT_NOW } from '../../src/slack/messages/customer-turn.ts';
import { escaped } from '../../src/slack/messages/mrkdwn.ts';
import type { Instrument } from '../../src/surveys/customers/instruments.ts';
import { customerOfLink, endLink } from '../../src/surveys/customers/links.ts';
import { shown } from '../salespulse/schedule.ts';
import { mustBeTheirs } from './customer.ts';
import { mustHaveAddress } from './link.ts';

/** Shows whether customers are asked automatically, or switches that on or off. Admins only. */
export async function schedule(words: string, asked: Asked, instrument: Instrument): Promise<Reply> {
  const { db, workspace, member } = asked;
  if (member.role !== 'admin') throw new Problem('nps.schedule.may_not');
  const own = (await schedulesOf(db, workspace.id)).find((each) => askedOfCustomers(each) !== null);
  const wish = words.trim().toLowerCase();
  if (wish === 'on') return switchOn(own, asked, instrument);
  if (wish !== '' && wish !== 'off') throw new Problem('nps.schedule.which');
  if (!own) return say(text('nps.schedule.none'));
  if (wish === 'off') await pauseSchedule(db, own, null, dateOf(asked.now));
  const message = await shown(text(wish === 'off' ? 'nps.schedule.off' : 'nps.schedule'), own, asked);
  return { message: () => message, isDone: wish === 'off' };
}

/** Every working day of each customer's owner. */
const recurrence = {
  on: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 7], every: 1 },
  at: '09:00',
  workingDaysOnly: true,
} as const;

async function switchOn(known: Schedule | undefined, asked: Asked, instrument: Instrument): Promise<Reply> {
  mustHaveAddress(asked);
  const { db, workspace, member, now } = asked;
  const what = { kind: 'customers', instrument, whose: { scope: 'workspace' } } as const;
  const on = { ...recurrence.on, weekdays: [...recurrence.on.weekdays] };
  const from = localDay(now, workspace.zone).toString();
  const wanted = { what, audience: { to: 'everyone' }, recurrence: { ...recurrence, on, from }, zone: null } as const;
  if (known) {
    await changeSchedule(db, known, { ...wanted, recurrence: known.recurrence }, now);
    await resumeSchedule(db, workspace.id, known.id, dateOf(now));
  }
  const id = known?.id ?? (await addSchedule(db, workspace.id, { ...wanted, ownerId: member.id }, dateOf(now)));
  const message = await shown(text('nps.schedule.on', { how: asked.sendsMail ? 'mail' : 'link' }), { id }, asked);
  return { message: () => message, isDone: true };
}

/** *Not now*: ends the link; the customer is asked again at the next turn. */
const notNow: QuietAction = async (id, asked) => {
  const { db, workspace, now } = asked;
  const link = await customerOfLink(db, workspace.id, id, localDay(now, workspace.zone).toString());
  if (!link) throw new Problem('nps.gone');
  mustBeTheirs({ name: link.customer.name, ownerId: link.ownerId }, asked);
  await endLink(db, { workspaceId: workspace.id, id }, now);
  return { ...say(text('nps.turn.left', { customer: escaped(link.customer.name) })), isDone: true };
};

export const turnPresses = { [NOT_NOW]: notNow };
