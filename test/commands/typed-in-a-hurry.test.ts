/** What hurried people type on a phone, and what comes back: a question that is answered, or what is asked, with its buttons. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { asksForHelp } from '../../commands/asks-for-help.ts';
import { subcommandIn, withSubcommand } from '../../commands/kpi/subcommands.ts';
import { vocabularyFor } from '../../commands/vocabulary.ts';
import { parseQuestion } from '../../src/kpi/parse/parse-question.ts';
import { questionWords } from '../../src/kpi/parse/question-words.ts';
import type { Directory } from '../../src/people/directory.ts';
import type { Workspace } from '../../src/people/workspace.ts';
import { unclearMessage } from '../../src/slack/messages/unclear.ts';

const person = (id: string, name: string): Directory['members'][number] => ({
  ...{ id, name, slackUserId: `U0${id.toUpperCase()}`, role: 'rep', zone: null, officeId: null },
  ...{ deactivatedOn: null, known: 'met', awayUntil: null },
});
const inTeam = (memberId: string, teamId: string): Directory['memberships'][number] => ({
  ...{ memberId, teamId, regionId: null, job: null, startsOn: null, endsOn: null },
});
/** Anna, who asks, and Ben are team North, Carl and April team South. */
const directory: Directory = {
  members: [
    person('anna', 'Anna Berger'),
    person('ben', 'Ben Ortega'),
    person('carl', 'Carl Lind'),
    person('april', 'April Young'),
  ],
  teams: ['North', 'South'].map((name) => ({ id: name.toLowerCase(), name, managerId: null })),
  memberships: [inTeam('anna', 'north'), inTeam('ben', 'north'), inTeam('carl', 'south'), inTeam('april', 'south')],
  regions: [
    { id: 'de', name: 'Germany', parentId: null },
    { id: 'mu', name: 'Munich', parentId: 'de' },
  ],
  products: [{ id: 'desk', name: 'Fjord Desk', type: 'Desks' }],
  stages: ['Qualification', 'Proposal'].map((name) => ({ id: name.toLowerCase(), name })),
  ...{ offices: [], daysOff: [], holidays: [], sources: [] },
};
const vocabulary = vocabularyFor(
  {
    directory,
    workspace: { zone: 'Europe/Berlin', calendar: 'gregory' } as Workspace,
    now: Temporal.Instant.from('2026-03-18T11:00:00Z'),
    member: { id: 'anna' },
  },
  [
    { by: 'source', keys: ['webinar'], words: 'webinar' },
    { by: 'source', keys: ['referral'], words: 'referral' },
    { by: 'country', keys: ['Germany'], words: 'Germany' },
    { by: 'customer', keys: ['c1'], words: 'Acme' },
  ],
);

/** "= …" a question in our words, "/kpi …" another command, "help", or "? …" what is asked back, with its buttons. */
function answerTo(words: string): string[] {
  if (asksForHelp(words)) return ['help'];
  const other = subcommandIn(words);
  if (other) return [`/kpi ${other.name} ${other.rest}`.trim()];
  const parsed = parseQuestion(words, vocabulary);
  if (parsed.ok) {
    const { order, why, ...question } = parsed.question;
    return [`= ${[questionWords(question, vocabulary), order, why && 'why'].filter(Boolean).join(', ')}`];
  }
  const { text, blocks } = unclearMessage(withSubcommand(parsed, words));
  const [line = ''] = text.split('\n');
  const row = blocks.find(({ type }) => type === 'actions');
  const elements = row?.type === 'actions' ? row.elements : [];
  return [`? ${line.split(/\. |\.$/)[0]}`, ...elements.map((each) => ('text' in each ? `[${each.text.text}]` : ''))];
}

const LEAVING_OUT = (word: string) => `? I cannot leave things out yet (\`${word}\`)`;
const instead = (word: string, question: string) =>
  `${LEAVING_OUT(word)}, but I can show each on a line of its own: ask \`${question}\``;

