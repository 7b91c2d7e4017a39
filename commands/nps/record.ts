import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { recordAnswer } from '../../src/schedule/case-news.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { clipped, escaped, unmarked } from '../../src/slack/messages/mrkdwn.ts';
import { LONGEST_COMMENT } from '../../src/surveys/customers/answers.ts';
import { type Instrument, isOnScale, isUnhappy, mostOf } from '../../src/surveys/customers/instruments.ts';
import { customerIn } from './customer.ts';

/** A whole number, perhaps with its scale (`4/5`), then the customer's words. */
const scored = /^(csat\s+)?(\d+)(?![.,]\d)(?:\/(10|5))?(?:[\s,:;–-]+(.*))?$/isu;

/** The number as typed, to say that it is not on the scale. */
const numberIn = (words: string) => /^(?:csat\s+)?([-−]?\d[\d.,/]*)/iu.exec(words)?.[1] ?? 'none';

/** Records an answer that a customer gave to somebody. The scale says which survey it was: `/5` is CSAT, `/10` NPS. */
export async function record(words: string, asked: Asked, wanted: Instrument): Promise<Reply> {
  const { id: customerId, name, ownerId, rest } = await customerIn(words, asked);
  const [, csat, written = '', outOf, said = ''] = scored.exec(rest) ?? [];
  const named = csat ? 'csat' : wanted;
  const instrument = outOf ? (outOf === '5' ? 'csat' : 'nps') : named;
  const score = Number(written);
  if (written === '' || !isOnScale(score, { instrument }))
    throw new Problem('nps.score', { customer: name, instrument, typed: numberIn(rest) });
  const { member, deed } = asked;
  const answer = { instrument, score, comment: clipped(unmarked(said.trim()), LONGEST_COMMENT) || null };
  const whose = { customerId, respondent: null, memberId: ownerId, typedById: member.id };
  const told = await recordAnswer(asked, { source: 'slack', externalId: deed, ...answer, ...whose }, member.id);
  const line = text('nps.recorded', { who: escaped(name), score, most: mostOf(answer), instrument });
  const opens = told !== null && isUnhappy(answer);
  const more = opens ? ` ${text('nps.recorded.case', { owner: escaped(told.name) })}` : '';
  return { ...say(line + more), isDone: true };
}
