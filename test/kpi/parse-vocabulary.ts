import { parseQuestion } from '../../src/kpi/parse/parse-question.ts';
import type { Vocabulary } from '../../src/kpi/parse/vocabulary.ts';
import type { Dimension, Question } from '../../src/kpi/question.ts';
import { dimensionWords } from '../../src/language/en/dimension-words.ts';
import { kpiWords } from '../../src/language/en/kpi-words.ts';

const isDimension = (id: string): id is Dimension => Object.hasOwn(dimensionWords, id);

export const kpis = Object.entries(kpiWords).map(([id, words]) => ({ id, words }));
export const dimensions = Object.entries(dimensionWords).flatMap(([id, words]) =>
  isDimension(id) ? [{ id, words }] : [],
);

/** A sales office whose people and teams have the names that make trouble. Maria of team North asks. */
export const office: Vocabulary = {
  kpis,
  dimensions,
  calendar: 'gregory',
  members: [
    { id: 'maria', name: 'María Lopez', slackUserId: 'U1' },
    { id: 'anna-s', name: 'Anna Smith', slackUserId: 'U2' },
    { id: 'anna-j', name: 'Anna Jones', slackUserId: 'U3' },
    { id: 'jan', name: 'Willem van der Berg', slackUserId: 'U4' },
    { id: 'conan', name: 'Conan O’Brien', slackUserId: null },
    { id: 'april', name: 'April Young', slackUserId: 'U6' },
    { id: 'me', name: 'Me', slackUserId: 'U7' },
    { id: 'twin-1', name: 'Sam Twin', slackUserId: 'U8' },
    { id: 'twin-2', name: 'Sam Twin', slackUserId: null },
  ],
  teams: [
    { id: 'north', name: 'North' },
    { id: 'enterprise', name: 'Enterprise Sales' },
    { id: 'sales', name: 'Sales' },
    { id: 'rocket', name: 'Team Rocket' },
  ],
  values: [
    { by: 'region', keys: ['r-east'], words: ['East'] },
    { by: 'region', keys: ['r-rocket'], words: ['Rocket'] },
    { by: 'product', keys: ['p-gtx'], words: ['GTX Pro'] },
    { by: 'source', keys: ['Webinar', 'webinar'], words: ['webinar'] },
    { by: 'source', keys: ['trade fair'], words: ['trade fair'] },
    { by: 'type', keys: ['call'], words: ['call', 'calls'] },
    { by: 'weekday', keys: ['1'], words: ['monday'] },
    { by: 'rep', keys: ['anna-s'], words: ['Anna Smith'] },
    { by: 'rep', keys: ['jan'], words: ['Willem van der Berg'] },
  ],
  me: { memberId: 'maria', teamIds: ['north'] },
};

export const commandLine: Vocabulary = { ...office, me: null };

/** What Maria asks who says nothing in particular. */
export const ofMaria: Question = {
  kpis: [],
  whose: { scope: 'member', memberId: 'maria' },
  period: { kind: 'this', unit: 'month' },
  by: [],
};
export const member = (memberId: string) => ({ whose: { scope: 'member' as const, memberId } });
export const team = (...teamIds: string[]) => ({ whose: { scope: 'team' as const, teamIds } });
export const myTeams = team(...(office.me?.teamIds ?? []));
export const workspace = { whose: { scope: 'workspace' as const } };

export function asked(words: string, vocabulary = office): Question {
  const parsed = parseQuestion(words, vocabulary);
  if (!parsed.ok) throw new Error(`${words}: ${JSON.stringify(parsed.problems)}`);
  return parsed.question;
}
