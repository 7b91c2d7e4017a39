import type pg from 'pg';
import kpi from '../../commands/kpi.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import { whatMoved } from '../../src/kpi/moved/what-moved.ts';
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

/** What *what moved* costs: Anna's answer with it, beside the answer alone. */
export async function movedLine(stage: Stage): Promise<Line> {
  const { clock, tick } = tickingClock();
  const answer = async () => {
    const asked = await askedByAnna(stage, clock());
    const whose = { scope: 'member', memberId: asked.member.id } as const;
    return {
      asked,
      answer: await evaluate(asked, { kpis: [], whose, period: { kind: 'this', unit: 'month' }, by: [] }),
    };
  };
  const times = await interleaved(
    { rounds: 200, warmUp: 20 },
    () => {
      tick();
      return timed(async () => {
        const told = await answer();
        await whatMoved(told.asked, told.answer, true);
      });
    },
    () => timed(answer),
  );
  return { name: 'answer, what moved', reference: 'the answer alone', ...times };
}
