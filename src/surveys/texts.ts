/** Texts written for questions that ask for words: stored under the rules for comments, each on its own. */
import type { Transaction } from '../db/client.ts';
import { countByTeam, groupsOf, SMALLEST_FOR_COMMENTS } from './groups.ts';
import type { Counted } from './results.ts';
import type { Round } from './rounds.ts';

/**
 * Stores the texts that may be read when a round ends, before its answers are deleted. Two texts by one person are two
 * rows in random order that nothing connects: each has its own key, which only the token in their author's message
 * leads to.
 */
export async function keepTexts(
  tx: Transaction,
  { workspaceId, id: roundId }: Pick<Round, 'workspaceId' | 'id'>,
  answers: readonly Counted[],
): Promise<void> {
  const { everybody, teamIds } = groupsOf(countByTeam(answers), SMALLEST_FOR_COMMENTS);
  if (!everybody) return;
  await tx.$executeRaw`
    INSERT INTO pulse_texts (workspace_id, round_id, key, team_id, question, words)
    SELECT workspace_id, round_id, coalesce(text_keys->>written.key, gen_random_uuid()::text), CASE WHEN team_id::text = ANY(${teamIds}::text[]) THEN team_id END,
      written.key, written.value
    FROM pulse_answers, jsonb_each_text(texts) AS written
    WHERE workspace_id = ${workspaceId}::uuid AND round_id = ${roundId}::uuid AND written.value <> ''
    ORDER BY gen_random_uuid()`;
}

/** A group's readable texts by question, in random order: a new one each time. */
export async function readableTexts(
  db: Transaction,
  { workspaceId, id: roundId }: Pick<Round, 'workspaceId' | 'id'>,
  teamId: string | null,
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db.$queryRaw<{ question: string; words: string }[]>`
    SELECT question, words FROM pulse_texts
    WHERE workspace_id = ${workspaceId}::uuid AND round_id = ${roundId}::uuid
      AND (${teamId}::uuid IS NULL OR team_id = ${teamId}::uuid)
    ORDER BY gen_random_uuid()`;
  const byQuestion = new Map<string, string[]>();
  for (const { question, words } of rows) byQuestion.set(question, [...(byQuestion.get(question) ?? []), words]);
  return byQuestion;
}
