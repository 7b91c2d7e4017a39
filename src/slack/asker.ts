import type { WebClient } from '@slack/web-api';
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../db/client.ts';
import { Problem } from '../errors.ts';
import { surveyReader } from '../kpi/survey-reader.ts';
import { loadDirectory } from '../people/directory.ts';
import { welcomeMember } from '../people/member.ts';
import type { Workspace } from '../people/workspace.ts';
import type { Asked, Guest } from './command.ts';
import type { CustomerLinks } from './customer-links.ts';
import { isDirectMessage } from './direct-message.ts';
import { personOf } from './slack-user.ts';

export interface AskerInput {
  db: Database;
  client: WebClient;
  workspace: Workspace;
  slackUserId: string;
  channelId: string;
  now: Temporal.Instant;
  deed: string;
  /** Not given if there is no reply to put it in. */
  customerLinks?: CustomerLinks;
  sendsMail?: boolean;
  /** Whether no trace of them is kept: a new person is not made a member. */
  leavesNoTrace?: boolean;
}

/** The person who asks, and all that a command needs to answer. Somebody new becomes a member first. */
export async function askerOf({
  db,
  client,
  workspace,
  slackUserId,
  channelId,
  now,
  deed,
  customerLinks = () => null,
  sendsMail = false,
  leavesNoTrace = false,
}: AskerInput): Promise<Asked> {
  let directory = await loadDirectory(db, workspace.id);
  let member = directory.members.find((each) => each.slackUserId === slackUserId);
  if (leavesNoTrace && !member) throw new Problem('pulse.not_asked');
  if (!leavesNoTrace && member?.known !== 'met') {
    const { id } = await welcomeMember(db, workspace.id, await personInSlack(client, workspace, slackUserId));
    directory = await loadDirectory(db, workspace.id);
    member = directory.members.find((each) => each.id === id);
  }
  if (!member) throw new Error('a new member is not in the directory');
  const { id, name, role } = member;
  const canShare = !isDirectMessage(channelId);
  const asked = { db, workspace, directory, now, deed, canShare, customerLinks, sendsMail };
  return { ...asked, member: { id, name, role }, reads: surveyReader({ id, role }, directory) };
}

/** @throws Problem for people of another workspace that shares a channel with this one */
async function personInSlack(client: WebClient, { name, slackTeamId }: Workspace, slackUserId: string) {
  const { user = {} } = await client.users.info({ user: slackUserId, include_locale: true });
  if (user.team_id && user.team_id !== slackTeamId) throw new Problem('slack.guest', { workspace: name });
  return personOf(user, slackUserId);
}

/** A guest, by the name that Slack knows them by. */
export async function guestOf({
  db,
  client,
  workspace,
  slackUserId,
  now,
}: Pick<AskerInput, 'db' | 'client' | 'workspace' | 'slackUserId' | 'now'>): Promise<Guest> {
  const { user = {} } = await client.users.info({ user: slackUserId });
  return { db, workspace, now, slackUserId, name: personOf(user, slackUserId).name };
}
