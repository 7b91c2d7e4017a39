import type { Outcome } from '../delivery/retry.ts';

/** What a mail server said, or what became of the connection to it. */
export interface MailTrouble {
  code?: string | undefined;
  /** RFC 5321: 4xx not now, 5xx never. */
  responseCode?: number | undefined;
}

/**
 * What a failed attempt means for a letter. Where the connection broke after the letter was given and before the server said
 * that it has it, nobody can find out whether it goes on from there: SMTP has no question for it.
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
/** About this letter: its sender, its recipient, or what is in it. All else is about the server. */
const LETTER = new Set(['EENVELOPE', 'EMESSAGE']);
