import { type ParsedQuestion, parseQuestion } from '../src/kpi/parse/parse-question.ts';
import { writtenValues } from '../src/kpi/written-values.ts';
import type { Asked } from '../src/slack/command.ts';
import { vocabularyFor } from './vocabulary.ts';

/** Who asks and when; at the command line it is nobody in particular. */
export type Asker = Pick<Asked, 'db' | 'directory' | 'workspace' | 'now' | 'reads'> & { member: { id: string } | null };

/**
 * What a person asks for. What people wrote into records, such as sources and customers, is looked up only for words that
 * mean nothing without it, because most questions do not name any.
 */
export async function understand(words: string, asker: Asker): Promise<ParsedQuestion> {
  const parsed = parseQuestion(words, vocabularyFor(asker));
  if (parsed.ok) return parsed;
  const written = await writtenValues(asker.db, asker.workspace.id, words);
  return written.length ? parseQuestion(words, vocabularyFor(asker, written)) : parsed;
}
