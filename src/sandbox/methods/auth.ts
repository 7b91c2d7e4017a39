/** auth.test, and the way into Socket Mode. */
import { botIdOf } from '../state.ts';
import type { Method } from './method.ts';

const test: Method = ({ state, origin }) => ({
  url: `${origin}/`,
  team: state.team.name,
  user: state.users.get(state.app.botUserId)?.name,
  team_id: state.team.id,
  user_id: state.app.botUserId,
  bot_id: botIdOf(state.app),
  is_enterprise_install: false,
});

const open: Method = ({ sockets, origin }) => ({ url: origin.replace(/^http/, 'ws') + sockets.openTicket() });

export const authMethods = { 'auth.test': test, 'apps.connections.open': open };
