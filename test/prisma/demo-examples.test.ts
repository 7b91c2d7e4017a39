import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, test } from 'vitest';
import { understand } from '../../commands/understand.ts';
import { seedDemo } from '../../prisma/demo/seed.ts';
import { describeProblem } from '../../src/kpi/parse/problem.ts';
import { dimensionWords } from '../../src/language/en/dimension-words.ts';
import { loadDirectory } from '../../src/people/directory.ts';
import { kpiHelp } from '../../src/slack/messages/help.ts';
import { useDatabase } from '../support/database.ts';

const now = Temporal.Instant.from('2026-11-19T14:20:00Z');
const db = useDatabase();
let wrongWith: (words: string) => Promise<string>;

beforeAll(async () => {
  const today = Temporal.PlainDate.from('2026-11-19');
  const { workspaceId } = await seedDemo(db(), { today, now, slackTeamId: 'T01NORTHWND' });
  const workspace = await db().workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const directory = await loadDirectory(db(), workspaceId);
  const tobias = directory.members.find(({ name }) => name === 'Tobias Kern')!;
  wrongWith = async (words) => {
    const parsed = await understand(words, { db: db(), workspace, directory, now, member: tobias });
    return parsed.ok ? '' : parsed.problems.map(describeProblem).join(' ');
  };
}, 120_000);

const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/g)].flatMap(([, words]) => words ?? []);

/** README's words about questions; those shown as not understood, and what is no question, are left out. */
function readmeExamples(): string[] {
  const readme = readFileSync('README.md', 'utf8');
  const [, grammar = ''] = /\n(A question is made of words[\s\S]*?)\nThe chart follows/.exec(readme) ?? [];
  const [, breakdowns = ''] = /\nBy: (.*)/.exec(grammar) ?? [];
  const others = grammar.replace(breakdowns, '');
  const none = new Set(['@person', 'workspaces.calendar', 'revnue last moth', 'deals', 'vs']);
  // What stands alone in the text is said of something in a question.
  const ofSomething = new Map([['by', 'revenue by rep']]);
  const said = quoted(others).filter((words) => !none.has(words));
  return [...said.map((words) => ofSomething.get(words) ?? words), ...quoted(breakdowns).map((words) => `by ${words}`)];
}

const commands = (text: string) =>
  quoted(text)
    .filter((words) => /^(?!\/)|^\/kpi /.test(words) && !/^\/kpi (list|explain|leaderboard|report|sheet)/.test(words))
    .map((words) => words.replace('/kpi ', ''));

test('every example of README’s tables is understood in the demo', async () => {
  const examples = readmeExamples();
  expect(examples.length).toBeGreaterThan(70);
  for (const words of examples) expect(await wrongWith(words), words).toBe('');
});

test('the help is one page of the whole grammar, in sections that Slack takes', () => {
  const texts = kpiHelp().blocks.map((block) => ('text' in block ? (block.text?.text ?? '') : ''));
  for (const section of texts) expect(section.length).toBeLessThanOrEqual(3000);
  const page = texts.join('\n');
  for (const [by] of Object.values(dimensionWords)) expect(page).toMatch(new RegExp(`[ ,]${by}\\b`));
  for (const name of ['list', 'explain', 'leaderboard', 'report', 'report review', 'sheet'])
    expect(page).toContain(`/kpi ${name}`);
  for (const part of ['top 5', 'vs last year', 'attainment', 'funnel', 'where type = call'])
    expect(page).toContain(part);
});

test('every example of the help is understood in the demo', async () => {
  const examples = kpiHelp().blocks.flatMap((block) => commands(JSON.stringify(block)));
  expect(examples.length).toBeGreaterThan(35);
  for (const words of examples) expect(await wrongWith(words), words).toBe('');
});

test.each(['revenue in Germany', 'revenue in Germany from webinar', 'revenue in Germany by month for Fjord Desk'])(
  '“%s” is the region Germany, in which all of the country lies',
  async (words) => expect(await wrongWith(words)).toBe(''),
);
