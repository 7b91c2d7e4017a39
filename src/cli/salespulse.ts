// `npm run -s salespulse -- …`: what can be done without Slack.
import { systemClock } from '../clock.ts';
import { ConfigError, readDatabaseConfig } from '../config.ts';
import { openReadyDatabase } from '../db/open.ts';
import { Problem } from '../errors.ts';
import { problemText, text } from '../language/text.ts';
import { importCommand } from './import.ts';
import { kpiCommand } from './kpi.ts';
import { pulseCommand } from './pulse.ts';
import { settingsCommand } from './settings.ts';

const subcommands = { import: importCommand, kpi: kpiCommand, pulse: pulseCommand, settings: settingsCommand };
const isSubcommand = (name: string): name is keyof typeof subcommands => Object.hasOwn(subcommands, name);

async function main([name = '', ...args]: string[]): Promise<number> {
  if (!isSubcommand(name)) {
    const known = name === '' || name === 'help' || name === '--help';
    const line = known ? text('cli.usage') : `${text('cli.no_command', { name })}\n${text('cli.usage')}`;
    (known ? process.stdout : process.stderr).write(`${line}\n`);
    return known ? 0 : 1;
  }
  const { databaseUrl } = readDatabaseConfig(process.env);
  const { db, close } = await openReadyDatabase({ databaseUrl });
  try {
    const isTerminal = Boolean(process.stderr.isTTY);
    return await subcommands[name](args, {
      db,
      clock: systemClock,
      out: process.stdout,
      err: process.stderr,
      isTerminal,
    });
  } finally {
    await close();
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (cause: unknown) => {
    // What can be mended is one clear line; of a fault of ours the place in the code matters, too.
    const words = cause instanceof Problem ? problemText(cause) : cause instanceof ConfigError ? cause.message : cause;
    process.stderr.write(`${words instanceof Error ? words.stack : words}\n`);
    process.exitCode = 1;
  },
);
