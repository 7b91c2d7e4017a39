import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../commands/index.ts';
import { catalogue } from '../../src/kpi/catalogue/index.ts';
import { projectRoot } from '../../src/project-root.ts';

interface Manifest {
  features: {
    app_home: { home_tab_enabled: boolean };
    slash_commands: { command: string; description: string; usage_hint: string; should_escape: boolean }[];
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: { event_subscriptions: { bot_events: string[] } };
}

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const manifest = parse(read('manifest.yml')) as Manifest;

/** Which scope each method needs, from Slack's documentation; null: none. */
const scopes: Record<string, string | null> = {
  'auth.test': null,
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.history': 'channels:history',
  'conversations.replies': 'channels:history',
  'conversations.open': 'im:write',
  'files.getUploadURLExternal': 'files:write',
  'files.completeUploadExternal': 'files:write',
  'files.info': 'files:read',
  'users.info': 'users:read',
  'users.list': 'users:read',
  'views.open': null,
  'views.publish': null,
  'views.update': null,
};

/** Which scope each event needs; null: none. */
const eventScopes: Record<string, string | null> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  team_join: 'users:read',
  user_change: 'users:read',
};

/** Scopes for what is neither: commands arrive, e-mail addresses are read, a shared answer bears a person's name, and channels are private. */
const scopesBeside = ['commands', 'users:read.email', 'chat:write.customize', 'groups:history'];

const sourceOf = (folder: string): string =>
  readdirSync(join(projectRoot, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

describe('the manifest', () => {
  it('names the commands there are, as they describe themselves', () => {
    expect(manifest.features.slash_commands).toEqual(
      commands.map(({ name, description, usageHint }) => ({
        command: name,
        description,
        usage_hint: usageHint,
        should_escape: true,
      })),
    );
  });

  it('keeps within the lengths that Slack allows', () => {
    for (const { name, description, usageHint } of commands) {
      expect(name).toMatch(/^\/[a-z]{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(2000);
      expect(usageHint.length).toBeLessThanOrEqual(1000);
    }
  });

  it('asks for the scopes of the methods that are called and the events that are heard, and for no others', () => {
    const called = [...sourceOf('src/slack').matchAll(/client\.((?:[a-z]+\.)+[a-zA-Z]+)\(/g)].map(
      ([, method]) => method ?? '',
    );
    expect(called).toContain('chat.postMessage');
    expect(called.filter((method) => !(method in scopes))).toEqual([]);
    const events = manifest.settings.event_subscriptions.bot_events;
    expect(events.filter((event) => !(event in eventScopes))).toEqual([]);
    const needed = [
      ...called.flatMap((method) => scopes[method] ?? []),
      ...events.flatMap((event) => eventScopes[event] ?? []),
    ];
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...new Set([...needed, ...scopesBeside])].sort());
  });
});

it('the manifest subscribes to the events that are listened to, and to no others', () => {
  const source = sourceOf('src/slack');
  const heard = [...source.matchAll(/app\.event\('([a-z_]+)'/g)].map(([, event]) => event);
  const messages = source.includes('app.message(') ? ['message.im'] : [];
  expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual([...heard, ...messages].sort());
});

describe('the Home tab', () => {
  it('is switched on where the bot publishes one, and heard of when it is opened', () => {
    expect(manifest.features.app_home.home_tab_enabled).toBe(true);
    expect(manifest.settings.event_subscriptions.bot_events).toContain('app_home_opened');
  });
});

describe('the README', () => {
  it('has a row for each command', () => {
    const rows = [...read('README.md').matchAll(/^\| `(\/[a-z]+)/gm)].map(([, name]) => name);
    expect(rows).toEqual(commands.map(({ name }) => name));
  });

  it('names the settings that are read, and no others', () => {
    const named = [...read('README.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
    const known = [...read('src/config.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name);
    expect(named).toEqual(known);
  });

  it('shows pictures that are there', () => {
    const pictures = [...read('README.md').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path]) => path ?? '');
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });

  it('lists the KPIs of the catalogue in its table', () => {
    const section = read('README.md').split('## The KPIs')[1]?.split('\n## ')[0] ?? '';
    const listed = [...section.matchAll(/`([a-z_]+)`/g)].map(([, id]) => id);
    expect(listed).toEqual(catalogue.map(({ id }) => id));
  });
});
