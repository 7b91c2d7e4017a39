/** Hands an e-mail to a mail server once, and returns what happened. */
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import type { MailServer } from '../config.ts';
import type { Outcome } from '../delivery/retry.ts';
import { type MailTrouble, outcomeOf } from './outcome.ts';

export interface Letter {
  /** The recipient's address. */
  to: string;
  replyTo: { name: string; address: string } | null;
  /** Without angle brackets. */
  messageId: string;
  subject: string;
  text: string;
  html: string;
  /** The address to unsubscribe: a POST is enough, RFC 8058. */
  unsubscribe: string;
}

/** Milliseconds: less than until the outbox takes it for lost. */
const LONGEST_MS = 25_000;
const patience = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 15_000, dnsTimeout: 5_000 };

/**
 * Hands over a letter. The message itself is sent only after the server has accepted the envelope: what breaks off
 * before that was surely not sent, what breaks off later may have been. Never rejects for anything the server says or
 * does.
 */
export async function postLetter(server: MailServer, letter: Letter): Promise<Outcome> {
  const composed = await compose(server, letter);
  let isGiven = false;
  const message = new Readable({
    read() {
      isGiven = true;
      this.push(composed);
      this.push(null);
    },
  });
  const connection = new SMTPConnection(settingsOf(server));
  return new Promise<Outcome>((resolve) => {
    const end = (outcome: Outcome) => {
      clearTimeout(late);
      connection.close();
      resolve(outcome);
    };
    const fail = (trouble: MailTrouble) => end(outcomeOf(trouble, isGiven));
    const late = setTimeout(() => fail({ code: 'ETIMEDOUT' }), LONGEST_MS);
    // It also reports errors after its end, which would be unhandled.
    connection.on('error', fail);
    const send = () =>
      connection.send({ from: server.from.address, to: [letter.to] }, message, (trouble) => {
        if (trouble) return fail(trouble);
        connection.quit();
        end({ kind: 'sent', channelId: '', ts: letter.messageId });
      });
    connection.connect((trouble) => {
      if (trouble) return fail(trouble);
      const login = loginOf(server);
      if (login) connection.login(login, (refused) => (refused ? fail(refused) : send()));
      else send();
    });
  });
}

function settingsOf({ url }: MailServer): SMTPConnectionOptions {
  const { protocol, hostname, port } = new URL(url);
  // A password goes to another machine over TLS or not at all.
  const requireTLS = loginOf({ url }) !== null && !LOOPBACK.test(hostname);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return { host, ...(port ? { port } : {}), secure: protocol === 'smtps:', requireTLS, ...patience };
}

const LOOPBACK = /^(localhost|127\..*|\[::1\])$/;

function loginOf({ url }: Pick<MailServer, 'url'>): { user: string; pass: string } | null {
  const { username, password } = new URL(url);
  return username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : null;
}

function compose({ from }: MailServer, letter: Letter): Promise<Buffer> {
  const { to, replyTo, messageId, subject, text, html, unsubscribe } = letter;
  return new MailComposer({
    ...{ from, to, subject, text, html, messageId: `<${messageId}>` },
    ...(replyTo ? { replyTo } : {}),
    headers: {
      // Keeps an address from being broken over two lines.
      'List-Unsubscribe': { prepared: true, foldLines: true, value: `<${unsubscribe}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      // Keeps automatic out-of-office replies from being sent.
      'Auto-Submitted': 'auto-generated',
    },
    ...{ disableFileAccess: true, disableUrlAccess: true, newline: 'win' },
  })
    .compile()
    .build();
}
