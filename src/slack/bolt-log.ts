import { type Logger, LogLevel } from '@slack/bolt';
import { type Log, withoutSecrets } from '../log.ts';

/**
 * Bolt's logger, writing into ours. What Bolt calls info is its own coming and going, and of interest to us only when we
 * look for faults. Its debug lines repeat whole envelopes: response_urls, socket tickets, what people typed. None of it is kept.
 */
export function boltLog(log: Log): Logger {
  const words = (parts: unknown[]) =>
    withoutSecrets(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' '));
  return {
    debug: () => undefined,
    info: (...parts) => log.debug(words(parts)),
    warn: (...parts) => log.warn(words(parts)),
    error: (...parts) => log.error(words(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
