/** People as the Web API and the page spell them. */
import { Temporal } from 'temporal-polyfill';
import type { User } from './protocol.ts';
import { botIdOf, nowMs, nowSeconds, type SandboxUser, type State } from './state.ts';

const COLORS = ['9f69e7', '4bbe2e', 'e7392d', '3c989f', '674b1b', 'e96699', 'e0a729', '684b6c', '5b89d5', '99a949'];

/** Slack's own bot. The Web API lists it among the members, and does not call it a bot. */
export const SLACKBOT: SandboxUser = { id: 'USLACKBOT', name: 'slackbot', realName: 'Slackbot' };

/** Everyone in the workspace, the bot included. */
export function everyone(state: State): SandboxUser[] {
  return [...state.users.values()];
}

/** The workspace that somebody belongs to. */
export const teamOf = (state: State, userId: string): string => state.users.get(userId)?.teamId ?? state.team.id;

/** The user object of users.info and users.list. */
export function slackUser(state: State, user: SandboxUser, withLocale: boolean): Record<string, unknown> {
  const { tz, tzOffset, color } = pageUser(state, user);
  const isApp = user.id === state.app.botUserId;
  return {
    id: user.id,
    team_id: teamOf(state, user.id),
    name: user.name,
    deleted: user.deleted === true,
    color,
    real_name: user.realName,
    tz,
    tz_label: zoneLabel(state, tz),
    tz_offset: tzOffset,
    profile: profile(state, user),
    is_admin: user.isAdmin === true,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.isRestricted === true,
    is_ultra_restricted: false,
    is_bot: user.isBot === true,
    is_app_user: isApp,
    updated: nowSeconds(state),
    is_email_confirmed: user.email !== undefined,
    who_can_share_contact_card: 'EVERYONE',
    ...(withLocale && { locale: user.locale ?? 'en-US' }),
  };
}

function profile(state: State, user: SandboxUser): Record<string, unknown> {
  const [first = '', ...rest] = user.realName.split(' ');
  return {
    title: user.title ?? '',
    phone: '',
    skype: '',
    real_name: user.realName,
    real_name_normalized: user.realName,
    display_name: user.isBot ? '' : user.name,
    display_name_normalized: user.isBot ? '' : user.name,
    first_name: first,
    last_name: rest.join(' '),
    status_text: user.statusText ?? '',
    status_emoji: user.statusEmoji ?? '',
    status_expiration: user.statusExpiration ?? 0,
    team: teamOf(state, user.id),
    ...(user.email !== undefined && { email: user.email }),
    ...(user.id === state.app.botUserId && { api_app_id: state.app.id, bot_id: botIdOf(state.app) }),
  };
}

/** The person as the page lists them. */
export function pageUser(state: State, user: SandboxUser): User {
  const tz = user.tz ?? 'UTC';
  const zoned = Temporal.Instant.fromEpochMilliseconds(nowMs(state)).toZonedDateTimeISO(tz);
  const place = [...state.users.keys()].indexOf(user.id);
  return {
    id: user.id,
    name: user.name,
    realName: user.realName,
    title: user.title,
    tz,
    tzOffset: zoned.offsetNanoseconds / 1e9,
    locale: user.locale ?? 'en-US',
    isBot: user.isBot === true,
    color: COLORS[place % COLORS.length] ?? '9f69e7',
  };
}

/** As in "Central European Standard Time". */
function zoneLabel(state: State, tz: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'long' }).formatToParts(state.now());
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? tz;
}

/** The app behind a bot's message. */
export function botProfile(state: State): Record<string, unknown> {
  return {
    id: botIdOf(state.app),
    app_id: state.app.id,
    user_id: state.app.botUserId,
    name: state.app.name,
    team_id: state.team.id,
    deleted: false,
    updated: nowSeconds(state),
    icons: {},
  };
}
