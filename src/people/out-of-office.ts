import { Temporal } from 'temporal-polyfill';

/** A person's status in Slack, in Slack's spelling. */
export interface SlackStatus {
  status_text?: string | undefined;
  /** With its colons. */
  status_emoji?: string | undefined;
  /** Seconds since 1970; 0: it stays until somebody clears it. */
  status_expiration?: number | undefined;
}

/** The emoji that Slack itself proposes for being away, whatever the language of the text, and similar ones. */
const AWAY_EMOJI = new Set([':palm_tree:', ':face_with_thermometer:', ':beach_with_umbrella:', ':desert_island:']);
const AWAY_WORDS =
  /\b(ooo|oof|pto|out of (the )?office|vacation(ing)?|on (a )?holidays?|(on|annual|sick|parental|maternity|paternity) leave|(out|off) sick|day off)\b/i;

/**
 * Whether a status says that the person is not at work: on vacation, ill, out of office. Working elsewhere or being in
 * a meeting counts as work.
 */
export const isOutOfOffice = ({ status_text = '', status_emoji = '' }: SlackStatus): boolean =>
  AWAY_EMOJI.has(status_emoji) || AWAY_WORDS.test(status_text);

/** Used as the end of a status without one. */
const OPEN_END = Temporal.Instant.from('9999-12-31T00:00:00Z');

/** Until when a person's status says they are out of office; null: they are not. */
export function awayUntil(status: SlackStatus): Temporal.Instant | null {
  if (!isOutOfOffice(status)) return null;
  const seconds = status.status_expiration ?? 0;
  return seconds > 0 ? Temporal.Instant.fromEpochMilliseconds(seconds * 1000) : OPEN_END;
}
