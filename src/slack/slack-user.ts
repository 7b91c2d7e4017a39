import { isZone } from '../calendar/zone.ts';
import type { ListedPerson } from '../people/listed-members.ts';
import { awayUntil, type SlackStatus } from '../people/out-of-office.ts';

/** The parts of a Slack user object that we read, from users.info, users.list and events about people. */
export interface SlackUser {
  id?: string;
  team_id?: string;
  name?: string;
  real_name?: string;
  deleted?: boolean;
  tz?: string;
  locale?: string;
  is_bot?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  profile?: SlackStatus & { real_name?: string; email?: string };
}

/** Slack's own bot is not marked as a bot. */
const SLACKBOT = 'USLACKBOT';

/**
 * Whether a user is a person of this Slack workspace: not a bot, and not from another workspace that shares a channel.
 */
export const isPersonOf = ({ id, team_id, is_bot }: SlackUser, slackTeamId: string): boolean =>
  id !== undefined && id !== SLACKBOT && !is_bot && (team_id === undefined || team_id === slackTeamId);

/** The person a user object describes. */
export function personOf(user: SlackUser, slackUserId: string): ListedPerson {
  const { profile = {}, tz, locale } = user;
  return {
    slackUserId,
    name: profile.real_name || user.real_name || user.name || slackUserId,
    email: profile.email || null,
    zone: tz && isZone(tz) ? tz : null,
    locale: locale || null,
    isGone: user.deleted === true,
    isGuest: user.is_restricted === true || user.is_ultra_restricted === true,
    awayUntil: awayUntil(profile),
  };
}
