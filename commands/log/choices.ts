import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { logActions } from '../../src/slack/messages/logged.ts';
import type { ButtonSpec } from '../../src/slack/messages/mrkdwn.ts';

/** Words to log, with the deed and moment they were typed: these stay the same however often we ask back. */
export interface Words {
  words: string;
  deed: string;
  now: Temporal.Instant;
  /** The customer chosen if the words could mean several. */
  customerId: string | null;
}

const Stored = z.object({ words: z.string(), deed: z.string(), now: z.string(), customerId: z.string().nullable() });

export function chosenWords(value: string): Words {
  const { now, ...rest } = Stored.parse(JSON.parse(value));
  return { ...rest, now: Temporal.Instant.from(now) };
}

const LONGEST_VALUE = 2000;

/** A button for each choice. None if the words are too long for a button's value: the person then sends them again. */
export function choiceButtons(choices: readonly { label: string; words: Words }[]): ButtonSpec[] {
  const buttons = choices.map(({ label, words }, index) => ({
    actionId: logActions.choose[index] ?? '',
    label,
    value: JSON.stringify({ ...words, now: words.now.toString() }),
  }));
  return buttons.every(({ value, actionId }) => value.length <= LONGEST_VALUE && actionId) ? buttons : [];
}
