import pino, { type Logger } from 'pino';

export type Log = Logger;

/** Paths that may hold a secret. A last line of defence: secrets are not handed to the log in the first place. */
const secretPaths = ['token', 'botToken', 'appToken', 'databaseUrl', 'authorization', 'response_url', 'secret'];

/** What a Slack token or a database password looks like inside a longer text, such as a library's error message. */
const secretText =
  /xox[abeprs]-[\w-]+|xapp-[\w-]+|(?<=:\/\/[^\s:/@]*:)[^\s@]+(?=@)|(?<=hooks\.slack(?:-gov)?\.com\/)\S+|(?<=[?&]ticket=)[^\s&"]+/g;

export const withoutSecrets = (text: string): string => text.replaceAll(secretText, '[secret]');

/** A structured log on stderr (stdout belongs to the command line's answers). No secret gets through. */
export function createLog(level: string, destination: pino.DestinationStream = pino.destination(2)): Log {
  return pino(
    {
      level,
      redact: { paths: secretPaths.flatMap((path) => [path, `*.${path}`]), censor: '[secret]' },
      hooks: { streamWrite: withoutSecrets },
    },
    destination,
  );
}
