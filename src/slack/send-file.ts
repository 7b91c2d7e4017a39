import type { WebClient } from '@slack/web-api';
import { type Upload, type UploadedFile, upload } from './upload.ts';

/** A file for one person only. */
export type OwnFile = Omit<Upload, 'channelId'>;

/** Sends a file to a person's messages with the bot. Rejects if Slack does. */
export async function sendFile(client: WebClient, slackUserId: string, file: OwnFile): Promise<UploadedFile> {
  const { channel } = await client.conversations.open({ users: slackUserId });
  if (!channel?.id) throw new Error('Slack opened no conversation with the person');
  return upload(client, { ...file, channelId: channel.id });
}
