import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../src/calendar/local-day.ts';
import { dayLabel } from '../../src/language/dates.ts';
import { text, textIfAny } from '../../src/language/text.ts';
import { meetingOutcomeWords, typeWords } from '../../src/language/words.ts';
import { meetingOutcomes } from '../../src/records/activity.ts';
import { customerNames } from '../../src/records/customer-names.ts';
import type { LogReading } from '../../src/records/log/entry.ts';
import { parseLog } from '../../src/records/log/parse-log.ts';
import { type CompleteEntry, storeLog } from '../../src/records/log/store-log.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/messages/answer.ts';
import { askMessage, helpMessage, loggedMessage } from '../../src/slack/messages/logged.ts';
import { clipped } from '../../src/slack/messages/mrkdwn.ts';
import { choiceButtons, type Words } from './choices.ts';
import { standingIfKnown } from './standing.ts';

const LONGEST_TEXT = 3000;
/** Characters of an unclear part that the question repeats; the full words are shown below it. */
const SHOWN = 100;

/** Records the activity, or asks for what is missing and repeats the words. */
export async function logOrAsk(words: Words, asked: Asked): Promise<Reply> {
  if (words.words === '' || words.words.toLowerCase() === 'help') return reply(helpMessage());
  const { db, workspace, member } = asked;
  const { zone } = workspace;
  const all = await customerNames(db, workspace.id);
  const reading = parseLog(words.words, { customers: all, now: words.now, zone });
  const chosen = all.find(({ id }) => id === words.customerId);
  if (chosen) reading.entry.customers = [chosen];
  const question = asksBack(words, reading, localDay(words.now, zone));
  if (question) return reply(question);

  const { type, occurred } = reading.entry;
  if (type === null) throw new Error('an entry without a type is asked for');
  const entry: CompleteEntry = { ...reading.entry, type, occurred: occurred ?? { at: words.now } };
  const id = await storeLog(db, workspace, entry, { memberId: member.id, deed: words.deed, now: asked.now });
  const { standing, lacking } = await standingIfKnown(entry, asked);
  return { ...reply(loggedMessage(entry, id, { now: words.now, zone, standing })), isDone: true, lacking };
}

const reply = (message: Message): Reply => ({ message: () => message });

/** Asks for one missing thing at a time; null if nothing is missing. */
function asksBack(
  words: Words,
  { entry, customerAt, future, noDuration }: LogReading,
  today: Temporal.PlainDate,
): Message | null {
  const { type, outcome, customers, note, nextStep, nextStepOn } = entry;
  const typed = words.words;
  if (future !== null) return askMessage(text('log.ask.future', { time: clipped(future, SHOWN) }), typed);
  if (noDuration !== null) return askMessage(text('log.ask.duration', { typed: clipped(noDuration, SHOWN) }), typed);
  if (nextStepOn && Temporal.PlainDate.compare(nextStepOn, today) < 0)
    return askMessage(text('log.ask.past_step', { day: dayLabel(nextStepOn, 'day') }), typed);
  const over = Math.max(note?.length ?? 0, nextStep?.length ?? 0) - LONGEST_TEXT;
  if (over > 0) return askMessage(text('log.ask.shorter', { count: over }), typed);
  if (type === null) {
    const types = ['call', 'email', 'message', 'meeting', 'demo', 'note'] as const;
    const choices = types.map((each) => withWord('type', each, typeWords[each][0], words));
    return askMessage(text('log.ask.type'), typed, choiceButtons(choices));
  }
  if (customers.length > 1) {
    const choices = customers.map(({ id, name }) => ({
      label: clipped(name, 75),
      words: { ...words, customerId: id },
    }));
    const name = typed.slice(customerAt?.start, customerAt?.end);
    return askMessage(text('log.ask.customer', { words: clipped(name, SHOWN) }), typed, choiceButtons(choices));
  }
  if ((type === 'meeting' || type === 'demo') && outcome === null) {
    const choices = meetingOutcomes.map((each) => withWord('outcome', each, meetingOutcomeWords[each][0], words));
    return askMessage(text('log.ask.outcome'), typed, choiceButtons(choices));
  }
  return type === 'note' && note === null ? askMessage(text('log.ask.note'), typed) : null;
}

/** Puts the chosen word first; the comma keeps it apart from what may be a sentence. */
const withWord = (slot: string, value: string, word: string, words: Words) => ({
  label: textIfAny(`group.${slot}.${value}`) ?? word,
  words: { ...words, words: `${word}, ${words.words}` },
});
