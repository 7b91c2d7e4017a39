/** What comes after everybody has been asked: reminders, the end of the round, and what is read of it. */
import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../src/db/client.ts';
import { closeRounds } from '../../src/surveys/close.ts';
import { timed } from '../bench/measure.ts';
import type { Finding } from '../bench/report.ts';
import { buttonCalled } from '../support/reading.ts';
import type { Bots } from './bots.ts';
import type { Company } from './company.ts';
import { command } from './people.ts';
import { asksOf, isAnswered, mostInAMinute, remindersOf } from './seen.ts';
import { until } from './until.ts';

const REMINDED = 100;
const WITHIN_MS = 900_000;
/** Slack's, of histories. */
const HISTORIES_A_MINUTE = 50;
const milliseconds = (ms: number | null): string => (ms === null ? 'no answer' : `${ms.toFixed(0)} ms`);

/** The day of the first reminder has come for some: whoever has not answered gets it, once. */
export async function remind(db: Database, company: Company): Promise<Finding> {
  const { sandbox, workspaceId } = company;
  const people = company.people.slice(0, Math.min(REMINDED, company.people.length / 5));
  const from = sandbox.calls.length;
  await db.$executeRaw`
    UPDATE deliveries SET due_at = now() WHERE workspace_id = ${workspaceId}::uuid AND recipient = ANY(${people}::text[])
      AND content->>'kind' = 'pulse_reminder' AND cause LIKE '%reminder 1'`;
  let claims = 0;
  const ms = await timed(() =>
    until(
      async () => {
        const waiting = await db.delivery.findMany({
          where: {
            recipient: { in: people },
            state: { in: ['held', 'planned', 'sending'] },
            cause: { endsWith: 'reminder 1' },
          },
          select: { attempts: true },
        });
        claims = Math.max(claims, ...waiting.map(({ attempts }) => attempts));
        return waiting.length === 0;
      },
      WITHIN_MS,
      1_000,
    ),
  );
  const isAsked = new Set(people);
  const wrong = company.people.filter((person) => {
    const isWanted = isAsked.has(person) && !asksOf(company, person).some(isAnswered);
    return remindersOf(company, person).length !== (isWanted ? 1 : 0);
  });
  const looks = sandbox.calls.slice(from).filter(({ method }) => method === 'conversations.history');
  const most = mostInAMinute(looks);
  return {
    what: `${people.length} to be reminded unless their message shows that they have answered`,
    found: `${wrong.length} wrong, in ${(ms / 1000).toFixed(0)} s, at most ${most} looks in a minute; the one that waited longest was taken up ${claims} times`,
    goal: { words: 'who has not answered once, others never', isMet: wrong.length === 0 && most <= HISTORIES_A_MINUTE },
  };
}

/** The round closes with an answer of everybody, and its results are read while they go out to all. */
export async function close(db: Database, company: Company, bots: Bots): Promise<Finding[]> {
  const now = Temporal.Now.instant();
  const answers = await db.pulseAnswer.count();
  await db.$executeRaw`UPDATE pulse_rounds SET closes_at = ${now.toString()}::timestamptz WHERE closed_on IS NULL`;
  const closed = await timed(() => closeRounds(db, now));
  const told = await db.delivery.count({ where: { content: { path: ['kind'], equals: 'pulse_results' } } });
  await bots.start(1);
  const [admin] = company.people;
  const reads = ['/pulse results', '/kpi employee satisfaction', '/kpi explain employee satisfaction'];
  const found: string[] = [];
  for (const words of reads) found.push(`${words} ${milliseconds(await command(company, admin!, words))}`);
  found.push(`comments ${milliseconds(await openComments(company, admin!))}`);
  return [
    {
      what: `the round closes with ${answers} answers`,
      found: `${(closed / 1000).toFixed(1)} s; ${told} are told the results`,
      goal: { words: 'all who are there', isMet: told > 0.98 * company.people.length },
    },
    { what: 'what is read of it while they go out', found: found.join(', ') },
  ];
}

async function openComments({ sandbox }: Company, person: string): Promise<number | null> {
  const find = () =>
    sandbox
      .messages(person, sandbox.dm(person))
      .findLast(({ blocks }) => JSON.stringify(blocks ?? []).includes('pulse_comments'));
  await until(() => find() !== undefined, 30_000);
  const results = find();
  if (!results) return null;
  const { actionId, value } = buttonCalled(results, 'Read and reply to comments');
  return timed(async () => {
    await sandbox.click(person, results, actionId, value);
    await sandbox.waitForModal(person, ({ blocks }) => JSON.stringify(blocks).includes('Comment of'), {
      timeoutMs: 60_000,
    });
  });
}
