import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { escaped } from '../../src/slack/messages/mrkdwn.ts';
import { contactOf, noteContact } from '../../src/surveys/customers/contacts.ts';
import { addressIn } from '../../src/surveys/customers/mail.ts';
import { customerIn } from './customer.ts';
import { personIn } from './link.ts';

const NONE = /^(none|nobody|remove)$/i;

/** Shows, sets or removes the e-mail address at which a customer is asked. */
export async function contact(words: string, asked: Asked): Promise<Reply> {
  const { db, workspace } = asked;
  const { id, name, rest } = await customerIn(words, asked);
  const person = personIn(rest);
  const customer = escaped(name);
  if (person === null) {
    const known = await contactOf(db, workspace.id, id);
    return say(text('nps.contact', { customer, to: known === null ? 'none' : escaped(known) }));
  }
  const address = NONE.test(person) ? null : addressIn(person);
  if (address === null && !NONE.test(person)) throw new Problem('nps.contact', { customer: name });
  await noteContact(db, workspace.id, id, address);
  const to = address === null ? 'none' : escaped(address);
  return { ...say(text('nps.contact.noted', { customer, to })), isDone: true };
}
