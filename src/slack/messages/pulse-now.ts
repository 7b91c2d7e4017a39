import { text } from '../../language/text.ts';
import type { Message } from './answer.ts';
import { fittingButtons, section } from './mrkdwn.ts';
import { pulseActions } from './pulse-asked.ts';
import { type PulseResults, pulseResultsInShort } from './pulse-results.ts';
import { type Listed, type Seen, scheduleBlocks } from './schedules.ts';

/** An open round. */
export interface Held {
  /** Whether it asks the reader. */
  isAsked: boolean;
  until: string;
  /** Which survey it is, and who asks. */
  survey: string;
}

/** Open rounds, recent results, and the surveys that are set up. */
export function pulseNowMessage({
  open,
  results,
  listed,
  mayAdd,
  seen,
}: {
  open: readonly Held[];
  results: readonly PulseResults[];
  listed: readonly Listed[];
  mayAdd: boolean;
  seen: Seen;
}): Message {
  const lines =
    open.length > 0
      ? open.map(({ isAsked, ...held }) => text(isAsked ? 'pulse.now.open' : 'pulse.now.other', { ...held }))
      : [text('pulse.now.none')];
  const add = [{ actionId: pulseActions.add, label: text('pulse.add'), value: 'new' }];
  const told = results.map((each) => pulseResultsInShort(each, ''));
  return {
    text: [...lines, ...told.map((message) => message.text)].join('\n'),
    blocks: [
      section(lines.join('\n')),
      ...(told.length > 0 ? told.flatMap(({ blocks }) => blocks) : [section(text('pulse.now.no_results'))]),
      ...(listed.length > 0 ? [section(text('pulse.list'))] : []),
      ...listed.flatMap((each) => scheduleBlocks(each, seen)),
      ...(mayAdd ? fittingButtons('pulses', add) : []),
    ],
  };
}
