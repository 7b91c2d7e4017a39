import type { Config } from '../config.ts';
import { type LinkName, signLinkPath } from '../surveys/customers/signed-link.ts';

/** The address of the page behind a customer's link; null: the bot has none that customers could reach. */
export type CustomerLinks = (link: LinkName) => string | null;

export const createCustomerLinks =
  ({ publicUrl, linkSecret }: Pick<Config, 'publicUrl' | 'linkSecret'>): CustomerLinks =>
  ({ workspaceId, id }) =>
    publicUrl === undefined ? null : `${publicUrl}${signLinkPath({ workspaceId, id }, linkSecret)}`;
