/** What Slack has seen: counted there, not in our own tables. */
import type { Message } from '../../src/sandbox/protocol.ts';
import type { ApiCall } from '../../src/sandbox/world.ts';
import type { Company } from './company.ts';

const ASK = /^How is work\? 2 questions/;
const isAsk = ({ text, threadTs }: Message) => threadTs === undefined && ASK.test(text);
const DONE = 'pulse.done';

const told = ({ sandbox }: Company, person: string): Message[] => sandbox.messages(person, sandbox.dm(person));

/** The asks that somebody got; what they have answered since stands in their place. */
export const asksOf = (company: Company, person: string): Message[] =>
  told(company, person).filter((message) => isAsk(message) || isAnswered(message));

export const isAnswered = ({ blocks }: Message): boolean => JSON.stringify(blocks ?? []).includes(`"${DONE}"`);

export const remindersOf = (company: Company, person: string): Message[] =>
  told(company, person).filter(({ text }) => text.startsWith('The questions above are open'));

const isPost = ({ method }: ApiCall) => method === 'chat.postMessage';
const isOk = ({ answer }: ApiCall) => answer?.ok === true;

/** The messages that Slack took, in their order. */
export const posted = ({ sandbox }: Company): ApiCall[] => sandbox.calls.filter((call) => isPost(call) && isOk(call));

const isInvitation = (call: ApiCall) => isPost(call) && isOk(call) && ASK.test(String(call.arguments.text));

/** How far the calls of a sandbox have been looked through, and how many invitations were found: there are many, and one asks often. */
const lookedThrough = new WeakMap<readonly ApiCall[], { to: number; invitations: number }>();

/** The invitations that Slack took. */
export function asked({ sandbox: { calls } }: Company): number {
  const found = lookedThrough.get(calls) ?? { to: 0, invitations: 0 };
  lookedThrough.set(calls, found);
  // What has no answer yet is under way.
  for (let call = calls[found.to]; call && (call.answer || !isPost(call)); call = calls[found.to]) {
    if (isInvitation(call)) found.invitations += 1;
    found.to += 1;
  }
  return found.invitations;
}

/** How often Slack said "too many requests", by method. */
export function refused({ sandbox }: Company): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { method, answer } of sandbox.calls)
    if (answer?.error === 'ratelimited') counts[method] = (counts[method] ?? 0) + 1;
  return counts;
}

/** The most that were in any window of a minute. */
export function mostInAMinute(calls: readonly ApiCall[]): number {
  const times = calls.map(({ at }) => at.getTime());
  let from = 0;
  let most = 0;
  for (const [index, at] of times.entries()) {
    while (at - times[from]! >= 60_000) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
}
