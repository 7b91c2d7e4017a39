/** Bots that are killed and started again, with what each said of its memory and its event loop. */
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { startBot } from '../chaos/bot.ts';
import type { Started } from '../support/process.ts';

export interface Probe {
  rssMb: number;
  cpuMs: number;
  /** How late the event loop was, in milliseconds. */
  p50: number;
  p99: number;
  most: number;
}

export interface Bots {
  start(count: number): Promise<void>;
  /** All of them, as the power does when it fails. */
  kill(): Promise<void>;
  /** All of them, in order; with which codes they ended. */
  stop(): Promise<(number | null)[]>;
  /** What each process that there was has said of itself, in the order of their starts. */
  probes(): Probe[][];
  /** What they logged as errors. */
  errors(): string[];
}

/** As Slack takes it; the product's own default. */
const MESSAGES_PER_MINUTE = 285;

export function botsOf(databaseUrl: string, sandbox: Sandbox): Bots {
  const all: Started[] = [];
  let running: Started[] = [];
  const lines = ({ said }: Started) => said().split('\n');
  return {
    async start(count) {
      const started = Array.from({ length: count }, () =>
        startBot(databaseUrl, sandbox, MESSAGES_PER_MINUTE, ['--import', './test/load/probe.ts']),
      );
      all.push(...started);
      running.push(...started);
      await Promise.all(started.map((bot) => bot.says('Salespulse is up')));
    },
    async kill() {
      await Promise.all(running.map((bot) => bot.kill()));
      running = [];
    },
    async stop() {
      const ended = await Promise.all(running.map((bot) => bot.stop('SIGTERM')));
      running = [];
      return ended;
    },
    probes: () =>
      all.map((bot) =>
        lines(bot)
          .filter((line) => line.startsWith('{"probe"'))
          .map((line): Probe => JSON.parse(line).probe),
      ),
    errors: () => all.flatMap((bot) => lines(bot).filter((line) => /"level":(50|60|"error"|"fatal")/.test(line))),
  };
}
