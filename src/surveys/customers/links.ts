/** Personal links: whom they ask, how long they are valid, and when nobody may be asked again yet. */
import { Temporal } from 'temporal-polyfill';
import { dateOf, plainDateOf } from '../../calendar/js-date.ts';
import { localDay } from '../../calendar/local-day.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { type CustomerLink, Prisma } from '../../db/generated/client.ts';
import { sameText } from '../../db/same-text.ts';
import { ownerOf } from '../../records/customer-owner.ts';
import { type Instrument, instrumentOf } from './instruments.ts';
import type { LinkName } from './signed-link.ts';

/** Days that a link is valid. */
export const LINK_DAYS = 30;
/** Days before somebody is asked again, after an answer and after they declined. */
export const REST_DAYS = { answered: 90, declined: 30 } as const;

export interface Wanted {
  workspaceId: string;
  customerId: string;
  instrument: Instrument;
  /** A person there, by name or e-mail address; null: whoever gets the link. */
  respondent: string | null;
  askedById: string;
  /** For automatic links: the deal, and which of its turns. */
  dealId?: string;
  turn?: number;
}

/**
 * The link, the one it replaces, and a recent answer or decline of somebody else at that customer; or why there is
 * none, and from which day on there may be one.
 */
export type Issued = { link: CustomerLink; isNew: boolean; replaced: CustomerLink | null; others: Rest | null } | Rest;

/** Why nobody is asked now, since when, and until when: who answered what, or would rather not. */
export interface Rest {
  rests: keyof typeof REST_DAYS;
  instrument: Instrument;
  /** null: nobody knows who it was. */
  respondent: string | null;
  since: Temporal.PlainDate;
  until: Temporal.PlainDate;
}

/**
 * A link to ask somebody with. An open one is handed out again, and one with the other question ends, so that nobody
 * has two. A named person rests after their own answers, whatever was asked, and after answers of unknown authors;
 * without a name, or automatically after a deal, after any answer of the customer, as the same person has a name in a
 * shared channel and an address in a link.
 */
export async function issueLink(tx: Transaction, wanted: Wanted, now: Temporal.Instant, zone: string): Promise<Issued> {
  const { workspaceId, customerId, instrument, respondent } = wanted;
  // Locked, so that two reps at once do not hand out two links.
  await tx.$queryRaw`
    SELECT 1 FROM customers WHERE workspace_id = ${workspaceId}::uuid AND id = ${customerId}::uuid FOR NO KEY UPDATE`;
  const today = localDay(now, zone);
  const others = await restOf(tx, { workspaceId, customerId, respondent: null }, today);
  const rest = wanted.dealId === undefined ? await restOf(tx, wanted, today) : others;
  if (rest) return rest;
  const at = dateOf(now);
  const open = { workspaceId, customerId, usedAt: null, declinedAt: null, expiresAt: { gt: at } };
  const same = respondent === null ? null : sameText(respondent);
  const known = await tx.customerLink.findFirst({
    where: { ...open, respondent: same },
    orderBy: { askedAt: 'desc' },
  });
  if (known?.instrument === instrument) return { link: known, isNew: false, replaced: null, others };
  if (known) {
    const which = { workspaceId_id: { workspaceId, id: known.id } };
    await tx.customerLink.update({ where: which, data: { expiresAt: at } });
  }
  const expiresAt = dateOf(now.add({ hours: 24 * LINK_DAYS }));
  const link = await tx.customerLink.create({ data: { ...wanted, askedAt: at, expiresAt } });
  return { link, isNew: true, replaced: known, others };
}

/** The same in its own transaction, in which `also` runs with the link. */
export const handOut = (
  db: Database,
  wanted: Wanted,
  { now, zone }: { now: Temporal.Instant; zone: string },
  also: (tx: Transaction, link: CustomerLink) => Promise<unknown>,
): Promise<Issued> =>
  db.$transaction(async (tx) => {
    const issued = await issueLink(tx, wanted, now, zone);
    if ('link' in issued) await also(tx, issued.link);
    return issued;
  });

