import { createHmac } from 'node:crypto';
import { z } from 'zod';

/** An empty variable is the same as none: compose files and shells leave such behind. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

const webAddress = z.url({
  protocol: /^https?$/,
  error: 'is not a web address; write it like https://bot.example.com',
});

/** `Northwind <hello@example.com>`, or the address alone. */
const sender = z.string().transform((written, context) => {
  const [, name = '', address = written] = /^(.*)<([^<>]*)>\s*$/s.exec(written) ?? [];
  const parsed = z.email().safeParse(address.trim());
  if (parsed.success) return { name: name.trim().replace(/^"(.*)"$/, '$1'), address: parsed.data };
  context.addIssue('is not an e-mail address; write it like Northwind <hello@example.com>');
  return z.NEVER;
});

const settings = z.object({
  DATABASE_URL: optional(
    z
      .url({
        protocol: /^postgres(ql)?$/,
        error:
          'is not a PostgreSQL address; write it like postgresql://user:password@host:5432/salespulse, or leave it out to use the embedded server',
      })
      .optional(),
  ),
  SLACK_BOT_TOKEN: optional(
    z
      .string({
        error: 'is missing; copy the Bot User OAuth Token (xoxb-…) from your app\'s page "OAuth & Permissions"',
      })
      .startsWith('xoxb-', { error: 'is not a bot token; it begins with xoxb-' }),
  ),
  SLACK_APP_TOKEN: optional(
    z
      .string({
        error:
          'is missing; make an App-Level Token (xapp-…) with the scope connections:write on your app\'s page "Basic Information"',
      })
      .startsWith('xapp-', { error: 'is not an app-level token; it begins with xapp-' }),
  ),
  SLACK_API_URL: optional(webAddress.default('https://slack.com/api/')).transform((url) =>
    url.endsWith('/') ? url : `${url}/`,
  ),
  PORT: optional(
    z.coerce
      .number({ error: 'is not a port number; give one from 1 to 65535, 0 for any free one, or leave it out' })
      .int({ error: 'is not a whole number' })
      .min(0, { error: 'is not a port number; give one from 1 to 65535, or 0 for any free one' })
      .max(65_535, { error: 'is not a port number; give one from 1 to 65535, or 0 for any free one' })
      .default(3000),
  ),
  LISTEN_HOST: optional(z.string().optional()),
  PUBLIC_URL: optional(webAddress.optional()).transform((url) => url?.replace(/\/$/, '')),
  MESSAGES_PER_MINUTE: optional(
    z.coerce
      .number({ error: 'is not a number; say how many messages a minute Slack takes from the bot' })
      .int({ error: 'is not a whole number' })
      .min(1, { error: 'is too few: with less than one message a minute nothing would go out' })
      .max(60_000, { error: 'is more than any Slack takes; the most is 60000' })
      .default(285),
  ),
  SMTP_URL: optional(
    z
      .url({
        protocol: /^smtps?$/,
        error: 'is not the address of a mail server; write it like smtps://user:password@mail.example.com',
      })
      .optional(),
  ),
  SMTP_FROM: optional(sender.optional()),
  LOG_LEVEL: optional(
    z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
        error: 'is not a log level; choose trace, debug, info, warn, error, fatal or silent',
      })
      .default('info'),
  ),
});

/** A mail server without a sender, or a sender without a server, sends nothing. Said beside all else that is wrong. */
const always = { when: () => true };
const wholeSettings = settings
  .refine(({ SMTP_URL, SMTP_FROM }) => SMTP_URL === undefined || SMTP_FROM !== undefined, {
    path: ['SMTP_FROM'],
    error: 'is missing beside SMTP_URL; say whom e-mails come from, like Northwind <hello@example.com>',
    ...always,
  })
  .refine(({ SMTP_URL, SMTP_FROM }) => SMTP_FROM === undefined || SMTP_URL !== undefined, {
    path: ['SMTP_URL'],
    error: 'is missing beside SMTP_FROM; say which server sends e-mails, like smtps://user:password@mail.example.com',
    ...always,
  });

/** Which server sends our e-mails, and whom they come from. */
export interface MailServer {
  /** `smtp://` or `smtps://`, with user and password where it wants them. */
  url: string;
  from: { name: string; address: string };
}

/** What the bot needs to know from outside. */
export interface Config {
  databaseUrl: string | undefined;
  botToken: string;
  appToken: string;
  slackApiUrl: string;
  /** 0: any free one. */
  port: number;
  /** The address that the port is opened on; undefined: all there are. */
  listenHost: string | undefined;
  /** Where Slack can reach us, without a slash at the end; without it, charts go to the person's DM. */
  publicUrl: string | undefined;
  /** How much the bot tells by itself, over all processes together. */
  messagesPerMinute: number;
  /** Not given: no e-mail is sent. */
  mailServer: MailServer | undefined;
  logLevel: string;
  /** Signs the addresses of chart pictures. Made from the bot's token, so that it is the same for each process and start. */
  pictureSecret: string;
  /** Signs the links that customers are asked with, likewise: with another token those handed out are good no more. */
  linkSecret: string;
}

/** All that is wrong with the environment, one line each, with what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const worded = (error: z.ZodError) =>
  new ConfigError(
    [
      'Salespulse cannot start with these settings:',
      ...error.issues.map((issue) => `- ${issue.path.join('.')} ${issue.message}`),
    ].join('\n'),
  );

/** Reads the settings once. Throws a ConfigError that lists every problem; no value is repeated in it, as it may be a secret. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = wholeSettings.safeParse(env);
  if (!parsed.success) throw worded(parsed.error);
  const { data } = parsed;
  const { SMTP_URL: url, SMTP_FROM: from } = data;
  return {
    databaseUrl: data.DATABASE_URL,
    botToken: data.SLACK_BOT_TOKEN,
    appToken: data.SLACK_APP_TOKEN,
    slackApiUrl: data.SLACK_API_URL,
    port: data.PORT,
    listenHost: data.LISTEN_HOST,
    publicUrl: data.PUBLIC_URL,
    messagesPerMinute: data.MESSAGES_PER_MINUTE,
    mailServer: url && from ? { url, from } : undefined,
    logLevel: data.LOG_LEVEL,
    pictureSecret: createHmac('sha256', data.SLACK_BOT_TOKEN).update('pictures').digest('base64url'),
    linkSecret: createHmac('sha256', data.SLACK_BOT_TOKEN).update('customer links').digest('base64url'),
  };
}

/** The settings that the command line needs: it talks to the database only. */
export function readDatabaseConfig(
  env: Readonly<Record<string, string | undefined>>,
): Pick<Config, 'databaseUrl' | 'logLevel'> {
  const parsed = settings.pick({ DATABASE_URL: true, LOG_LEVEL: true }).safeParse(env);
  if (!parsed.success) throw worded(parsed.error);
  return { databaseUrl: parsed.data.DATABASE_URL, logLevel: parsed.data.LOG_LEVEL };
}

/** The settings of the demo, which has its own server and local Slack: `port` is that of its page. */
export function readDemoConfig(env: Readonly<Record<string, string | undefined>>): Pick<Config, 'port' | 'logLevel'> {
  const given = { PORT: env.PORT || '4040', LOG_LEVEL: env.LOG_LEVEL || 'warn' };
  const parsed = settings.pick({ PORT: true, LOG_LEVEL: true }).safeParse(given);
  if (!parsed.success) throw worded(parsed.error);
  return { port: parsed.data.PORT, logLevel: parsed.data.LOG_LEVEL };
}
