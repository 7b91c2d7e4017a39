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
export function outcomeOf({ code, responseCode }: MailTrouble, isGiven: boolean): Outcome {
  const error = [code ?? 'ESMTP', ...(responseCode ? [responseCode] : [])].join(' ');
  if (responseCode && responseCode < 500) return { kind: 'notNow', reason: 'mail_trouble', error };
  if (isAboutLogin(code, responseCode)) return { kind: 'never', reason: 'mail_login', error };
  if (responseCode || code === 'EENVELOPE') return { kind: 'never', reason: 'mail_refused', error };
  return isGiven ? { kind: 'never', reason: 'mail_unsure', error } : { kind: 'notNow', reason: 'mail_trouble', error };
}

/** 530: it takes nothing from who has not logged in. */
const isAboutLogin = (code: string | undefined, responseCode: number | undefined) =>
  code === 'EAUTH' || code === 'ENOAUTH' || responseCode === 530;
