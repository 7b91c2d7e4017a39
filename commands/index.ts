import type { Command } from '../src/slack/command.ts';
import kpi from './kpi.ts';
import log from './log.ts';
import nps from './nps.ts';
import pulse from './pulse.ts';
import salespulse from './salespulse.ts';
import target from './target.ts';

/** Every slash command there is. manifest.yml and the README's table name the same ones; a test says so. */
export const commands: readonly Command[] = [kpi, log, target, nps, pulse, salespulse];
