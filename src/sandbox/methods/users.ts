/** users.*: who is here. */
import { flag, required } from '../arguments.ts';
import { SlackError } from '../errors.ts';
import { everyone, SLACKBOT, slackUser } from '../people-format.ts';
import { nowSeconds } from '../state.ts';
import { type Method, page } from './method.ts';

const info: Method = ({ state }, args) => {
  const id = required(args, 'user');
  const user = id === SLACKBOT.id ? SLACKBOT : state.users.get(id);
  if (!user) throw new SlackError('user_not_found');
  return { user: slackUser(state, user, flag(args, 'include_locale')) };
};

const list: Method = ({ state }, args) => {
  const { items, response_metadata } = page([SLACKBOT, ...everyone(state)], args);
  const members = items.map((user) => slackUser(state, user, flag(args, 'include_locale')));
  return { members, cache_ts: nowSeconds(state), response_metadata };
};

const lookupByEmail: Method = ({ state }, args) => {
  const email = required(args, 'email').toLowerCase();
  const user = everyone(state).find((one) => one.email?.toLowerCase() === email && !one.deleted);
  if (!user) throw new SlackError('users_not_found');
  return { user: slackUser(state, user, false) };
};

export const usersMethods = { 'users.info': info, 'users.list': list, 'users.lookupByEmail': lookupByEmail };