test.each<[words: string, ...answer: string[]]>([
  ['how r we doing this wk', '= team this week'],
  ['how am i doing', '= me this month'],
  ['gimme my numbers pls', '= me this month'],
  ['am i on track', '= me this month'],
  ['how far am i from target', '= me this month'],
  ['hey how am i doing this month pls', '= me this month'],
  ['am I gonna hit my quota?', '= me target_attainment this month'],
  ['how much moeny did i make last moth', '? I do not know `moeny`', '[how much money did i make last month]'],
  ['compare anna with ben', '? `anna` and `ben` are different people or teams', '[compare anna vs ben]'],
  ['whats my quota', '= me target_attainment this month'],
  ['target', '= me target_attainment this month'],
  ['calls vs target this wk', '= me calls_made this week'],
  ['rev last q', '= me revenue last quarter'],
  ['rev mtd', '= me revenue mtd'],
  ['sales last wk', '= me revenue last week'],
  ['bookings this yr', '= me revenue this year'],
  ['revenue ytd vs last yr', '= me revenue ytd vs last year'],
  ['avg deal size q1', '= me avg_deal_size Q1'],
  ['calls last 2 wks', '= me calls_made last 2 weeks'],
  ['pipe', '= me pipeline_value this month'],
  ['team pipeline by stage', '= team pipeline_value this month by stage'],
  ['close ratio', '= me win_rate this month'],
  ['no shows this week', '= me meeting_show_rate this week'],
  ['emails sent today', '= me activities_logged today where type = email'],
  ['demos by rep', '= me meetings_held this month where type = demo by rep'],

  ['calls monday', '= me calls_made monday'],
  ['calls on friday', '= me calls_made friday'],
  ['calls last fri', '= me calls_made last friday'],
  ['meetings tues', '= me meetings_held tuesday'],
  ['calls on mondays', '= me calls_made this month where weekday = monday'],
  ['calls by weekday', '= me calls_made this month by weekday'],
  ['calls monday and tuesday', '? `monday` and `tuesday` are different periods'],
  ['calls weekly', '? `weekly` can mean by week or this week (a period)', '[by week]', '[this week (a period)]'],
  ['calls daily last month', '? `daily` can mean by day', '[by day]'],
  ['calls per day this wk', '= me calls_made this week by day'],

  ['win rate anna vs ben', '= all win_rate this month where rep = Anna Berger where rep = Ben Ortega by rep'],
  ['calls anna and ben this week', '? `anna` and `ben` are different people or teams', '[calls anna vs ben this week]'],
  ['how many calls did ben make', '= Ben Ortega calls_made this month'],
  ['bens calls', '? I do not know `bens`', '[ben calls]'],
  ['april', '? `april` can mean april (a period) or April Young', '[april (a period)]', '[April Young]'],
  ['april calls last month', '? `april` can mean April Young', '[April Young]'],

  ['top reps this month', '/kpi leaderboard this month'],
  ['whos winning', '/kpi leaderboard'],
  ['team ranking', '/kpi leaderboard'],
  ['who sold the most', '= me revenue this month by rep'],
  ['top products', '= me this month by product, best'],
  ['top customers by revenue', '= me revenue this month by customer, best'],
  ['top 10 customers', '= me this month by customer top 10'],
  ['best day to call', '= me call_success_rate last 12 weeks by weekday by hour'],
  ['rev by rep and month', '? I do not know `month`', '[rev by rep and by month]'],

  ['not answered calls yesterday', instead('not', 'by outcome calls yesterday'), '[by outcome]'],
  ['calls not answered', instead('not', 'calls by outcome'), '[by outcome]'],
  ['calls without webinar', LEAVING_OUT('without')],
  ['leads without webinar', instead('without', 'leads by source'), '[by source]'],
  ['leads not from webinar or referral', instead('not', 'leads by source'), '[by source]'],
  ['rev excluding germany', instead('excluding', 'rev by region` or `rev by country'), '[by region]', '[by country]'],
  ['everyone but anna', instead('but', 'everyone by rep'), '[by person]'],
  ['deals not won', LEAVING_OUT('not')],
  ['who has no calls today', instead('no', 'who has fewest calls today'), '[who has fewest calls today]'],

  [
    'deals this month',
    '? `deals` can mean deals won (a number), deals lost (a number), or new opportunities (a number)',
    ...['[deals won (a number)]', '[deals lost (a number)]', '[new opportunities (a number)]'],
  ],
  [
    'deals closed last wk',
    '? `deals closed` can mean deals won (a number) or deals lost (a number)',
    ...['[deals won (a number)]', '[deals lost (a number)]'],
  ],
  [
    'open deals',
    '? `open deals` can mean pipeline (a number) or weighted pipeline (a number)',
    ...['[pipeline (a number)]', '[weighted pipeline (a number)]'],
  ],
  [
    'win%',
    '? `win` can mean deals won (a number) or win rate (a number)',
    '[deals won (a number)]',
    '[win rate (a number)]',
  ],
  ['webinar', '? `webinar` can mean the source webinar', '[the source webinar]'],
  ['revenue acme', '? `acme` can mean the customer Acme', '[the customer Acme]'],
  [
    'revnue deals',
    '? I do not know `revnue`',
    '[revenue deals_won]',
    '[revenue deals_lost]',
    '[revenue new_opportunities]',
  ],
  ['lead conv rate by source', '= me lead_conversion_rate this month by source'],
  ['why is rev down', '= me revenue this month, why'],
  ['calls since monday', '? I do not know `since`'],
  ['commission', '? I do not know `commission`'],
  ['thx', 'help'],
])('“%s”', (words, ...answer) => {
  expect(answerTo(words)).toEqual(answer);
});
