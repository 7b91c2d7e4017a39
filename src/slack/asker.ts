import type { WebClient } from '@slack/web-api';
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../db/client.ts';
import { loadDirectory } from '../people/directory.ts';
import { type SlackPerson, welcomeMember } from '../people/member.ts';
import type { Workspace } from '../people/workspace.ts';
import type { Asked } from './command.ts';
import { isDirectMessage } from './direct-message.ts';

export interface AskerInput {
  db: Database;
  client: WebClient;
  workspace: Workspace;
  slackUserId: string;
  channelId: string;
  now: Temporal.Instant;
  deed: string;
}

/** Who asks, and all that a command needs to answer them. Somebody unknown is made a member first. */
export async function askerOf({
  db,
  client,
  workspace,
  slackUserId,
  channelId,
  now,
  deed,
}: AskerInput): Promise<Asked> {
  let directory = await loadDirectory(db, workspace.id);
  let member = directory.members.find((each) => each.slackUserId === slackUserId);
  if (!member) {
    const { id } = await welcomeMember(db, workspace.id, await personInSlack(client, slackUserId));
    directory = await loadDirectory(db, workspace.id);
    member = directory.members.find((each) => each.id === id);
  }
  if (!member) throw new Error('a new member is not in the directory');
  const { id, name, role } = member;
  const canShare = !isDirectMessage(channelId);
  return { db, workspace, directory, now, deed, canShare, member: { id, name, role } };
}

async function personInSlack(client: WebClient, slackUserId: string): Promise<SlackPerson> {
  const { user } = await client.users.info({ user: slackUserId, include_locale: true });
  return {
    slackUserId,
    name: user?.profile?.real_name || user?.real_name || user?.name || slackUserId,
    email: user?.profile?.email ?? null,
    zone: user?.tz ?? null,
    locale: user?.locale ?? null,
  };
}
