import { instantOf } from '../../calendar/js-date.ts';
import type { Logged } from '../../delivery/look-up.ts';
import { momentLabel } from '../../language/dates.ts';
import { text, textIfAny } from '../../language/text.ts';
import type { Message } from './answer.ts';
import { mention, section } from './mrkdwn.ts';
import { becameText, type Seen } from './schedules.ts';

const LINES_A_SECTION = 10;

/** What was sent or was to be sent, and what became of it. */
export function logMessage(logged: readonly Logged[], { now, zone }: Pick<Seen, 'now' | 'zone'>): Message {
  const head = text(logged.length > 0 ? 'log.head' : 'log.none');
  const lines = logged.map((each) =>
    text('log.line', {
      at: momentLabel(instantOf(each.dueAt), now, zone),
      what: kindText(each.kind),
      whom: mention(each.recipient),
      became: becameText(each, { now, zone }),
    }),
  );
  const starts = lines.flatMap((_, index) => (index % LINES_A_SECTION === 0 ? [index] : []));
  return {
    text: head,
    blocks: [
      section(`*${head}*`),
      ...starts.map((start) => section(lines.slice(start, start + LINES_A_SECTION).join('\n'))),
    ],
  };
}

/** Looks up what people call this kind of delivery, by the first word of a kind such as standup_ask. */
const kindText = (kind: string): string =>
  textIfAny(`log.kind.${kind}`) ?? textIfAny(`log.kind.${kind.split('_')[0]}`) ?? text('log.kind.other');
