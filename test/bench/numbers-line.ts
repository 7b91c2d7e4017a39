import type pg from 'pg';
import kpi from '../../commands/kpi.ts';
import { askedByAnna } from './anna-answered.ts';
import { annaByHand, textByHand } from './kpi-by-hand.ts';
import { interleaved, type Line, timed } from './measure.ts';
import { anna, type Stage, tickingClock } from './stage.ts';

/** `/kpi me` from the words to the finished message, without Slack: who asks, the numbers, the text. */
export async function numbersLine(stage: Stage, pool: pg.Pool): Promise<Line> {
  const { clock, tick } = tickingClock();
  const times = await interleaved(
    { rounds: 200, warmUp: 20 },
    () => {
      tick();
      return timed(async () => (await kpi.run('me', await askedByAnna(stage, clock()))).message({ kind: 'none' }));
    },
    () => timed(async () => textByHand(await annaByHand(pool, anna.slackUserId, clock()))),
  );
  return { name: '/kpi me, in process', reference: 'its SQL by hand', ...times };
}
