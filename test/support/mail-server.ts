/** A real mail server on loopback, which takes letters or refuses them as it is told. */
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What it says to the next letter: a code of SMTP to its recipient, or it hangs up before or after it has the letter. */
type Mood = number | 'hangs up before' | 'hangs up after';

export interface MailServerOptions {
  /** Who may send: `user:password`; not given: anybody. */
  login?: string;
}

export interface TestMailServer {
  /** `smtp://127.0.0.1:…` */
  url: string;
  /** What has arrived, also what it hung up on after it had it. */
  letters: Email[];
  /** How often somebody gave it a password. */
  logins(): number;
  /** Says this to the next letters, one each; then it takes them again. */
  refusesNext(...moods: Mood[]): void;
  stop(): Promise<void>;
}

export async function startMailServer({ login }: MailServerOptions = {}): Promise<TestMailServer> {
  const letters: Email[] = [];
  const moods: Mood[] = [];
  let logins = 0;
  let mood: Mood | undefined;
  const hangUp = () => {
    for (const { _socket: socket } of server.connections) socket.destroy();
  };
  const server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: login === undefined,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      logins += 1;
      if (`${username}:${password}` === login) done(null, { user: username });
      else done(new Error('who are you?'));
    },
    onRcptTo(_address, _session, done) {
      mood = moods.shift();
      if (mood === 'hangs up before') hangUp();
      else if (typeof mood === 'number') done(Object.assign(new Error('not this one'), { responseCode: mood }));
      else done();
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        letters.push(await PostalMime.parse(Buffer.concat(chunks)));
        if (mood === 'hangs up after') hangUp();
        else done();
      });
    },
  });
  // A client that goes away is what some tests are about.
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    logins: () => logins,
    refusesNext: (...next) => void moods.push(...next),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
