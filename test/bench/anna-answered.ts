import { WebClient } from '@slack/web-api';
import type pg from 'pg';
import kpi from '../../commands/kpi.ts';
import { company } from '../../prisma/demo/cast.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import { askerOf } from '../../src/slack/asker.ts';
import { clientOptions } from '../../src/slack/client.ts';
import type { Asked } from '../../src/slack/command.ts';
import { findWorkspace } from '../../src/slack/workspaces.ts';
import { annaByHand } from './kpi-by-hand.ts';
import { differences } from './same-numbers.ts';
import { anna, moment, type Stage } from './stage.ts';

const client = new WebClient('', clientOptions({ slackApiUrl: 'http://127.0.0.1/' }));

/** Anna, as a command gets to know her. She is in the database, so Slack is not asked who she is. */
export async function askedByAnna({ db }: Stage, now = moment): Promise<Asked> {
  const workspace = await findWorkspace(db, company.slackTeamId);
  if (!workspace) throw new Error('the demo is not there');
  return askerOf({ db, client, workspace, channelId: 'C0SALES001', slackUserId: anna.slackUserId, now, deed: 'bench' });
}

/**
 * The chart of `/kpi me`, after its numbers have been held against those counted by hand at some moments of the month.
 *
 * @throws Error that lists the numbers which differ
 */
export async function annaAnswered(stage: Stage, pool: pg.Pool): Promise<{ chart: ChartSpec }> {
  for (const hours of [0, 5, 24, 240]) {
    const asked = await askedByAnna(stage, moment.add({ hours }));
    const whose = { scope: 'member', memberId: asked.member.id } as const;
    const answer = await evaluate(asked, { kpis: [], whose, period: { kind: 'this', unit: 'month' }, by: [] });
    const differ = differences(answer, await annaByHand(pool, anna.slackUserId, asked.now));
    if (differ.length) throw new Error(`At ${asked.now}:\n${differ.join('\n')}`);
  }
  const picture = await (await kpi.run('me', await askedByAnna(stage))).picture?.();
  if (!picture) throw new Error('/kpi me has no chart');
  return { chart: picture.spec };
}
