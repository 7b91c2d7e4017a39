/** Replies to comments and texts after a round has closed: the author stays unknown, people who reply do not. */
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../db/client.ts';
import { joinTable } from '../db/write-anew.ts';
import { commentKey, textKey } from './answers.ts';
import type { AskedQuestion } from './questions.ts';
import type { Round } from './rounds.ts';

export interface Said {
  /** The member who replied; null: whoever wrote the comment. */
  byId: string | null;
  words: string;
  /** Whether only its author sees it yet. */
  waits: boolean;
}

/** A comment or a text, with the replies in order. */
export interface Talk {
  /** The comment's key. */
  key: string;
  /** The question it was written for; null: for none in particular. */
  question: AskedQuestion | null;
  comment: string;
  said: Said[];
}

type Id = Pick<Round, 'workspaceId' | 'id'>;
type Asked = Id & Pick<Round, 'questions'>;

/**
 * What was written in a closed round, for somebody who leads these teams or reads everything: comments first, then the
 * texts for each question, in the order of their keys, which means nothing. Each comes with the replies that others may
 * read.
 */
export async function talksFor(db: Transaction, round: Asked, teamIds: readonly string[] | 'all'): Promise<Talk[]> {
  const readable = teamIds === 'all' ? {} : { teamId: { in: [...teamIds] } };
  return talksIn(db, round, { comments: readable, texts: readable, said: { shownFrom: null } });
}

/** What a person wrote, by the token in their message, with all replies; empty: nothing, or it was not kept. */
export async function ownTalks(db: Transaction, round: Asked, token: string): Promise<Talk[]> {
  const texts = round.questions.filter(({ kind }) => kind === 'text').map(({ id }) => textKey(token, id));
  const comment = commentKey(token);
  return talksIn(db, round, {
    comments: { token: comment },
    texts: { key: { in: texts } },
    said: { commentKey: { in: [comment, ...texts] } },
  });
}

/** Which comments and texts to find, and which of their replies. */
interface Which {
  comments: { token: string } | Readable;
  texts: { key: { in: string[] } } | Readable;
  said: { shownFrom: null } | { commentKey: { in: string[] } };
}

type Readable = { teamId?: { in: string[] } };

async function talksIn(db: Transaction, round: Asked, which: Which): Promise<Talk[]> {
  const { workspaceId, id: roundId, questions } = round;
  const closed = { workspaceId, roundId, round: { closedOn: { not: null } } };
  const [comments, texts, said] = await Promise.all([
    db.pulseAnswer.findMany({
      where: { ...closed, comment: { not: null }, ...which.comments },
      orderBy: { token: 'asc' },
    }),
    db.pulseText.findMany({ where: { ...closed, ...which.texts }, orderBy: { key: 'asc' } }),
    saidIn(db, round, which.said),
  ]);
  const talk = (key: string, question: AskedQuestion | null, comment: string): Talk => ({
    ...{ key, question, comment },
    said: said.get(key) ?? [],
  });
  return [
    ...comments.map(({ token, comment }) => talk(token, null, comment ?? '')),
    ...questions.flatMap((question) =>
      texts.filter((each) => each.question === question.id).map(({ key, words }) => talk(key, question, words)),
    ),
  ];
}

async function saidIn(
  db: Transaction,
  { workspaceId, id: roundId }: Id,
  which: Which['said'],
): Promise<Map<string, Said[]>> {
  const rows = await db.pulseReply.findMany({ where: { workspaceId, roundId, ...which }, orderBy: { place: 'asc' } });
  const talks = new Map<string, Said[]>();
  for (const { commentKey: key, byId, words, shownFrom } of rows)
    talks.set(key, [...(talks.get(key) ?? []), { byId, words, waits: shownFrom !== null }]);
  return talks;
}

export interface NewReply {
  key: string;
  /** null: whoever wrote the comment. */
  byId: string | null;
  words: string;
  /** The day from whose morning others see it; null: at once. */
  shownFrom: Temporal.PlainDate | null;
}

/** Adds a reply. If an author sends the same text again, it is ignored. */
export async function addReply(tx: Transaction, round: Id, reply: NewReply): Promise<void> {
  const { workspaceId, id: roundId } = round;
  const { key, byId, words } = reply;
  await joinTable(tx, 'pulse_replies');
  await lock(tx, round);
  const last = await tx.pulseReply.findFirst({
    where: { workspaceId, roundId, commentKey: key },
    orderBy: { place: 'desc' },
  });
  if (last && byId === null && last.byId === null && last.words === words) return;
  await rewrite(tx, round, { added: [{ ...reply, shownFrom: reply.shownFrom?.toString() ?? null }], today: null });
}

/** Shows the authors' answers that are due this morning. Returns the members they answered. */
export async function showAnswers(tx: Transaction, round: Id, today: Temporal.PlainDate): Promise<string[]> {
  const { workspaceId, id: roundId } = round;
  await lock(tx, round);
  const day = today.toString();
  const told = await tx.$queryRaw<{ byId: string }[]>`
    SELECT DISTINCT by_id AS "byId" FROM pulse_replies own
    WHERE workspace_id = ${workspaceId}::uuid AND round_id = ${roundId}::uuid AND by_id IS NOT NULL AND EXISTS (
      SELECT FROM pulse_replies answer WHERE answer.workspace_id = own.workspace_id AND answer.round_id = own.round_id
        AND answer.comment_key = own.comment_key AND answer.shown_from <= ${day}::date)
    ORDER BY 1`;
  await rewrite(tx, round, { added: [], today: day });
  return told.map(({ byId }) => byId);
}

const lock = (tx: Transaction, { workspaceId, id }: Id) =>
  tx.$queryRaw`SELECT FROM pulse_rounds WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;

/**
 * Rewrites all replies of a round in random order in one transaction, so that neither their place in the table nor
 * their transaction reveals when something was said. Hidden ones come last in their talk, so that their place does not
 * reveal which reply of that day they followed.
 *
 * @param today the day (ISO) whose answers are shown from now on; null: none
 */
async function rewrite(
  tx: Transaction,
  { workspaceId, id: roundId }: Id,
  { added, today }: { added: readonly object[]; today: string | null },
): Promise<void> {
  await tx.$executeRaw`
    WITH kept AS (
      DELETE FROM pulse_replies WHERE workspace_id = ${workspaceId}::uuid AND round_id = ${roundId}::uuid
      RETURNING comment_key, place::int, by_id, words,
        CASE WHEN shown_from > coalesce(${today}::date, '-infinity') THEN shown_from END AS shown_from
    ), said AS (
      SELECT * FROM kept
      UNION ALL
      SELECT key, ${LAST}::int, "byId", words, "shownFrom" FROM jsonb_to_recordset(${JSON.stringify(added)}::jsonb)
        AS row (key text, "byId" uuid, words text, "shownFrom" date)
    )
    INSERT INTO pulse_replies (workspace_id, round_id, comment_key, place, by_id, words, shown_from)
    SELECT ${workspaceId}::uuid, ${roundId}::uuid, comment_key,
      row_number() OVER (PARTITION BY comment_key ORDER BY shown_from IS NOT NULL, place), by_id, words, shown_from
    FROM said ORDER BY gen_random_uuid()`;
}

/** Above any position in a talk. */
const LAST = 32_767;
