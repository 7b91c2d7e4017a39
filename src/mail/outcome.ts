import type { Outcome } from '../delivery/retry.ts';

/** A mail server's error, or what happened to the connection. */
export interface MailTrouble {
  code?: string | undefined;
  /** RFC 5321: 4xx means not now, 5xx never. */
  responseCode?: number | undefined;
}

/**
 * What a failed attempt means for a letter. If the connection broke after the letter was handed over and before the
 * server confirmed it, nobody can find out whether the server has it: SMTP has no way to ask.
 */
export function outcomeOf({ code = '', responseCode }: MailTrouble, isGiven: boolean): Outcome {
  const error = [code || 'ESMTP', ...(responseCode ? [responseCode] : [])].join(' ');
  const isForGood = !responseCode || responseCode >= 500;
  if (isForGood && (LOGIN.has(code) || responseCode === AUTHENTICATION_REQUIRED))
    return { kind: 'never', reason: 'mail_login', error };
  if (isForGood && LETTER.has(code)) return { kind: 'never', reason: 'mail_refused', error };
  if (isGiven && !responseCode) return { kind: 'never', reason: 'mail_unsure', error };
  return { kind: 'notNow', reason: 'mail_trouble', error };
}

/** RFC 4954 */
const AUTHENTICATION_REQUIRED = 530;
const LOGIN = new Set(['EAUTH', 'ENOAUTH']);
/** Errors about this letter: its sender, recipient or content. All others are about the server. */
const LETTER = new Set(['EENVELOPE', 'EMESSAGE']);
