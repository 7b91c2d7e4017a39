import { priceFactor } from './catalogue.ts';
import { customerId } from './customer-rows.ts';
import { amountAt, type DealStory, ownerAt, unitPrice } from './deals.ts';
import { happened } from './happened.ts';
import { type Change, daysBetweenChanges } from './history.ts';
import { idOf } from './ids.ts';
import { leadId } from './lead-rows.ts';
import { DEMO_SOURCE, memberId, productId, regionId, stageId } from './people-rows.ts';
import type { Moment, Timeline } from './timeline.ts';

export const dealId = (key: string): string => idOf('deal', key);

/** What is known of a deal by now. */
export function dealRow(deal: DealStory, timeline: Timeline) {
  const { now } = timeline;
  const closed = deal.closed <= now ? deal.closed : null;
  const proposal = deal.proposal !== null && deal.proposal <= now ? deal.proposal : null;
  const lost = closed !== null && !deal.won;
  const amount = amountAt(deal, now);
  return {
    id: dealId(deal.key),
    source: DEMO_SOURCE,
    externalId: deal.key,
    name: `${deal.lines[0]?.product.name} for ${deal.company.name}`,
    status: statusAt(deal, now),
    stageId: stageAt(deal, now),
    customerId: customerId(deal.company.name),
    leadId: deal.leadKey === null ? null : leadId(deal.leadKey),
    ownerId: memberId(ownerAt(deal, now)),
    regionId: regionId(deal.company.region),
    amount,
    currency: amount === null ? null : deal.currency,
    lossReason: lost ? deal.lossReason : null,
    competitor: deal.competitor,
    soldVia: deal.soldVia,
    ...happened('opened', deal.opened, timeline),
    openedOwnerId: memberId(ownerAt(deal, deal.opened)),
    ...happened('proposal', proposal, timeline),
    proposalOwnerId: proposal === null ? null : memberId(ownerAt(deal, proposal)),
    ...happened('closed', closed, timeline),
    closedOwnerId: closed === null ? null : memberId(ownerAt(deal, closed)),
  };
}

/** Prices are whole, so that the lines add up to the deal's amount to the cent. */
export function dealLineRows(deal: DealStory, { now }: Timeline) {
  const isKnown = amountAt(deal, now) !== null;
  return deal.lines.map((line, index) => {
    const price = unitPrice(deal, line, now);
    return {
      id: idOf('deal line', `${deal.key} ${index + 1}`),
      dealId: dealId(deal.key),
      position: index + 1,
      productId: productId(line.product.name),
      quantity: line.quantity,
      unitPrice: isKnown ? price : null,
      unitCost: Math.round(line.product.unitCost * priceFactor[deal.currency]),
      kind: line.kind,
      amount: isKnown ? line.quantity * price : null,
    };
  });
}

/** What a deal looked like from day to day. */
export function dealStateRows(deal: DealStory, timeline: Timeline) {
  const moments = [
    deal.opened,
    deal.amountKnownAt,
    deal.discount?.at,
    deal.handover?.at,
    deal.closed,
    ...deal.stages.map(({ at }) => at),
  ];
  const changes = moments.flatMap((at): Change<DealState>[] =>
    typeof at === 'number' && at <= timeline.now ? [{ at, state: stateAt(deal, at) }] : [],
  );
  return daysBetweenChanges(stateAt(deal, deal.opened), changes).map(({ from, to, state }) => ({
    id: idOf('deal state', `${deal.key} ${timeline.days[from]?.on}`),
    dealId: dealId(deal.key),
    startsOn: timeline.days[from]?.on,
    endsOn: to === null ? null : timeline.days[to]?.on,
    ...state,
  }));
}

type DealState = ReturnType<typeof stateAt>;

function stateAt(deal: DealStory, at: Moment) {
  const amount = amountAt(deal, at);
  // A handover counts from its own moment on, an event at that moment still belongs to the owner before.
  const owner = deal.handover && deal.handover.at <= at ? deal.handover.to : deal.owner;
  const currency = amount === null ? null : deal.currency;
  return { status: statusAt(deal, at), stageId: stageAt(deal, at), ownerId: memberId(owner), amount, currency };
}

const statusAt = (deal: DealStory, at: Moment) => (deal.closed > at ? 'open' : deal.won ? 'won' : 'lost');

/** A closed deal stands in no stage any more. */
function stageAt(deal: DealStory, at: Moment): string | null {
  if (deal.closed <= at) return null;
  const stage = deal.stages.filter((stage) => stage.at <= at).at(-1);
  return stage ? stageId(stage.name) : null;
}
