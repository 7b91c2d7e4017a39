import { Temporal } from 'temporal-polyfill';

/** A person's status in Slack, in Slack's spelling. */
export interface SlackStatus {
  status_text?: string | undefined;
  /** With its colons. */
  status_emoji?: string | undefined;
  /** Seconds since 1970; 0: it stays until it is taken away. */
  status_expiration?: number | undefined;
}

/** Those that Slack itself proposes for being away, whatever the language of the text beside them, and their nearest kin. */
const AWAY_EMOJI = new Set([':palm_tree:', ':face_with_thermometer:', ':beach_with_umbrella:', ':desert_island:']);
const AWAY_WORDS =
  /\b(ooo|oof|pto|out of (the )?office|vacation(ing)?|on (a )?holidays?|(on|annual|sick|parental|maternity|paternity) leave|(out|off) sick|day off)\b/i;

/** Whether a status says that its person is not at work: on vacation, ill, out of office. Working elsewhere or in a meeting is at work. */
export const isOutOfOffice = ({ status_text = '', status_emoji = '' }: SlackStatus): boolean =>
  AWAY_EMOJI.has(status_emoji) || AWAY_WORDS.test(status_text);

/** The end of a status that has none. */
const OPEN_END = Temporal.Instant.from('9999-12-31T00:00:00Z');

/** Until when a person is out of office by their status; null: they are not. */
export function awayUntil(status: SlackStatus): Temporal.Instant | null {
  if (!isOutOfOffice(status)) return null;
  const seconds = status.status_expiration ?? 0;
  return seconds > 0 ? Temporal.Instant.fromEpochMilliseconds(seconds * 1000) : OPEN_END;
}
