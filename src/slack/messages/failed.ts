import { text } from '../../language/text.ts';
import type { Message } from './answer.ts';
import { keptLine, keptWords } from './kept-words.ts';
import { escaped, section } from './mrkdwn.ts';

export interface Failure {
  /** Its id in the log. */
  request: string;
  /** The command as typed, so that it can be sent again. */
  typed?: string;
  /** Whether the request was carried out, and only showing the result failed. */
  isDone: boolean;
}

/** Shown when something goes wrong on our side. If the request was carried out, nobody is told to send it again. */
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
