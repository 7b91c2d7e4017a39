// What employees are told is kept, held against what is kept.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { privacyColumnsMessage, privacyMessage } from '../../src/slack/messages/pulse-privacy.ts';

/** The words by which the part of the text about a table tells of each of its columns. */
const told: Record<string, Record<string, string>> = {
  pulse_rounds: {
    workspace_id: 'workspace',
    id: 'number',
    schedule_id: 'which survey it is a round of',
    instrument: 'its kind',
    team_id: 'a team',
    role: 'a role',
    one_in: 'one in how many',
    mode: 'anonymous or confidential',
    owner_id: 'who owns a confidential one',
    unread: 'whose answers that owner does not read',
    questions: 'the questions',
    actions: 'the actions it asks about',
    opened_at: 'when it opened',
    closes_at: 'when it closes',
    closed_on: 'the day it closed',
  },
  pulse_invitations: {
    workspace_id: 'workspace',
    round_id: 'round',
    member_id: 'your name',
    team_id: 'your team',
  },
  pulse_answers: {
    workspace_id: 'workspace',
    round_id: 'round',
    token: 'the fingerprint',
    comment_key: 'another one for your comment',
    text_keys: 'for each text',
    team_id: 'your team',
    scores: 'your scores',
    comment: 'your comment',
    texts: 'what you wrote to questions that ask for words',
  },
  pulse_named_answers: {
    workspace_id: 'workspace',
    round_id: 'round',
    member_id: 'your name',
    answer: 'your answer with its comment',
  },
  pulse_results: {
    workspace_id: 'workspace',
    id: 'number',
    round_id: 'round',
    team_id: 'group',
    question: 'question',
    answers: 'how many were asked and answered',
    invited: 'how many were asked',
    total: 'sums',
    promoters: 'how many gave 9 or 10',
    detractors: 'how many 0 to 6',
    counts: 'how many gave each answer',
    spread: 'how far apart you all are',
  },
  pulse_texts: {
    workspace_id: 'workspace',
    round_id: 'round',
    key: 'a fingerprint of its own',
    team_id: 'the team',
    question: 'the question',
    words: 'the words',
  },
  pulse_replies: {
    workspace_id: 'workspace',
    round_id: 'round',
    comment_key: 'the fingerprint of the comment or text',
    place: 'the place in the talk',
    by_id: 'who replied',
    words: 'the words',
    shown_from: 'the morning from which others read it',
  },
  pulse_actions: {
    workspace_id: 'workspace',
    id: 'number',
    schedule_id: 'survey',
    round_id: 'the round whose results it came from',
    words: 'the words',
    team_id: 'to which team',
    by_id: 'who promised it',
    added_on: 'the day,',
    closed_on: 'the day it was done or given up',
  },
  pulse_action_results: {
    workspace_id: 'workspace',
    round_id: 'round',
    action_id: 'action',
    yes: 'how many said yes',
    little: 'a little',
    no: 'no)',
  },
};

/** The columns of each table of surveys, as the schema has them. */
function columns(): Record<string, string[]> {
  const schema = readFileSync(join(projectRoot, 'prisma/schema.prisma'), 'utf8');
  const models = [...schema.matchAll(/^model \w+ \{$([\s\S]*?)^\}$/gm)].map(([, body = '']) => body);
  return Object.fromEntries(
    models.flatMap((body) => {
      const table = /@@map\("(pulse_\w+)"\)/.exec(body)?.[1];
      if (!table) return [];
      // A field of another model has a relation there, or is a list of its rows here.
      const own = /^ {2}(\w+) +(?:String|Int|Json|DateTime|Boolean|Float|BigInt|Decimal|Bytes)\b(.*)$/gm;
      return [
        [table, [...body.matchAll(own)].map(([, name, rest = '']) => /@map\("(\w+)"\)/.exec(rest)?.[1] ?? name!)],
      ];
    }),
  );
}

/** What stands behind a table's name, up to where the next one is named. */
function partAbout(table: string): string {
  const [, after = ''] = privacyColumnsMessage().text.split(`table \`${table}\``);
  return after.split(/\n|table `/)[0] ?? '';
}

test('/pulse privacy says first what matters in five lines: what is stored, what is not, who reads it, until when, and how to decline', () => {
  const { text } = privacyMessage();
  const lines = text.split('\n').filter((line) => line.startsWith('• '));
  expect(lines.map((line) => /\*(.*?)\*/.exec(line)?.[1])).toEqual([
    ...['What is stored', 'What is not', 'Who reads it', 'When it is deleted', 'How to decline'],
  ]);
  expect(text).toMatch(/Confidential surveys keep your name/);
  expect(text).not.toContain('table `');
});

const found = columns();

test('/pulse privacy tells of every table of surveys, and nothing of one that there is not', () => {
  expect(Object.keys(found).length).toBeGreaterThan(5);
  expect(Object.keys(told).sort()).toEqual(Object.keys(found).sort());
});

test.each(Object.entries(found))('/pulse privacy names every column of %s', (table, names) => {
  expect(Object.keys(told[table] ?? {}).sort()).toEqual([...names].sort());
  const part = partAbout(table);
  expect(Object.entries(told[table] ?? {}).filter(([, words]) => !part.includes(words))).toEqual([]);
});
