/** People who do something while thousands are being asked: they answer with two presses, or give a command. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Message } from '../../src/sandbox/protocol.ts';
import type { Company } from './company.ts';
import { asksOf, isAnswered } from './seen.ts';
import { until } from './until.ts';

/** Every so many-th answers as soon as they are asked. */
const ANSWERING = 12;
export const answers = (index: number): boolean => index % ANSWERING === 3;

/** So many are in front of their question at a time. */
const AT_ONCE = 4;
/** Whom the bot left alone, as it was killed, presses again. */
const PATIENCE_MS = 15_000;
const AGAIN_MS = 2_000;

export interface Answering {
  /** How long each press took until the next question stood there, in milliseconds, in their order. */
  presses: number[];
  /** How often somebody had to press again. */
  again: number;
}

/** Those who answer do so, one after another as they are asked, until all have. */
export async function letAnswer(
  company: Company,
  people: readonly string[],
  isOver: () => boolean,
): Promise<Answering> {
  const found: Answering = { presses: [], again: 0 };
  const left = [...people];
  const each = async () => {
    for (let person = left.shift(); person !== undefined; person = left.shift()) {
      const own = person;
      await until(() => isOver() || asksOf(company, own).length > 0, undefined, 500);
      await answerAll(company, own, found);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, each));
  return found;
}

async function answerAll(company: Company, person: string, found: Answering): Promise<void> {
  for (;;) {
    const [ask] = asksOf(company, person);
    if (!ask || isAnswered(ask)) return;
    const ms = await press(company, person, ask);
    if (ms !== null) found.presses.push(ms);
    else {
      found.again += 1;
      await pause(AGAIN_MS);
    }
  }
}

/** Until what was pressed is another; null: nothing came of it. */
async function press(company: Company, person: string, ask: Message): Promise<number | null> {
  const { sandbox } = company;
  const before = JSON.stringify(ask.blocks);
  const begun = performance.now();
  const outcome = await sandbox.click(person, ask, `pulse_score_${1 + Math.floor(Math.random() * 5)}`);
  if (!outcome.ok) return null;
  const isNew = () => JSON.stringify(asksOf(company, person)[0]?.blocks) !== before;
  return (await until(isNew, PATIENCE_MS, 25)) ? performance.now() - begun : null;
}

/** Until the bot has answered a command, in milliseconds; null: it has not, however often it was asked. */
export async function command(company: Company, person: string, words: string): Promise<number | null> {
  for (let times = 0; times < 30; times++) {
    const ms = await commandOnce(company, person, words);
    if (ms !== null) return ms;
    await pause(AGAIN_MS);
  }
  return null;
}

async function commandOnce(company: Company, person: string, words: string): Promise<number | null> {
  const { sandbox } = company;
  const room = sandbox.dm(person);
  const answered = () => sandbox.messages(person, room).filter(({ ephemeral }) => ephemeral).length;
  const before = answered();
  const begun = performance.now();
  const outcome = await sandbox.say(person, room, words);
  if (!outcome.ok) return null;
  return (await until(() => answered() > before, PATIENCE_MS, 25)) ? performance.now() - begun : null;
}
