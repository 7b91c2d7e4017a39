import { createHmac, timingSafeEqual } from 'node:crypto';

/** Which link: its workspace's id and its own in there. */
export interface LinkName {
  workspaceId: string;
  id: string;
}

/** Where all of them lie. */
export const LINKS = '/nps/';

/** The path of a customer's personal page: `/nps/<workspace>/<link>/<signature>`. Whether it is still good stands in the database. */
export const signLinkPath = (name: LinkName, secret: string): string =>
  `${LINKS}${name.workspaceId}/${name.id}/${signature(name, secret)}`;

const path = /^\/nps\/([0-9a-f-]{36})\/([0-9a-f-]{36})\/([\w-]{43})$/;

/** The link that a path is of; null when it is forged or altered: the database is then not even asked. */
export function verifyLinkPath(asked: string, secret: string): LinkName | null {
  const [, workspaceId, id, signed] = path.exec(asked) ?? [];
  if (!workspaceId || !id || !signed) return null;
  const name = { workspaceId, id };
  return timingSafeEqual(Buffer.from(signed), Buffer.from(signature(name, secret))) ? name : null;
}

const signature = ({ workspaceId, id }: LinkName, secret: string) =>
  createHmac('sha256', secret).update(`nps\n${workspaceId}\n${id}`).digest('base64url');
