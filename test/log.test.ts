import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';

/** What a log writes while `work` uses it. */
function written(work: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  work(createLog('trace', { write: (line) => lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('says what happened', () => {
    expect(JSON.parse(written((log) => log.info({ ms: 12 }, 'answered')))).toMatchObject({ ms: 12, msg: 'answered' });
  });

  it.each([
    ['a bot token', 'xoxb-123-abcDEF'],
    ['an app-level token', 'xapp-1-A0-99-abcdef'],
    ['the password of a database', 'postgresql://salespulse:s3cr3t-w0rd@db:5432/salespulse', 's3cr3t-w0rd'],
    ['a response address', 'https://hooks.slack.com/commands/T1/99/abcdef', 'T1/99/abcdef'],
    ['a response address of GovSlack', 'https://hooks.slack-gov.com/actions/T1/99/abcdef', 'T1/99/abcdef'],
  ])('lets %s through neither in a message, nor in an error, nor in a field', (_, value, secret = value) => {
    const lines = written((log) => {
      log.info(`calling with ${value}`);
      log.error({ err: new Error(`refused: ${value}`) }, 'failed');
      log.warn({ token: value, deep: { token: value }, other: value }, 'fields');
    });
    expect(lines.split('\n').length).toBeGreaterThanOrEqual(3);
    expect(lines).not.toContain(secret);
  });
});
