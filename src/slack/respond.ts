import type { KnownBlock } from '@slack/types';

const TIMEOUT_MS = 10_000;

export interface Response {
  text: string;
  blocks?: KnownBlock[];
  /** Takes the place of the message whose button was pressed; a command's own reply cannot be replaced. */
  replace?: boolean;
}

/** Slack took the answer but would not show it, or the address no longer works. */
export class ResponseRefused extends Error {
  override readonly name = 'ResponseRefused';
  readonly reason: string;

  constructor(reason: string) {
    super(`Slack refused the response: ${reason}`);
    this.reason = reason;
  }
}

/** The connection broke before Slack said whether it took the answer. */
export class ResponseUnsure extends Error {
  override readonly name = 'ResponseUnsure';
}

/** Answers a command or button privately through its `response_url` (5 uses within 30 minutes). */
export async function respond(responseUrl: string, { text, blocks, replace = false }: Response): Promise<void> {
  const body = { text, blocks, response_type: 'ephemeral', replace_original: replace };
  const response = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new ResponseUnsure('no word from Slack', { cause });
  });
  const said = await response.text();
  if (!response.ok || said.includes('"ok":false')) throw new ResponseRefused(errorIn(said) ?? String(response.status));
}

function errorIn(said: string): string | undefined {
  return /"error":\s*"([^"]+)"/.exec(said)?.[1];
}
