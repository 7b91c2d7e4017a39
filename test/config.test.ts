import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, readDatabaseConfig, readDemoConfig } from '../src/config.ts';

const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

describe('the settings', () => {
  it('have defaults for everything but the two tokens', () => {
    expect(readConfig(tokens)).toMatchObject({
      databaseUrl: undefined,
      slackApiUrl: 'https://slack.com/api/',
      port: 3000,
      publicUrl: undefined,
      messagesPerMinute: 285,
      logLevel: 'info',
    });
  });

  it('count as missing when they are empty, as compose files leave them', () => {
    expect(readConfig({ ...tokens, DATABASE_URL: '', PUBLIC_URL: '', PORT: '', LOG_LEVEL: '' })).toMatchObject({
      databaseUrl: undefined,
      publicUrl: undefined,
      port: 3000,
      logLevel: 'info',
    });
  });

  it('take addresses with or without a slash at the end', () => {
    const { slackApiUrl, publicUrl } = readConfig({
      ...tokens,
      SLACK_API_URL: 'https://slack-gov.com/api',
      PUBLIC_URL: 'https://bot.example.com/',
    });
    expect([slackApiUrl, publicUrl]).toEqual(['https://slack-gov.com/api/', 'https://bot.example.com']);
  });

  it('take as many messages a minute as Slack allows, and at least one', () => {
    expect(readConfig({ ...tokens, MESSAGES_PER_MINUTE: '1200' }).messagesPerMinute).toBe(1200);
    for (const wrong of ['0', '1.5', 'many'])
      expect(catchError(() => readConfig({ ...tokens, MESSAGES_PER_MINUTE: wrong })).message).toContain(
        'MESSAGES_PER_MINUTE is ',
      );
  });

  it('take port 0 for any free one, and offer it where a port is wrong', () => {
    expect(readConfig({ ...tokens, PORT: '0' }).port).toBe(0);
    const { message } = catchError(() => readConfig({ ...tokens, PORT: '-1' }));
    expect(message).toContain('PORT is not a port number; give one from 1 to 65535, or 0 for any free one');
  });

  it('name the mail server and whom its e-mails come from, both or neither', () => {
    const [SMTP_URL, SMTP_FROM] = ['smtps://bot:p%40ss@mail.example.com', 'Northwind <hello@example.com>'];
    expect(readConfig(tokens).mailServer).toBeUndefined();
    const from = { name: 'Northwind', address: 'hello@example.com' };
    expect(readConfig({ ...tokens, SMTP_URL, SMTP_FROM }).mailServer).toEqual({ url: SMTP_URL, from });
    const bare = readConfig({ ...tokens, SMTP_URL, SMTP_FROM: 'hello@example.com' });
    expect(bare.mailServer?.from).toEqual({ name: '', address: 'hello@example.com' });
    const complaints = (env: Record<string, string>) => catchError(() => readConfig({ ...tokens, ...env })).message;
    expect(complaints({ SMTP_URL })).toContain('- SMTP_FROM is missing beside SMTP_URL; say whom e-mails come from');
    expect(complaints({ SMTP_FROM })).toContain('- SMTP_URL is missing beside SMTP_FROM; say which server');
    expect(complaints({ SMTP_URL: 'https://hunter2', SMTP_FROM })).toContain('is not the address of a mail server');
    expect(complaints({ SMTP_URL, SMTP_FROM: 'hunter2' })).toContain('SMTP_FROM is not an e-mail address');
    // Beside all else that is wrong.
    expect(complaints({ SMTP_URL, PORT: 'eighty' }).split('\n- ')).toHaveLength(3);
    expect(complaints({ SMTP_URL: 'x://hunter2', SMTP_FROM: 'hunter2' })).not.toContain('hunter2');
  });

  it('name the address to listen on, or none for all', () => {
    expect(readConfig(tokens).listenHost).toBeUndefined();
    expect(readConfig({ ...tokens, LISTEN_HOST: '127.0.0.1' }).listenHost).toBe('127.0.0.1');
  });

  it('of the demo let one choose the port of its page', () => {
    expect(readDemoConfig({ PORT: '' })).toEqual({ port: 4040, logLevel: 'warn' });
    expect(readDemoConfig({ PORT: '5050', LOG_LEVEL: 'info' })).toEqual({ port: 5050, logLevel: 'info' });
    expect(() => readDemoConfig({ PORT: 'eighty' })).toThrow('PORT is not a port number');
  });

  it('are complained of all at once, each with what to do', () => {
    const wrong = {
      DATABASE_URL: 'mysql://db',
      SLACK_BOT_TOKEN: 'xapp-1',
      PORT: 'eighty',
      PUBLIC_URL: 'bot.example.com',
      LOG_LEVEL: 'loud',
    };
    expect(() => readConfig(wrong)).toThrow(ConfigError);
    const { message } = catchError(() => readConfig(wrong));
    expect(message.split('\n- ').map((line) => line.split(' ')[0])).toEqual([
      'Salespulse',
      'DATABASE_URL',
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'PORT',
      'PUBLIC_URL',
      'LOG_LEVEL',
    ]);
    expect(message).toContain('or leave it out to use the embedded server');
  });

  it('never repeat a value in a complaint, because it may be a secret', () => {
    const { message } = catchError(() =>
      readConfig({ ...tokens, SLACK_BOT_TOKEN: 'hunter2', DATABASE_URL: 'sqlite://hunter2' }),
    );
    expect(message).not.toContain('hunter2');
  });

  it('of the command line need no tokens', () => {
    expect(readDatabaseConfig({})).toEqual({ databaseUrl: undefined, logLevel: 'info' });
  });

  it('sign pictures with a secret of their own for each bot, the same at every start', () => {
    const { pictureSecret } = readConfig(tokens);
    expect(readConfig(tokens).pictureSecret).toBe(pictureSecret);
    expect(readConfig({ ...tokens, SLACK_BOT_TOKEN: 'xoxb-2' }).pictureSecret).not.toBe(pictureSecret);
    expect(pictureSecret).not.toContain('xoxb');
  });
});

function catchError(work: () => unknown): Error {
  try {
    work();
  } catch (cause) {
    return cause as Error;
  }
  throw new Error('nothing was thrown');
}
