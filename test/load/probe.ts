// Loaded into a bot beside the product: every few seconds it says how much memory the process takes and how late its event loop is.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const EVERY_MS = 5_000;
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

const milliseconds = (nanoseconds: number) => Math.round(nanoseconds / 1e5) / 10;

setInterval(() => {
  const { user, system } = process.cpuUsage();
  const probe = {
    rssMb: Math.round(process.memoryUsage.rss() / 2 ** 20),
    cpuMs: Math.round((user + system) / 1000),
    p50: milliseconds(delay.percentile(50)),
    p99: milliseconds(delay.percentile(99)),
    most: milliseconds(delay.max),
  };
  process.stderr.write(`${JSON.stringify({ probe })}\n`);
  delay.reset();
}, EVERY_MS).unref();
