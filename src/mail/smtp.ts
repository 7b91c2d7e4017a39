/** Hands an e-mail to a mail server, once, and says what came of it. */
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import type { MailServer } from '../config.ts';
import type { Outcome } from '../delivery/retry.ts';
import { type MailTrouble, outcomeOf } from './outcome.ts';

export interface Letter {
  /** The address of who gets it. */
  to: string;
  replyTo: { name: string; address: string } | null;
  /** Without its angle brackets. */
  messageId: string;
  subject: string;
  text: string;
  html: string;
  /** Where one asks for no more of them: a POST there is enough, RFC 8058. */
  unsubscribe: string;
}

/** All of it ends before the outbox takes it for lost. */
const LONGEST_MS = 25_000;
const patience = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 15_000, dnsTimeout: 5_000 };

/**
 * Hands it over. The message itself is given only when the server has taken the envelope: what breaks off before was surely
 * not sent, what breaks off after may have been. Never rejects for what a server says or does.
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
    // It also says what it meets after its end.
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
  // A password goes to another machine under cover, or not at all.
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
      // An address is never broken in two.
      'List-Unsubscribe': { prepared: true, foldLines: true, value: `<${unsubscribe}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      // Nobody's absence is told to who sent it.
      'Auto-Submitted': 'auto-generated',
    },
    ...{ disableFileAccess: true, disableUrlAccess: true, newline: 'win' },
  })
    .compile()
    .build();
}
