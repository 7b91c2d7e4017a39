import { type Logger, LogLevel } from '@slack/bolt';
import { type Log, withoutSecrets } from '../log.ts';

/**
 * Bolt's logger, writing into ours. Its info lines are about connections, which matter only when debugging. Its debug
 * lines repeat whole envelopes with response_urls, socket tickets and what people typed: they are dropped.
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
