import type { Message } from '../../src/sandbox/protocol.ts';
import type { Person } from './bot.ts';
import { labels } from './reading.ts';

/** Lets the schedule of a card go live, saying yes where the bot asks first; returns the card as it is then. */
export async function goesLive(person: Person, card: Message): Promise<Message> {
  const answer = await person.presses(card, 'Go live');
  return labels(answer).includes('Yes, go live') ? person.presses(answer, 'Yes, go live') : answer;
}
