import { Problem } from '../src/errors.ts';
import { text } from '../src/language/text.ts';
import { type Command, say } from '../src/slack/command.ts';
import { asksForHelp } from './asks-for-help.ts';
import { nextStepPresses } from './salespulse/next-steps.ts';
import { schedule, schedulePresses } from './salespulse/schedule.ts';
import { scheduleForm } from './salespulse/schedule-form.ts';
import { undeliveredPresses } from './salespulse/undelivered.ts';

export default {
  name: '/salespulse',
  description: 'What goes out by itself, and how the workspace is set up',
  usageHint: 'schedule, or help',
  async run(words, asked) {
    if (asksForHelp(words) || !words.trim()) return say(text('salespulse.help'));
    const [, verb = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(words) ?? [];
    if (/^schedules?$/i.test(verb)) return schedule(rest, asked);
    throw new Problem('salespulse.unknown', { verb });
  },
  actions: { ...schedulePresses, ...undeliveredPresses, ...nextStepPresses },
  forms: [scheduleForm],
} satisfies Command;
