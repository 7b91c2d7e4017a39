/** What to do about a message, given what Slack said to it. */

/** What became of an attempt. */
export type Outcome =
  | { kind: 'sent'; channelId: string; ts: string }
  /** Too many requests: nothing was done. */
  | { kind: 'limited'; seconds: number }
  /** Slack did not say whether it was done: the connection broke, or it failed in the middle. */
  | { kind: 'unsure'; error: string }
  /** Slack said no: nothing was done. */
  | { kind: 'refused'; error: string }
  /** A mail server takes it not now, or never: nothing was done; or nobody will ever know whether it was. */
  | { kind: 'notNow' | 'never'; reason: Reason; error: string }
  /** We could not even make it. */
  | { kind: 'unmade'; error: string };

/** Why something is given up, in the words of the message catalogue. */
export type Reason =
  | 'archived'
  | 'gone'
  | 'not_in_channel'
  | 'left'
  | 'token'
  | 'forbidden'
  | 'bug'
  | 'trouble'
  | 'unsure'
  | 'unfound'
  | 'mail_refused'
  | 'mail_login'
  | 'mail_trouble'
  | 'mail_unsure'
  | 'mail_off';

export type Decision =
  | { kind: 'sent'; channelId: string; ts: string }
  | { kind: 'again'; afterMs: number; isUnsure: boolean; counts: boolean; error: string }
  | { kind: 'giveUp'; reason: Reason; error: string };

/**
 * How long to wait after the first failure, the second …; after the last it is given up, or goes on at that pace until nobody
 * wants it any more, where that is known and it is Slack that has trouble. Where Slack may still be at work on it
 * its history would be asked too soon: what we take for lost after ten seconds can be there after thirteen. README shows the same.
 */
export const waits = ['2s', '10s', '1m', '5m', '15m', '1h', '3h'] as const;
export const waitsWhenUnsure = ['30s', '30s', '1m', '5m', '15m', '1h', '3h'] as const;

/** What Slack will say again however often it is asked, and what that means. */
const final: Readonly<Record<string, Reason>> = {
  is_archived: 'archived',
  channel_not_found: 'gone',
  not_in_channel: 'not_in_channel',
  message_not_found: 'gone',
  thread_not_found: 'gone',
  user_not_found: 'left',
  user_disabled: 'left',
  user_not_in_channel: 'left',
  cannot_dm_bot: 'left',
  account_inactive: 'token',
  invalid_auth: 'token',
  not_authed: 'token',
  token_revoked: 'token',
  token_expired: 'token',
  missing_scope: 'forbidden',
  restricted_action: 'forbidden',
  messages_tab_disabled: 'forbidden',
  no_permission: 'forbidden',
};

/** What may be over the next time. */
const passing = new Set([
  'fatal_error',
  'internal_error',
  'ratelimited',
  'rate_limited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);

/**
 * @param failures how many attempts have failed before this one
 * @param isWanted whether it is known until when it is of use, and that is not over
 */
export function decide(outcome: Outcome, failures: number, isWanted: boolean): Decision {
  switch (outcome.kind) {
    case 'sent':
      return outcome;
    case 'limited':
      // Waiting one's turn is no failure, however often.
      return { kind: 'again', afterMs: outcome.seconds * 1000, isUnsure: false, counts: false, error: 'ratelimited' };
    case 'unsure':
      return againOr('unsure', outcome.error, { failures, isUnsure: true, isWanted });
    case 'unmade':
      return againOr('bug', outcome.error, { failures, isUnsure: false, isWanted: false });
    case 'notNow':
      return againOr(outcome.reason, outcome.error, { failures, isUnsure: false, isWanted });
    case 'never':
      return { kind: 'giveUp', reason: outcome.reason, error: outcome.error };
    case 'refused': {
      const { error } = outcome;
      const reason = final[error];
      if (reason) return { kind: 'giveUp', reason, error };
      if (!passing.has(error)) return { kind: 'giveUp', reason: 'bug', error };
      return againOr('trouble', error, { failures, isUnsure: false, isWanted });
    }
  }
}

interface Trying {
  failures: number;
  isUnsure: boolean;
  isWanted: boolean;
}

function againOr(reason: Reason, error: string, { failures, isUnsure, isWanted }: Trying): Decision {
  const all = isUnsure ? waitsWhenUnsure : waits;
  const wait = all[failures] ?? (isWanted ? all.at(-1) : undefined);
  return wait
    ? { kind: 'again', afterMs: milliseconds(wait), isUnsure, counts: true, error }
    : { kind: 'giveUp', reason, error };
}

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

const milliseconds = (wait: (typeof waits | typeof waitsWhenUnsure)[number]): number =>
  Number.parseInt(wait, 10) * UNITS[wait.slice(-1) as keyof typeof UNITS];
