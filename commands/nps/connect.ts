/** Buttons for a customer's people in a channel that is shared with them. They are guests and never become members. */
import { localDay } from '../../src/calendar/local-day.ts';
import type { SurveyAnswer } from '../../src/db/generated/client.ts';
import { Problem } from '../../src/errors.ts';
import { dayAndMonth } from '../../src/language/dates.ts';
import { text } from '../../src/language/text.ts';
import { ownerOf } from '../../src/records/customer-owner.ts';
import { receiveAnswer, tellWords } from '../../src/schedule/case-news.ts';
import { type Form, type Guest, type GuestAction, type QuietAction, say } from '../../src/slack/command.ts';
import { askActions, thanksMessage } from '../../src/slack/messages/channel-ask.ts';
import { escaped } from '../../src/slack/messages/mrkdwn.ts';
import { customerWordsFaults, customerWordsIn, customerWordsView } from '../../src/slack/modals/customer-words.ts';
import {
  addWords,
  answeredLately,
  askIn,
  type ChannelAsk,
  CONNECT,
  channelAnswer,
  channelAnswerKey,
} from '../../src/surveys/customers/channel-answers.ts';
import { type Instrument, mostOf } from '../../src/surveys/customers/instruments.ts';

interface Given {
  instrument: Instrument;
  score: number;
}

/** Somebody's first number counts; a second press shows them what they gave. */
const press =
  (given: Given): GuestAction =>
  async (value, guest) => {
    const ask = known(value);
    const before = await channelAnswer(guest.db, guest.workspace.id, ask, guest.slackUserId);
    if (before) return { message: () => thanksMessage(ask, text('nps.connect.answered', outOf(before))) };
    await mustNotHaveAnswered(ask, guest);
    await store(ask, given, guest);
    return { message: () => thanksMessage(ask, text('nps.connect.thanks', outOf(given))), isDone: true };
  };

const outOf = ({ instrument, score }: Pick<SurveyAnswer, 'instrument' | 'score'>) => ({
  ...{ score, most: mostOf({ instrument }) },
});

/** @throws Problem if they answered lately in another way, such as by a personal link */
async function mustNotHaveAnswered({ customerId }: ChannelAsk, { db, workspace, now, name }: Guest): Promise<void> {
  const day = await answeredLately(db, workspace.id, { customerId, name }, localDay(now, workspace.zone));
  if (day) throw new Problem('nps.connect.lately', { workspace: workspace.name, day: dayAndMonth(day) });
}

function store(ask: ChannelAsk, given: Given, { db, workspace, now, slackUserId, name }: Guest): Promise<unknown> {
  const { customerId, askedById } = ask;
  return db.$transaction(async (tx) => {
    const customer = await tx.customer.findUnique({
      where: { workspaceId_id: { workspaceId: workspace.id, id: customerId } },
    });
    if (!customer) throw new Problem('nps.gone');
    const memberId = await ownerOf(tx, workspace.id, customerId, localDay(now, workspace.zone).toString());
    const answer = { ...given, comment: null, customerId, respondent: name, memberId, typedById: null };
    const from = { source: CONNECT, externalId: channelAnswerKey(ask, slackUserId) } as const;
    return receiveAnswer(tx, workspace, { ...from, ...answer }, askedById, now);
  });
}

function known(value: string): ChannelAsk {
  const ask = askIn(value);
  if (!ask) throw new Problem('slack.unknown_action');
  return ask;
}

const numbers = (['nps', 'csat'] as const).flatMap((instrument) =>
  askActions.scores[instrument].map(({ actionId, score }) => ({ actionId, instrument, score })),
);

export const connectPresses: Readonly<Record<string, GuestAction>> = Object.fromEntries(
  numbers.map(({ actionId, ...given }) => [actionId, press(given)]),
);

const forCustomers = () => new Problem('nps.connect.own');

/** Our own people are told that the buttons are for customers. */
export const ownPresses: Readonly<Record<string, QuietAction>> = Object.fromEntries(
  numbers.map(({ actionId }) => [actionId, () => Promise.reject(forCustomers())]),
);

const ID = 'nps.connect';

/** *Say more*: adds a reason to the number given. */
export const sayMoreForm: Form = {
  id: ID,
  opener: askActions.more,
  title: text('nps.connect.more'),
  open: () => Promise.reject(forCustomers()),
  faults: customerWordsFaults,
  submit: () => Promise.reject(forCustomers()),
  guest: {
    async open(value, guest) {
      const { score } = await answered(value, guest);
      return customerWordsView(ID, value, score);
    },
    async submit(filled, guest) {
      const { ask: value, words } = customerWordsIn(filled);
      const { db, workspace, now } = guest;
      const answer = await answered(value, guest);
      await db.$transaction(async (tx) => {
        await addWords(tx, answer, words);
        await tellWords(tx, workspace, answer, known(value).askedById, now);
      });
      return { ...say(text('nps.connect.heard', { workspace: escaped(workspace.name) })), isDone: true };
    },
  },
};

/** @throws Problem if they have not chosen a number yet */
async function answered(value: string, { db, workspace, slackUserId }: Guest) {
  const answer = await channelAnswer(db, workspace.id, known(value), slackUserId);
  if (!answer) throw new Problem('nps.connect.number_first');
  return answer;
}