/** Why somebody must not be asked on a day; null: they may. */
export async function restOf(
  tx: Transaction,
  { workspaceId, customerId, respondent }: Pick<Wanted, 'workspaceId' | 'customerId' | 'respondent'>,
  today: Temporal.PlainDate,
): Promise<Rest | null> {
  const theirs = (said: 'a' | 'l') =>
    Prisma.sql`(${respondent}::text IS NULL OR ${Prisma.raw(said)}.respondent IS NULL
      OR lower(${Prisma.raw(said)}.respondent) = lower(${respondent}::text))`;
  const last = await tx.$queryRaw<LastSaid[]>`
    (SELECT 'answered' AS why, a.answered_on::text AS day, a.instrument, a.respondent FROM survey_answers a
      WHERE a.workspace_id = ${workspaceId}::uuid AND a.customer_id = ${customerId}::uuid AND ${theirs('a')}
      ORDER BY a.answered_on DESC, a.id DESC LIMIT 1)
    UNION ALL
    (SELECT 'declined', (l.declined_at AT TIME ZONE w.zone)::date::text, l.instrument, l.respondent
      FROM customer_links l JOIN workspaces w ON w.id = l.workspace_id
      WHERE l.workspace_id = ${workspaceId}::uuid AND l.customer_id = ${customerId}::uuid AND l.declined_at IS NOT NULL
        AND ${theirs('l')}
      ORDER BY l.declined_at DESC LIMIT 1)`;
  const rests = last.map(({ why, day, ...said }): Rest => {
    const since = Temporal.PlainDate.from(day);
    const instrument = instrumentOf(said.instrument);
    return { rests: why, instrument, respondent: said.respondent, since, until: since.add({ days: REST_DAYS[why] }) };
  });
  const [longest] = rests.sort((one, other) => Temporal.PlainDate.compare(other.until, one.until));
  return longest && Temporal.PlainDate.compare(today, longest.until) < 0 ? longest : null;
}

interface LastSaid {
  why: Rest['rests'];
  day: string;
  instrument: string;
  respondent: string | null;
}

/** A customer's links without an answer yet, latest first. */
export const openLinks = (
  db: Database,
  workspaceId: string,
  customerId: string,
  now: Temporal.Instant,
  most: number,
): Promise<CustomerLink[]> =>
  db.customerLink.findMany({
    where: {
      ...{ workspaceId, customerId, usedAt: null, declinedAt: null },
      expiresAt: { gt: dateOf(now) },
    },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    take: most,
  });

/** A link with its customer and that customer's owner today (ISO). */
export async function customerOfLink(db: Database, workspaceId: string, id: string, today: string) {
  const link = await db.customerLink.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    include: { customer: { select: { id: true, name: true } } },
  });
  return link && { ...link, ownerId: await ownerOf(db, workspaceId, link.customerId, today) };
}

/** A link's state. One that was declined can still be used until it expires. */
export type LinkState = 'open' | 'declined' | 'used' | 'expired';

export interface OpenedLink {
  link: CustomerLink;
  state: LinkState;
  /** The name of the workspace that asks. */
  workspace: string;
}

/** A link and its state at a moment; null: there is none (any more). Looking at it changes nothing. */
export async function findLink(
  db: Transaction,
  { workspaceId, id }: LinkName,
  now: Temporal.Instant,
): Promise<OpenedLink | null> {
  const found = await db.customerLink.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    include: { workspace: { select: { name: true } } },
  });
  if (!found) return null;
  const { workspace, ...link } = found;
  return { link, state: stateOf(link, now), workspace: workspace.name };
}

function stateOf({ usedAt, declinedAt, expiresAt }: CustomerLink, now: Temporal.Instant): LinkState {
  if (usedAt) return 'used';
  if (expiresAt.getTime() <= now.epochMilliseconds) return 'expired';
  return declinedAt ? 'declined' : 'open';
}

/** An automatic link, with its customer and the day of its deal. */
export async function findAsk(db: Transaction, name: LinkName, now: Temporal.Instant) {
  const opened = await findLink(db, name, now);
  if (!opened) return null;
  const { workspaceId, customerId, dealId } = opened.link;
  const customer = await db.customer.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: customerId } },
    select: { name: true },
  });
  const deal = dealId ? await db.deal.findUnique({ where: { workspaceId_id: { workspaceId, id: dealId } } }) : null;
  const wonOn = deal?.closedOn ? plainDateOf(deal.closedOn) : null;
  return { ...opened, customer: customer.name, wonOn };
}

/** Ends a link early if it is still open. */
export async function endLink(db: Database, { workspaceId, id }: LinkName, now: Temporal.Instant): Promise<void> {
  const at = dateOf(now);
  const open = { usedAt: null, declinedAt: null, expiresAt: { gt: at } };
  await db.customerLink.updateMany({ where: { workspaceId, id, ...open }, data: { expiresAt: at } });
}

/** Uses a link up. False: it was used already, or has expired. If two try at once, one wins. */
export async function useLink(tx: Transaction, { workspaceId, id }: LinkName, now: Temporal.Instant): Promise<boolean> {
  const at = dateOf(now);
  const { count } = await tx.customerLink.updateMany({
    where: { workspaceId, id, usedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at, declinedAt: null },
  });
  return count === 1;
}

/** Notes that the person would rather not answer. */
export async function declineLink(db: Database, { workspaceId, id }: LinkName, now: Temporal.Instant): Promise<void> {
  const at = dateOf(now);
  await db.customerLink.updateMany({
    where: { workspaceId, id, usedAt: null, declinedAt: null, expiresAt: { gt: at } },
    data: { declinedAt: at },
  });
}
