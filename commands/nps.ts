import { localDay } from '../src/calendar/local-day.ts';
import { problemText, text } from '../src/language/text.ts';
import { whoFollows } from '../src/schedule/case-news.ts';
import { type Asked, type Command, type Reply, say } from '../src/slack/command.ts';
import { escaped, section } from '../src/slack/messages/mrkdwn.ts';
import { casesMessage, historyMessage, MOST_ANSWERS } from '../src/slack/messages/nps.ts';
import { meantButtons } from '../src/slack/messages/unclear.ts';
import { readersOf } from '../src/slack/outgoing/case.ts';
import { answersOf } from '../src/surveys/customers/answers.ts';
import { countCases, type OpenCase, openCases } from '../src/surveys/customers/cases.ts';
import type { Instrument } from '../src/surveys/customers/instruments.ts';
import { openLinks } from '../src/surveys/customers/links.ts';
import { participationOf } from '../src/surveys/customers/participation.ts';
import { asksForHelp } from './asks-for-help.ts';
import { nearVerbs } from './near-verbs.ts';
import { caseButtons, solvedForm } from './nps/case.ts';
import { channel } from './nps/channel.ts';
import { connectPresses, ownPresses, sayMoreForm } from './nps/connect.ts';
import { contact } from './nps/contact.ts';
import { customerIn, theirPeople, WhichCustomer } from './nps/customer.ts';
import { email } from './nps/email.ts';
import { link } from './nps/link.ts';
import { record } from './nps/record.ts';
import { schedule, turnPresses } from './nps/schedule.ts';
import { send, sendPresses } from './nps/send.ts';
import { watchButton, watchOffer } from './nps/watch.ts';
import { deedIn } from './nps/words.ts';

/** One for each command that may have been meant. */
const chooseActions = Array.from({ length: 8 }, (_, index) => `nps.choose.${index}`);

/**
 * `/nps`: asks customers how likely they are to recommend us, or how satisfied they are, and follows up their answers.
 */
export default {
  name: '/nps',
  description: text('nps.description'),
  usageHint: text('nps.usage'),
  run,
  actions: {
    ...Object.fromEntries(chooseActions.map((id) => [id, run])),
    ...caseButtons,
    ...watchButton,
    ...sendPresses,
    ...turnPresses,
    ...ownPresses,
  },
  guestActions: connectPresses,
  forms: [solvedForm, sayMoreForm],
} satisfies Command;

const verbs: ReadonlyMap<string, (words: string, asked: Asked, instrument: Instrument) => Promise<Reply>> = new Map([
  ['link', link],
  ['email', email],
  ['channel', channel],
  ['send', send],
  ['contact', contact],
  ['schedule', schedule],
  ['record', record],
]);

async function run(words: string, asked: Asked): Promise<Reply> {
  const typed = words.trim();
  if (typed === '') return cases(asked);
  if (asksForHelp(typed)) return say(text('nps.help'));
  const { instrument, verb, rest } = deedIn(typed, (word) => verbs.has(word));
  const does = verbs.get(verb);
  try {
    return await (does ? does(rest, asked, instrument) : history(typed, asked));
  } catch (cause) {
    if (!(cause instanceof WhichCustomer)) throw cause;
    const deed = does ? [...(instrument === 'csat' ? ['csat'] : []), verb] : [];
    const slips = does ? [] : nearVerbs(verb, verbs).map((near) => `${near} ${rest}`.trim());
    const line = slips.length > 0 ? text('nps.slip', { verb }) : problemText(cause);
    return whichOf(line, [...slips, ...cause.meant.map((each) => [...deed, each].join(' '))]);
  }
}

/** Asks back, with a button for each command that may have been meant. */
function whichOf(line: string, meant: readonly string[]): Reply {
  const said = escaped(line);
  return say(said, [section(said), ...meantButtons(meant, chooseActions)]);
}

const MOST_WAITING = 5;

async function history(words: string, asked: Asked): Promise<Reply> {
  const { id, name } = await customerIn(words, asked);
  const answers = await answersOf(asked.db, asked.workspace.id, id, MOST_ANSWERS + 1);
  const waiting = await openLinks(asked.db, asked.workspace.id, id, asked.now, MOST_WAITING);
  return { message: () => historyMessage(name, { answers, waiting }, readersOf(asked)) };
}

/** Older cases, such as most imported ones, are counted but not listed: they would push out customers waiting now. */
const LOOKED_BACK_DAYS = 90;
const MOST_CASES = 20;

async function cases(asked: Asked): Promise<Reply> {
  const { db, workspace, now } = asked;
  const today = localDay(now, workspace.zone);
  const which = { memberIds: theirPeople(asked), since: today.subtract({ days: LOOKED_BACK_DAYS }), today };
  const open = await openCases(db, workspace.id, which, MOST_CASES);
  const cases = open.map((answer) => ({ answer, owner: ownerText(answer, asked) }));
  const counts = await countCases(db, workspace.id, which);
  const asking = await participationOf(db, workspace, which, now);
  const offer = await watchOffer(asked);
  return {
    message: () => {
      const { text: said, blocks } = casesMessage(
        { open: cases, ...counts, asking, days: LOOKED_BACK_DAYS },
        readersOf(asked),
      );
      return { text: said, blocks: [...blocks, ...offer] };
    },
  };
}

/** The name of the case's owner, or of the person standing in for them. */
function ownerText({ ownerId }: OpenCase, { directory, workspace, member, now }: Asked): string {
  const follows = ownerId && whoFollows(ownerId, directory, localDay(now, workspace.zone).toString());
  if (!follows) return text('nps.cases.nobody');
  return follows.id === member.id ? text('nps.cases.you') : follows.name;
}
