/** What Slack makes of the words a person types before anybody reads them. */
import type { Room, State } from './state.ts';

const WEB_ADDRESS = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)'"]/g;

/** `&`, `<` and `>` as entities: a typed `<!channel>` is only words. */
function escapeText(typed: string): string {
  return typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A message: escaped, with mentions, channels, broadcasts and web addresses as Slack's own marks. */
export function messageText(state: State, typed: string): string {
  return marked(state, escapeText(typed), (kind, id) => `<${kind}${id}>`)
    .replace(/(?<=^|\s)@(channel|here|everyone)\b/g, '<!$1>')
    .replace(WEB_ADDRESS, (address) => `<${address}>`);
}

/** The words after a slash command. Mentions become marks only when the command's manifest asks for it. */
export function commandText(state: State, typed: string, shouldEscape: boolean): string {
  const text = escapeText(typed.trim());
  return shouldEscape ? marked(state, text, (kind, id, name) => `<${kind}${id}|${name}>`) : text;
}

/** `<@U…>` and `<#C…>` may be typed as such (a page's completion does) or as `@name` and `#name`. */
function marked(state: State, text: string, mark: (kind: '@' | '#', id: string, name: string) => string): string {
  const people = [...state.users.values()];
  const channels = [...state.rooms.values()].filter((room) => room.kind === 'channel');
  const byName = <Named extends { name: string }>(list: Named[], name: string) => list.find((one) => one.name === name);
  return text
    .replace(/&lt;@([A-Z0-9]+)(?:\|[^&]*)?&gt;/g, (typed, id: string) => {
      const user = state.users.get(id);
      return user ? mark('@', id, user.name) : typed;
    })
    .replace(/(?<=^|\s)([@#])([\p{L}\p{N}._-]*[\p{L}\p{N}_-])/gu, (typed, kind: '@' | '#', name: string) => {
      const found: { id: string } | undefined = kind === '@' ? byName(people, name) : byName<Room>(channels, name);
      return found ? mark(kind, found.id, name) : typed;
    });
}
