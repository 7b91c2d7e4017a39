import type { WebClient } from '@slack/web-api';
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../db/client.ts';
import { loadDirectory, type Role } from '../people/directory.ts';
import { findMember, type SlackPerson, welcomeMember } from '../people/member.ts';
import type { Workspace } from '../people/workspace.ts';
import type { Asked } from './command.ts';

export interface AskerInput {
  db: Database;
  client: WebClient;
  workspace: Workspace;
  slackUserId: string;
  now: Temporal.Instant;
  deed: string;
}

/** Who asks, and all that a command needs to answer them. Somebody unknown is made a member first. */
export async function askerOf({ db, client, workspace, slackUserId, now, deed }: AskerInput): Promise<Asked> {
  const member =
    (await findMember(db, workspace.id, slackUserId)) ??
    (await welcomeMember(db, workspace.id, await personInSlack(client, slackUserId)));
  const directory = await loadDirectory(db, workspace.id);
  return {
    db,
    workspace,
    directory,
    now,
    deed,
    member: { id: member.id, name: member.name, role: member.role as Role },
  };
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
