import { createHmac, timingSafeEqual } from 'node:crypto';

/** A link by its workspace's id and its own. */
export interface LinkName {
  workspaceId: string;
  id: string;
}

/** The path under which all links are. */
export const LINKS = '/nps/';

/**
 * The path of a customer's personal page: `/nps/<workspace>/<link>/<signature>`. Whether it is still valid is in the
 * database.
 */
export const signLinkPath = (name: LinkName, secret: string): string =>
  `${LINKS}${name.workspaceId}/${name.id}/${signature(name, secret)}`;

const path = /^\/nps\/([0-9a-f-]{36})\/([0-9a-f-]{36})\/([\w-]{43})$/;

/** The link that a path stands for; null if it is forged or altered, which needs no look into the database. */
export function verifyLinkPath(asked: string, secret: string): LinkName | null {
  const [, workspaceId, id, signed] = path.exec(asked) ?? [];
  if (!workspaceId || !id || !signed) return null;
  const name = { workspaceId, id };
  return timingSafeEqual(Buffer.from(signed), Buffer.from(signature(name, secret))) ? name : null;
}

const signature = ({ workspaceId, id }: LinkName, secret: string) =>
  createHmac('sha256', secret).update(`nps\n${workspaceId}\n${id}`).digest('base64url');
