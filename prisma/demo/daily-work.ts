import { type DealStory, ownerAt } from './deals.ts';
import { type About, type Deed, meet, receive, tryCall, write } from './deeds.ts';
import type { LeadStory } from './leads.ts';
import { holdsAt, type Post } from './posts.ts';
import { type Random, randomFrom } from './random.ts';
import { DAY, dayIndex, HOUR, type Moment, type Timeline } from './timeline.ts';

/** Somebody to get back to, from the day after the first contact on. */
interface Contact {
  owner: string;
  from: Moment;
  to: Moment;
  about: About;
}

/**
 * What fills the days beside the milestones of leads and deals: calls that nobody answers, follow-ups, notes. So much
 * that a person comes to their usual number of calls; each day is drawn for itself, so that tomorrow changes no past.
 */
export function dailyWork(
  {
    leads,
    deals,
    milestones,
  }: { leads: readonly LeadStory[]; deals: readonly DealStory[]; milestones: readonly Deed[] },
  timeline: Timeline,
  posts: readonly Post[],
): Deed[] {
  const contacts = [...leads.flatMap(contactOfLead), ...deals.flatMap(contactsOfDeal)];
  const done = new Map<string, number>();
  for (const { type, direction, by, at } of milestones) {
    if (type !== 'call' || direction !== 'outbound') continue;
    const key = `${by} ${dayIndex(at)}`;
    done.set(key, (done.get(key) ?? 0) + 1);
  }
  return posts.flatMap((post) => {
    const own = contacts.filter(({ owner }) => owner === post.name);
    const deeds: Deed[] = [];
    for (let day = timeline.first; day <= timeline.today; day++) {
      if (timeline.days[day]?.isWorking && holdsAt(post, day)) deeds.push(...dayOf(post, day, own));
    }
    return deeds;
  });

  function dayOf({ name, style }: Post, index: number, own: readonly Contact[]): Deed[] {
    const day = timeline.days[index];
    if (!day || !style) return [];
    const random = randomFrom(`${name} on ${day.on}`);
    const open = own.filter(({ from, to }) => from < index * DAY && to >= index * DAY);
    const energy = day.busy * random.between(0.8, 1.25);
    const who = () => ({ at: workTime(index, random), by: name, about: aboutOf(open, random) });
    const deeds: Deed[] = [];

    const calls = Math.round(style.callsADay * energy) - (done.get(`${name} ${index}`) ?? 0);
    for (let call = 0; call < calls; call++) deeds.push(tryCall(who(), random));
    const messages = Math.round(style.messagesADay * energy * random.between(0.4, 1.6));
    for (let message = 0; message < messages; message++) deeds.push(messageOf(who(), random));
    if (random.chance(0.06 * day.busy))
      deeds.push(...meet(who(), 'meeting', random.chance(0.6) ? 'next_step' : 'none', random, timeline));
    if (random.chance(0.08))
      deeds.push({ at: workTime(index, random), by: name, type: 'note', note: 'Prepared the visits of the week' });
    return deeds;
  }
}

function messageOf(who: { at: Moment; by: string; about: About }, random: Random): Deed {
  // A lead's first word is told with the lead; from then on they write as well.
  if (!who.about.leadKey && random.chance(0.3)) return receive(who, 'email');
  return write(
    who,
    random.weighted([
      ['email', 6],
      ['message', 2],
      ['social', 2],
    ] as const),
  );
}

function aboutOf(open: readonly Contact[], random: Random): About {
  return open.length > 0 && random.chance(0.9) ? random.pick(open).about : {};
}

/** Calls come in two waves, in the morning and after lunch. */
function workTime(day: number, random: Random): Moment {
  const hour = random.weighted(hours);
  return day * DAY + hour * HOUR + Math.floor(random.between(0, HOUR - 1));
}
const hours = [
  [8, 3],
  [9, 9],
  [10, 12],
  [11, 11],
  [12, 4],
  [13, 7],
  [14, 10],
  [15, 12],
  [16, 9],
  [17, 3],
] as const;

function contactOfLead({ key, creator, touches, qualified, disqualified }: LeadStory): Contact[] {
  const first = touches[0];
  if (first === undefined) return [];
  const to = Math.min(
    qualified?.at ?? Number.POSITIVE_INFINITY,
    disqualified ?? Number.POSITIVE_INFINITY,
    first + 30 * DAY,
  );
  return [{ owner: creator, from: first, to, about: { leadKey: key } }];
}

/** The owner cares for the deal while it is open, and for the customer for half a year after it was won. */
function contactsOfDeal(deal: DealStory): Contact[] {
  const customer = deal.company.name;
  const care = {
    owner: ownerAt(deal, deal.closed),
    from: deal.closed,
    to: deal.closed + 180 * DAY,
    about: { customer },
  };
  const handover = deal.handover?.at ?? deal.closed;
  const sell = { owner: deal.owner, from: deal.opened, to: handover, about: { dealKey: deal.key, customer } };
  return deal.won ? [sell, care] : [sell];
}
