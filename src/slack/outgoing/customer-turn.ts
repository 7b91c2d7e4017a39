import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantOf } from '../../calendar/js-date.ts';
import { localDay } from '../../calendar/local-day.ts';
import { whoFollows } from '../../schedule/case-news.ts';
import { dueCustomers } from '../../surveys/customers/due.ts';
import { findAsk, restOf } from '../../surveys/customers/links.ts';
import { testMessage, turnMessage } from '../messages/customer-turn.ts';
import type { Composer } from './outgoing.ts';

const contentSchema = z.object({ linkId: z.guid() });

/**
 * Tells an owner that it is a customer's turn, with the link. null if the link was used, declined or has expired by
 * then, or somebody there answered in another way.
 */
export const customerTurn: Composer = async ({ db, workspace }, { content }, sendingAt, customerLinks) => {
  const { linkId } = contentSchema.parse(content);
  const found = await findAsk(db, { workspaceId: workspace.id, id: linkId }, sendingAt);
  if (found?.state !== 'open') return null;
  const { link, customer, wonOn } = found;
  if (await restOf(db, { ...link, respondent: null }, localDay(sendingAt, workspace.zone))) return null;
  const address = customerLinks(link);
  if (address === null) throw new Error('a link needs PUBLIC_URL');
  const days = wonOn ? wonOn.until(localDay(sendingAt, workspace.zone)).days : 0;
  const until = localDay(instantOf(link.expiresAt), workspace.zone);
  const message = turnMessage({ linkId, customer, respondent: link.respondent, address, days, until });
  return { message: () => message };
};

/** A test for the person who tries it out: whom it would ask on a day, without asking anybody. */
export const customersTest: Composer = async ({ db, workspace, directory, now }, { content }) => {
  const today = Temporal.PlainDate.from(z.object({ day: z.iso.date() }).parse(content).day);
  const due = await dueCustomers(db, workspace.id, { today, since: null, now });
  const rows = due.flatMap(({ name, wonOn, ownerId }) => {
    const owner = ownerId && whoFollows(ownerId, directory, today.toString());
    return owner ? [{ customer: name, wonOn: Temporal.PlainDate.from(wonOn), owner: owner.name }] : [];
  });
  return { message: () => testMessage(rows) };
};
