import { commands } from '../commands/index.ts';
import { createApp } from './app.ts';
import { systemClock } from './clock.ts';
import { createClosers } from './closers.ts';
import { ConfigError, readConfig } from './config.ts';
import { openReadyDatabase } from './db/open.ts';
import { Problem } from './errors.ts';
import { problemText } from './language/text.ts';
import { createLog } from './log.ts';
import { exitFailed, stopOnSignal } from './orderly-stop.ts';

const opened = createClosers();

/** The process: settings → database → app, and an orderly stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  stopOnSignal(opened.close, log);
  const database = await opened.open(openReadyDatabase({ databaseUrl: config.databaseUrl }), ({ close }) => close());
  const app = createApp({ config, db: database.db, databaseUrl: database.url, clock: systemClock, log, commands });
  opened.add(app.stop);
  const { port } = await app.start();
  log.info({ port }, 'Salespulse is up');
}

main().catch((cause: unknown) => {
  // A start that was interrupted fails because of that.
  if (opened.areClosing()) return;
  // What can be mended is said in words; of everything else the place in the code matters.
  const words =
    cause instanceof ConfigError ? cause.message : cause instanceof Problem ? problemText(cause) : undefined;
  if (words) process.stderr.write(`${words}\n`);
  else createLog('info').fatal({ err: cause }, 'could not start');
  exitFailed(opened.close);
});
