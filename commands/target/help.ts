import type { Asked, Reply } from '../../src/slack/command.ts';
import { targetHelp } from '../../src/slack/messages/target-help.ts';
import { someoneOf } from './example.ts';

/** `/target help`: what can be typed, with one of the person's own people as an example. */
export function help(asked: Asked): Reply {
  const message = targetHelp(asked.member.role !== 'rep', someoneOf(asked));
  return { message: () => message };
}
