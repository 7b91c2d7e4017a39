import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { recordAnswer } from '../../src/schedule/case-news.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { clipped, escaped } from '../../src/slack/messages/mrkdwn.ts';
import { isDetractor, LONGEST_COMMENT } from '../../src/surveys/customers/answers.ts';
import { customerIn } from './customer.ts';

/** A number of 0 to 10, and what was said with it. */
const scored = /^(10|\d)(?:\/10)?(?:[\s,:;–-]+(.*))?$/su;

/** What a customer told somebody, who types it in. */
export async function record(words: string, asked: Asked): Promise<Reply> {
  const { id: customerId, name, ownerId, rest } = await customerIn(words, asked);
  const [, score, comment = ''] = scored.exec(rest) ?? [];
  if (score === undefined) throw new Problem('nps.score', { customer: name });
  const said = { score: Number(score), comment: clipped(comment.trim(), LONGEST_COMMENT) || null };
  const { member, deed } = asked;
  const whose = { customerId, respondent: null, memberId: ownerId, typedById: member.id };
  const told = await recordAnswer(asked, { source: 'slack', externalId: deed, ...said, ...whose }, member.id);
  const line = text('nps.recorded', { who: escaped(name), score });
  const opens = told !== null && isDetractor({ instrument: 'nps', score: said.score });
  const more = opens ? ` ${text('nps.recorded.case', { owner: escaped(told.name) })}` : '';
  return { ...say(line + more), isDone: true };
}
