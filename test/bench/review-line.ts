import kpi from '../../commands/kpi.ts';
import target from '../../commands/target.ts';
import { askedByAnna } from './anna-answered.ts';
import { interleaved, type Line, timed } from './measure.ts';
import { type Stage, tickingClock } from './stage.ts';

/** `/target review` of everybody's targets, as an admin sees it, beside a single `/kpi me`. */
export async function reviewLine(stage: Stage): Promise<Line> {
  const { clock, tick } = tickingClock();
  const asAdmin = async () => {
    const asked = await askedByAnna(stage, clock());
    return { ...asked, member: { ...asked.member, role: 'admin' as const } };
  };
  const times = await interleaved(
    { rounds: 30, warmUp: 5 },
    () => {
      tick();
      return timed(async () => (await target.run('review last month', await asAdmin())).message({ kind: 'none' }));
    },
    () => timed(async () => (await kpi.run('me', await askedByAnna(stage, clock()))).message({ kind: 'none' })),
  );
  return { name: '/target review', reference: '/kpi me, in process', ...times };
}
