/** Uploaded files: who may see them, and how the Web API and the page spell them. */
import { type PictureFacts, pictureFacts } from './picture-facts.ts';
import type { SharedFile } from './protocol.ts';
import type { State, StoredFile } from './state.ts';

/** Whether a person is in a room the file was shared to or shown in. */
export function maySee(state: State, user: string, file: StoredFile): boolean {
  return file.rooms.some((id) => state.rooms.get(id)?.members.includes(user));
}

/** The type of a picture Slack can show, or undefined: it is something else, or not processed yet. */
export function factsOf(file: StoredFile): PictureFacts | undefined {
  return file.processed && file.bytes ? pictureFacts(file.bytes) : undefined;
}

/** The file object of files.info: size and type appear once the file has been processed. */
export function slackFile(world: { state: State; origin: string }, id: string): Record<string, unknown> {
  const file = world.state.files.get(id);
  if (!file) return { id, mode: 'tombstone' };
  const facts = factsOf(file);
  const extension = file.name.split('.').at(-1) ?? '';
  const url = `${world.origin}/sandbox/file/${file.id}`;
  const shared = (kind: string): string[] => file.rooms.filter((room) => room.startsWith(kind));
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: facts?.type ?? (file.processed ? 'application/octet-stream' : ''),
    filetype: file.processed ? (facts?.filetype ?? extension) : '',
    pretty_type: file.processed ? (facts?.filetype ?? extension).toUpperCase() : '',
    user: world.state.app.botUserId,
    user_team: world.state.team.id,
    mode: 'hosted',
    editable: false,
    is_external: false,
    is_public: shared('C').length > 0,
    public_url_shared: false,
    size: file.processed ? (file.bytes?.length ?? 0) : 0,
    ...(facts && { original_w: facts.width, original_h: facts.height }),
    url_private: url,
    url_private_download: url,
    permalink: url,
    channels: shared('C'),
    groups: [],
    ims: shared('D'),
  };
}

/** The file as the page shows it under a message. */
export function sharedFile(state: State, id: string, viewer: string): SharedFile {
  const file = state.files.get(id);
  const facts = file && factsOf(file);
  const url = `/sandbox/file/${id}?as=${viewer}`;
  return { id, title: file?.title ?? id, url, width: facts?.width, height: facts?.height };
}
