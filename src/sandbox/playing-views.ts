/** Playing people in views, for tests: what stands before them, filling it in, submitting and closing it. */
import { elementsIn, type Plain, type Values } from './blocks/values.ts';
import { SlackError } from './errors.ts';
import { openApp } from './events.ts';
import type { Outcome, PageView, SubmitOutcome } from './protocol.ts';
import { act, close, submit } from './views/deeds.ts';
import { pageView } from './views/format.ts';
import { modalsOf } from './views/stack.ts';
import { waitUntil } from './wait-until.ts';
import type { World } from './world.ts';

export interface PlayingViews {
  /** The modal before the person: the highest, if any is open. */
  modal(userId: string): PageView | undefined;
  /** The first modal before the person, now or later, that the predicate is true of. @throws after `timeoutMs` (10,000) */
  waitForModal(
    userId: string,
    predicate?: (modal: PageView) => boolean,
    options?: { timeoutMs?: number },
  ): Promise<PageView>;
  /**
   * Fills in and submits the modal. `values` by action id: a text, a date, an option's value, a user's or a
   * conversation's id, or a list of these. Resolves when the bot has answered.
   * @throws when no modal is open, or nothing in it has that action
   */
  submit(userId: string, values?: Record<string, Plain>): Promise<SubmitOutcome>;
  /** Presses or chooses in the modal. `value` picks, as in `submit`; of an overflow menu the option. @throws like `submit` */
  choose(userId: string, actionId: string, value?: Plain): Promise<Outcome>;
  /** Opens the app's Home tab, or one's messages with it: the bot hears of it. */
  openApp(userId: string, tab: 'home' | 'messages'): void;
  /** The Home tab as last published to the person. */
  home(userId: string): PageView | undefined;
  /** The Home tab, as soon as the predicate is true of it. @throws after 10 s */
  waitForHome(userId: string, predicate?: (home: PageView) => boolean): Promise<PageView>;
  /** Presses or chooses in the Home tab. @throws when it has no such action */
  chooseAtHome(userId: string, actionId: string, value?: Plain): Promise<Outcome>;
  /** Closes the modal, or with `all` everything beneath it as well. */
  closeModal(userId: string, options?: { all?: boolean }): Promise<Outcome>;
}

export function playingViews(world: World): PlayingViews {
  const { state } = world;
  const modal = (user: string): PageView | undefined => {
    const view = modalsOf(state, user).at(-1);
    return view && pageView(view);
  };
  const opened = (user: string): PageView => {
    const view = modal(user);
    if (!view) throw new SlackError('view_not_found', [`no modal is open for ${user}`]);
    return view;
  };

  const home = (user: string): PageView | undefined => {
    const view = state.homes.get(user);
    return view && pageView(view);
  };
  const actIn = (user: string, view: PageView, actionId: string, value?: Plain): Promise<Outcome> => {
    const block_id = blockOf(view, actionId);
    const filled = value === undefined ? {} : { [block_id]: { [actionId]: value } };
    const option = typeof value === 'string' ? value : undefined;
    return act(world, { as: user, view: view.id, block_id, action_id: actionId, option, values: filled });
  };

  return {
    modal,

    waitForModal(user, predicate = () => true, { timeoutMs = 10_000 } = {}) {
      const look = () => [modal(user)].find((view) => view && predicate(view));
      const isNews = ({ type }: { type: string }) => type === 'view';
      const missing = () => `No such modal for ${user} within ${timeoutMs} ms. Seen: ${JSON.stringify(modal(user))}`;
      return waitUntil(state, { look, isNews, missing, timeoutMs });
    },

    submit(user, values = {}) {
      const view = opened(user);
      return submit(world, { as: user, view: view.id, values: placed(view, values) });
    },

    choose: (user, actionId, value) => actIn(user, opened(user), actionId, value),

    openApp: (user, tab) => openApp(world, user, tab),
    home,

    waitForHome(user, predicate = () => true) {
      const look = () => [home(user)].find((view) => view && predicate(view));
      const missing = () => `No such Home tab for ${user}. Seen: ${JSON.stringify(home(user))}`;
      return waitUntil(state, { look, isNews: ({ type }) => type === 'view', missing, timeoutMs: 10_000 });
    },

    chooseAtHome(user, actionId, value) {
      const view = home(user);
      if (!view) throw new SlackError('view_not_found', [`no Home tab is published to ${user}`]);
      return actIn(user, view, actionId, value);
    },

    closeModal: (user, { all } = {}) => close(world, { as: user, view: opened(user).id, all }),
  };
}

function placed(view: PageView, values: Record<string, Plain>): Values {
  const filled: Values = {};
  for (const [actionId, value] of Object.entries(values)) {
    const blockId = blockOf(view, actionId);
    filled[blockId] = { ...filled[blockId], [actionId]: value };
  }
  return filled;
}

function blockOf(view: PageView, actionId: string): string {
  const blocks = view.blocks as Record<string, unknown>[];
  const found = blocks.find((block) => elementsIn(block).some((element) => element.action_id === actionId));
  if (found) return String(found.block_id);
  const others = blocks.flatMap(elementsIn).map((element) => String(element.action_id));
  throw new SlackError('action_not_found', [`${actionId} is none of: ${others.join(', ') || 'no actions at all'}`]);
}
