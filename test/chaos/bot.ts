import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { type Started, start } from '../support/process.ts';

/** The bot as a process of its own, on a database and a sandbox that it shares with others. `options`: more for its Node.js. */
export const startBot = (
  databaseUrl: string,
  sandbox: Sandbox,
  messagesPerMinute: number,
  options: readonly string[] = [],
): Started =>
  start(['--import', 'tsx', ...options, 'src/main.ts'], {
    DATABASE_URL: databaseUrl,
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    SLACK_API_URL: sandbox.apiUrl,
    PORT: '0',
    LISTEN_HOST: '127.0.0.1',
    PUBLIC_URL: '',
    MESSAGES_PER_MINUTE: String(messagesPerMinute),
    LOG_LEVEL: 'info',
  });
