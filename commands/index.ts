import type { Command } from '../src/slack/command.ts';
import kpi from './kpi.ts';
import log from './log.ts';
import nps from './nps.ts';
import pulse from './pulse.ts';
import salespulse from './salespulse.ts';
import target from './target.ts';

/** Every slash command. manifest.yml and the README's table must list the same ones; a test checks that. */
export const commands: readonly Command[] = [kpi, log, target, nps, pulse, salespulse];
