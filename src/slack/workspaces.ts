import type { WebClient } from '@slack/web-api';
import type { Database } from '../db/client.ts';
import { bindWorkspace, type Workspace } from '../people/workspace.ts';

/** The workspace for the Slack workspace that the bot's token belongs to. The first start links the two. */
export async function boundWorkspace(db: Database, client: WebClient): Promise<Workspace> {
  const { team_id: slackTeamId, team } = await client.auth.test();
  if (!slackTeamId) throw new Error('Slack did not say which workspace the token belongs to');
  const bound = await findWorkspace(db, slackTeamId);
  return bound ?? bindWorkspace(db, { slackTeamId, name: team ?? slackTeamId, zone: await commonZone(client) });
}

export const findWorkspace = (db: Database, slackTeamId: string): Promise<Workspace | null> =>
  db.workspace.findUnique({ where: { slackTeamId } });

/** Slack has no zone for a workspace, so the one most people are in is the best first guess. Admins can change it. */
async function commonZone(client: WebClient): Promise<string> {
  const { members = [] } = await client.users.list({ limit: 200 });
  const people = members.filter(({ is_bot, deleted, id }) => !is_bot && !deleted && id !== 'USLACKBOT');
  const counts = new Map<string, number>();
  for (const { tz } of people) if (tz) counts.set(tz, (counts.get(tz) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? 'UTC';
}
