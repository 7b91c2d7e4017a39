/** files.*: an upload in three steps (a URL, the bytes, the completion), after which Slack needs a moment. */
import { randomBytes } from 'node:crypto';
import { type Arguments, isObject, json, required, text } from '../arguments.ts';
import { SlackError } from '../errors.ts';
import { post } from '../messages.ts';
import { nowSeconds, type State, type StoredFile } from '../state.ts';
import { slackFile } from '../uploaded-files.ts';
import type { World } from '../world.ts';
import { joinedRoom, type Method } from './method.ts';

const getUploadURL: Method = ({ state, origin }, args) => {
  const name = required(args, 'filename');
  const length = Number(required(args, 'length'));
  if (!Number.isInteger(length) || length < 1) throw new SlackError('invalid_arguments', ['length must be positive']);
  const id = `F${randomBytes(5).toString('hex').toUpperCase()}`;
  const created = nowSeconds(state);
  const progress = { completed: false, processed: false, rooms: [] };
  state.files.set(id, { id, name, title: name, declaredLength: length, created, ...progress });
  return { upload_url: `${origin}/upload/${id}`, file_id: id };
};

/** Takes the bytes. @throws SlackError `file_not_found` or `length_mismatch` */
export function receiveUpload(state: State, id: string, bytes: Buffer): void {
  const file = state.files.get(id);
  if (!file || file.completed) throw new SlackError('file_not_found');
  if (bytes.length !== file.declaredLength) throw new SlackError('length_mismatch');
  file.bytes = bytes;
}

const completeUpload: Method = (world, args) => {
  const files = readFiles(world.state, args);
  const channel = text(args, 'channel_id');
  const room = channel === undefined ? undefined : joinedRoom(world.state, channel);
  if (room?.archived) throw new SlackError('is_archived');
  for (const { file, title } of files) complete(world, file, title);
  if (room) {
    const said = { text: text(args, 'initial_comment') ?? '', threadTs: text(args, 'thread_ts') };
    post(world.state, room, { user: world.state.app.botUserId, ...said, fileIds: files.map(({ file }) => file.id) });
  }
  return { files: files.map(({ file }) => slackFile(world, file.id)) };
};

function readFiles(state: State, args: Arguments): { file: StoredFile; title: string | undefined }[] {
  const given = json(args, 'files', 'invalid_arguments');
  if (!Array.isArray(given) || given.length === 0)
    throw new SlackError('invalid_arguments', ['missing required field: files']);
  return given.map((entry: unknown) => {
    const file = isObject(entry) ? state.files.get(String(entry.id)) : undefined;
    if (!isObject(entry) || !file?.bytes || file.completed) throw new SlackError('file_not_found');
    return { file, title: text(entry, 'title') };
  });
}

function complete(world: World, file: StoredFile, title: string | undefined): void {
  file.completed = true;
  file.title = title ?? file.title;
  setTimeout(() => {
    file.processed = true;
  }, world.timing.fileProcessingMs).unref();
}

const info: Method = (world, args) => {
  const id = required(args, 'file');
  if (!world.state.files.get(id)?.completed) throw new SlackError('file_not_found');
  return { file: slackFile(world, id), comments: [], response_metadata: { next_cursor: '' } };
};

export const filesMethods = {
  'files.getUploadURLExternal': getUploadURL,
  'files.completeUploadExternal': completeUpload,
  'files.info': info,
};
