import type pg from 'pg';
import type { Line } from './measure.ts';
import { type Bot, type Exchange, openSlack } from './slack.ts';
import type { Stage } from './stage.ts';
import { tickingClock } from './stage.ts';

const WARM_UP = 30;
const EXCHANGES = 450;

/** What a person in Slack waits for: the acknowledgement, and the answer. Each exchange ends before the next begins. */
export async function slackLines({ db, url }: Stage, pool: pg.Pool): Promise<Line[]> {
  const { clock, tick } = tickingClock();
  const slack = await openSlack(db, pool, clock, WARM_UP + EXCHANGES, url);
  const exchanges: Exchange[] = [];
  try {
    for (let index = 0; index < WARM_UP + EXCHANGES; index++) {
      tick();
      exchanges.push(await slack.ask());
    }
  } finally {
    await slack.close();
  }
  const of = (bot: Bot, time: 'ackMs' | 'replyMs') =>
    exchanges
      .slice(WARM_UP)
      .filter((exchange) => exchange.bot === bot)
      .map((exchange) => exchange[time]);
  const reply = { reference: 'bare Bolt + its SQL by hand', referenceTimes: of('bare', 'replyMs') };
  return [
    { name: 'ack', reference: 'a bare Bolt handler', times: of('chart', 'ackMs'), referenceTimes: of('bare', 'ackMs') },
    { name: '/kpi me, text', ...reply, times: of('text', 'replyMs') },
    { name: '/kpi me, text and chart', ...reply, times: of('chart', 'replyMs') },
  ];
}
