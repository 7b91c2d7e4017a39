import { text } from '../../language/text.ts';
import { SMALLEST_GROUP } from '../../surveys/groups.ts';
import { changeOf, meanOf, type OwnResult } from '../../surveys/own-results.ts';
import { escaped, section } from './mrkdwn.ts';
import { quoted } from './pulse.ts';

/** What a group answered to own questions. */
export interface OwnTold {
  now: readonly OwnResult[];
  /** null: it is the first round. */
  before: readonly OwnResult[] | null;
  /** What was written, by question, in random order; null: it is not for this reader. */
  texts: ReadonlyMap<string, readonly string[]> | null;
}

/** A section for each question, with what was written to it. */
export function ownBlocks({ now, before, texts }: OwnTold, since: string) {
  return now.flatMap((result) => {
    const { question } = result;
    if (question.kind === 'text') return texts ? [wordsBlock(question.text, texts.get(question.id) ?? [])] : [];
    const earlier = before?.find(({ question: { id } }) => id === question.id) ?? null;
    return [section([`*${escaped(question.text)}*`, ...resultLines(result, earlier, since)].join('\n'))];
  });
}

/** The same in words alone, without what was written. */
export const ownLines = ({ now, before }: OwnTold, since: string): string[] =>
  now.flatMap((result) => {
    if (result.question.kind === 'text') return [];
    const earlier = before?.find(({ question: { id } }) => id === result.question.id) ?? null;
    return [escaped(result.question.text), ...resultLines(result, earlier, since)];
  });

function resultLines({ question, counts }: OwnResult, before: OwnResult | null, since: string): string[] {
  if (!counts) return [text('pulse.results.alike', { least: SMALLEST_GROUP })];
  if (question.kind === 'choice') {
    const answers = counts.reduce((sum, count) => sum + count, 0);
    return question.choices.map((choice, index) =>
      text('pulse.results.choice', { choice: escaped(choice), count: counts[index] ?? 0, answers }),
    );
  }
  if (question.kind === 'text') return [];
  const { from, to } = question;
  const change = before?.counts ? changeText(changeOf(question, counts, before.counts)) : 'none';
  const each = counts.map((count, step) => text('pulse.results.scale.count', { score: from + step, count }));
  return [
    text('pulse.results.scale', { mean: meanOf(question, counts).mean, from, to, change, since }),
    text('pulse.results.scale.counts', { counts: each.join(' · ') }),
  ];
}

const changeText = (by: number | null): string =>
  by === null ? 'chance' : text(by > 0 ? 'pulse.results.rose' : 'pulse.results.fell', { by: Math.abs(by) });

/** Slack takes 3,000 characters in a section. */
const SECTION = 2800;

/** In one section, as a message takes but 50 blocks: as many as fit, and that there are more. */
function wordsBlock(question: string, words: readonly string[]) {
  const lines = [`*${escaped(question)}*`, text('pulse.results.written', { count: words.length })];
  for (const line of words.map(quoted)) {
    if ([...lines, line].join('\n').length > SECTION) {
      lines.push(text('pulse.results.more_written'));
      break;
    }
    lines.push(line);
  }
  return section(lines.join('\n'));
}
