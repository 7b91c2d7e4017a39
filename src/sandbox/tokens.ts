/** The two tokens of the sandbox's app, and which method wants which. */
import type { IncomingMessage } from 'node:http';
import { type Arguments, text } from './arguments.ts';
import { SlackError } from './errors.ts';

export const BOT_TOKEN = 'xoxb-sandbox';
export const APP_TOKEN = 'xapp-sandbox';

/** @throws SlackError `not_authed`, `invalid_auth` or `not_allowed_token_type`, as Slack does */
export function checkToken(request: IncomingMessage, args: Arguments, method: string): void {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? text(args, 'token');
  if (token === undefined) throw new SlackError('not_authed');
  if (token !== BOT_TOKEN && token !== APP_TOKEN) throw new SlackError('invalid_auth');
  const wanted = method === 'apps.connections.open' ? APP_TOKEN : BOT_TOKEN;
  if (token !== wanted) throw new SlackError('not_allowed_token_type');
}
