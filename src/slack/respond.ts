import { setTimeout as pause } from 'node:timers/promises';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';

const TIMEOUT_MS = 10_000;
/** The longest wait that Slack may ask for: a person is waiting too. */
const LONGEST_WAIT_MS = 3_000;

const Verdict = z.object({ ok: z.boolean().optional(), error: z.string().optional() });

export interface Response {
  text: string;
  blocks?: KnownBlock[];
  /** Replaces the message whose button was pressed; a command's own reply cannot be replaced. */
  replace?: boolean;
  /** Whether only the person sees it; the default. */
  isPrivate?: boolean;
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

/**
 * Answers a command or button privately through its `response_url` (5 uses within 30 minutes). If Slack is busy, it
 * tries once more after a moment.
 *
 * @throws ResponseRefused it was not shown
 *
 * @throws ResponseUnsure it may have been shown
 */
export async function respond(responseUrl: string, response: Response): Promise<void> {
  let said = await post(responseUrl, response);
  if (said.status === 429) {
    await pause(waitOf(said));
    said = await post(responseUrl, response);
  }
  const { ok = true, error } = said.verdict;
  if (said.status >= 300 || !ok) throw new ResponseRefused(error ?? String(said.status));
}

interface Said {
  status: number;
  /** Seconds, as in the header; null: Slack names none. */
  retryAfter: string | null;
  verdict: z.infer<typeof Verdict>;
}

async function post(responseUrl: string, { text, blocks, replace = false, isPrivate = true }: Response): Promise<Said> {
  const body = { text, blocks, response_type: isPrivate ? 'ephemeral' : 'in_channel', replace_original: replace };
  try {
    const response = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const { status, headers } = response;
    return { status, retryAfter: headers.get('retry-after'), verdict: verdictIn(await response.text()) };
  } catch (cause) {
    throw new ResponseUnsure('no word from Slack', { cause });
  }
}

const waitOf = ({ retryAfter }: Said): number => Math.min((Number(retryAfter) || 1) * 1_000, LONGEST_WAIT_MS);

/** Slack answers with a plain "ok", or with the outcome as JSON. */
function verdictIn(said: string): z.infer<typeof Verdict> {
  const verdict = Verdict.safeParse(parsedIfJson(said));
  return verdict.success ? verdict.data : {};
}

function parsedIfJson(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return said;
  }
}
