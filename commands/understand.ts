import { type ParsedQuestion, parseQuestion } from '../src/kpi/parse/parse-question.ts';
import { writtenValues } from '../src/kpi/written-values.ts';
import type { Asked } from '../src/slack/command.ts';
import { vocabularyFor } from './vocabulary.ts';

/** Who asks and when; on the command line `member` is null. */
export type Asker = Pick<Asked, 'db' | 'directory' | 'workspace' | 'now' | 'reads'> & { member: { id: string } | null };

/**
 * Reads a question. Values that people typed into records, such as sources and customers, are looked up only for words
 * with no other meaning, because most questions name none.
 */
export async function understand(words: string, asker: Asker): Promise<ParsedQuestion> {
  const parsed = parseQuestion(words, vocabularyFor(asker));
  if (parsed.ok) return parsed;
  const written = await writtenValues(asker.db, asker.workspace.id, words);
  return written.length ? parseQuestion(words, vocabularyFor(asker, written)) : parsed;
}
