/** The payloads of what a person does in a view. */

import { type Payload, VERIFICATION_TOKEN } from '../payloads.ts';
import { teamOf } from '../people-format.ts';
import { nextTs, type StoredView } from '../state.ts';
import type { World } from '../world.ts';
import { slackView } from './format.ts';

export function submissionPayload(world: World, view: StoredView): Payload {
  return {
    type: 'view_submission',
    ...common(world, view),
    trigger_id: world.responseUrls.openTrigger(view.user),
    response_urls: [],
  };
}

/** `cleared`: the whole stack went at once. */
export function closedPayload(world: World, view: StoredView, cleared: boolean): Payload {
  return { type: 'view_closed', ...common(world, view), is_cleared: cleared };
}

/** `action` is what was pressed, chosen or written, without its time. */
export function viewActionPayload(world: World, view: StoredView, action: Payload): Payload {
  return {
    type: 'block_actions',
    ...common(world, view),
    container: { type: 'view', view_id: view.id },
    trigger_id: world.responseUrls.openTrigger(view.user),
    actions: [{ ...action, action_ts: nextTs(world.state) }],
  };
}

function common({ state }: World, view: StoredView): Payload {
  const name = state.users.get(view.user)?.name ?? view.user;
  const team = teamOf(state, view.user);
  return {
    // Of who is in the view, which in a shared channel need not be the one of the app.
    team: { id: team, domain: team === state.team.id ? state.team.domain : 'another-team' },
    user: { id: view.user, username: name, name, team_id: team },
    api_app_id: state.app.id,
    token: VERIFICATION_TOKEN,
    view: slackView(state, view),
    enterprise: null,
    is_enterprise_install: false,
  };
}
