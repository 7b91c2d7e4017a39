import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { projectRoot } from '../../src/project-root.ts';

export interface Started {
  /** Resolves as soon as it has said these words; rejects when it ends without. */
  says(words: string): Promise<void>;
  /** What it said so far, on both streams. */
  said(): string;
  /** The exit code. */
  ended: Promise<number | null>;
  /** As Ctrl-C does, or a supervisor. */
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<number | null>;
  /** As the power does when it fails. */
  kill(): Promise<unknown>;
}

/** A process of ours, `node …args` in the project's folder; stop it when done. */
export function start(args: string[], env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
  });
  let said = '';
  const hears = new EventEmitter();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
      hears.emit('more');
    });
  const ended = once(child, 'close').then(() => child.exitCode);
  return {
    async says(words) {
      const hasEnded = ended.then(() => 'ended');
      while (!said.includes(words)) {
        if ((await Promise.race([hasEnded, once(hears, 'more')])) === 'ended')
          throw new Error(`ended without saying "${words}": ${said}`);
      }
    },
    said: () => said,
    ended,
    stop(signal = 'SIGINT') {
      child.kill(signal);
      return ended;
    },
    kill() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
