import { text } from '../../language/text.ts';
import type { Message } from './answer.ts';
import { keptLine, keptWords } from './kept-words.ts';
import { escaped, section } from './mrkdwn.ts';

export interface Failure {
  /** Under which it is in the log. */
  request: string;
  /** A command as it was given, to be sent again. */
  typed?: string;
  /** Whether what was asked for is done, and only showing it failed. */
  isDone: boolean;
}

/** What a person reads when something goes wrong on our side. Nobody is told to send again what is done. */
export function failedMessage({ request, typed, isDone }: Failure): Message {
  if (isDone) return plainMessage(text('slack.failed_showing', { request }));
  const failed = plainMessage(text('slack.failed', { request }));
  if (!typed) return failed;
  const lead = text('slack.failed_words');
  return {
    text: `${failed.text}\n${keptLine(lead, typed)}`,
    blocks: [...failed.blocks, ...keptWords(lead, typed)],
  };
}

export function plainMessage(line: string): Message {
  const said = escaped(line);
  return { text: said, blocks: [section(said)] };
}
