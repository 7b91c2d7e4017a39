import type { KnownBlock, ModalView } from '@slack/types';
import type { Asking } from '../kpi/evaluate.ts';
import type { Role } from '../people/directory.ts';
import type { CustomerLinks } from './customer-links.ts';
import type { Message } from './messages/answer.ts';
import { section } from './messages/mrkdwn.ts';
import type { PictureState } from './messages/picture.ts';
import type { Picture } from './pictures.ts';
import type { OwnFile } from './send-file.ts';

/** Who asks, where and when, with what is needed to answer. */
export interface Asked extends Asking {
  member: { id: string; name: string; role: Role };
  /** Whether there is anybody to share an answer with: false in direct messages. */
  canShare: boolean;
  /** Slack's id of this press or command, the same for every repeat of it. */
  deed: string;
  /** Where customers are asked. */
  customerLinks: CustomerLinks;
  /** Whether e-mails can be sent. */
  sendsMail: boolean;
}

/** The reply. Only the person sees it unless it is for the channel; a button's reply replaces its message. */
export interface Reply {
  /** The message, given what has become of its picture. */
  message(picture: PictureState): Message;
  /** A chart, and what it shows in words. */
  picture?(): Promise<Picture | null>;
  /** Instead of a chart: a file for the person's messages with the bot; null: nothing to send. */
  file?(): Promise<OwnFile | null>;
  audience?: 'person' | 'channel';
  /** The name it is posted under in the channel. Slack adds its mark of an app. */
  author?: string;
  /** A button's reply may wait for its picture longer than a command's. */
  patient?: boolean;
  /** Whether something is stored or undone: if the reply then gets lost, nobody is told to send it again. */
  isDone?: boolean;
  /** What was typed was not understood; in messages with the bot it may have been meant for something else. */
  isUnclear?: true;
  /** It asks back: where the pressed message cannot be replaced, it goes to the person's messages with the bot. */
  asksBack?: boolean;
  /** An earlier message of the bot to the person that is updated; no trace of the update is stored. */
  changes?: { place: Thread; message: Message };
  /** Messages to others about it. */
  notes?: readonly Note[];
  /** Why a part of the message is missing, for the log. */
  lacking?: unknown;
}

/** A message for somebody else, in their messages with the bot. */
export interface Note {
  to: { slackUserId: string; name: string };
  message: Message;
}

export type ActionHandler = (value: string, asked: Asked) => Promise<Reply>;
/** A button that may leave its message as it is: null. */
export type QuietAction = (value: string, asked: Asked) => Promise<Reply | null>;

/** Somebody of another workspace, in a channel shared with it. Guests never become members. */
export interface Guest {
  db: Asking['db'];
  workspace: Asking['workspace'];
  now: Asking['now'];
  slackUserId: string;
  name: string;
}

/** What a guest's press does: they are answered privately, and the message stays as it is. */
export type GuestAction = (value: string, guest: Guest) => Promise<Reply>;

/** A form in a modal: a button opens it, others change it, and it is handed in. */
export interface Form {
  /** Slack's callback_id. */
  id: string;
  /** The button that opens it. */
  opener: string;
  /** At most 24 characters. */
  title: string;
  /** The title once it is handed in and shows the result; not given: the same. */
  titleAfter?: string;
  /**
   * The value to open it with for words typed instead of pressing that button; null: not its words. Answered at once,
   * so it looks nothing up.
   */
  typed?(command: string, words: string): string | null;
  /** Whether nothing is kept of who filled it in and when. */
  leavesNoTrace?: true;
  open(value: string, asked: Asked): Promise<ModalView>;
  /** Its view after a button in it that changes its fields, with that button's value; not given: it has none. */
  change?(filled: Filled, value: string, asked: Asked): Promise<ModalView>;
  /** The errors in what is filled in, by block id. Answered at once, so it looks nothing up. */
  faults(filled: Filled): Record<string, string>;
  submit(filled: Filled, asked: Asked): Promise<Reply | NextPage>;
  /** The same for a guest; not given: it is for members alone. */
  guest?: {
    open(value: string, guest: Guest): Promise<ModalView>;
    submit(filled: Filled, guest: Guest): Promise<Reply>;
  };
}

/** What is shown next in a form that is not done yet. */
export interface NextPage {
  page: ModalView;
}

/** What is in a form. */
export interface Filled {
  /** The view's private_metadata. */
  metadata: string;
  /** By block id: the field's value, and the value it was shown with; empty is ''. */
  fields: ReadonlyMap<string, { value: string; initial: string }>;
}

/** A message of the bot, in a person's messages with it. */
export interface Thread {
  channelId: string;
  ts: string;
}

/** What people can type: one file of `commands/` each. */
export interface Command {
  name: `/${string}`;
  /** Slack shows it while people type. */
  description: string;
  usageHint: string;
  run(words: string, asked: Asked): Promise<Reply>;
  /** Whether it answers messages without a command: those to the bot, and those that mention it. */
  hears?: true;
  /** Answers what a person writes in a thread under one of the bot's messages; null: that message asked for nothing. */
  repliedTo?(words: string, thread: Thread, asked: Asked): Promise<Reply | null>;
  /**
   * Words in messages with the bot that are no question: asks whether they were meant for this; null: it asked for nothing.
   */
  wondersAt?(words: string, asked: Asked): Promise<Reply | null>;
  /** The buttons it puts into its replies, by action id. */
  actions?: Readonly<Record<string, QuietAction>>;
  /** The ones that guests may press, in a channel shared with their workspace. */
  guestActions?: Readonly<Record<string, GuestAction>>;
  /** Those that leave no trace of who pressed them and when: an answer's anonymity ends with its first trace. */
  tracelessActions?: Readonly<Record<string, ActionHandler>>;
  /** The forms that its buttons open. */
  forms?: readonly Form[];
}

/** A reply of words alone. `blocks` default to the text itself. */
export const say = (text: string, blocks: KnownBlock[] = [section(text)]): Reply => ({
  message: () => ({ text, blocks }),
});
