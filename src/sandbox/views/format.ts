/** Views as the bot and the page read them. */
import type { PageView } from '../protocol.ts';
import { botIdOf, type State, type StoredView } from '../state.ts';
import { slackValues, valuesOf } from './filled.ts';

/** The view object of the Web API and of payloads. */
export function slackView(state: State, view: StoredView): Record<string, unknown> {
  return {
    id: view.id,
    team_id: state.team.id,
    ...view.content,
    state: { values: slackValues(view) },
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
    app_id: state.app.id,
    app_installed_team_id: state.team.id,
    bot_id: botIdOf(state.app),
  };
}

export function pageView(view: StoredView): PageView {
  const { content } = view;
  return {
    id: view.id,
    hash: view.hash,
    type: content.type,
    title: wordsOf(content.title),
    submit: wordsOf(content.submit),
    close: wordsOf(content.close),
    stacked: view.previousId !== null,
    blocks: content.blocks,
    values: valuesOf(view),
  };
}

function wordsOf(text: Record<string, unknown> | null): string | undefined {
  return text ? String(text.text) : undefined;
}
