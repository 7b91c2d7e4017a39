import { text } from '../../language/text.ts';
import { SMALLEST_GROUP } from '../../surveys/groups.ts';
import { meanChange, meanOf, type OwnResult } from '../../surveys/own-results.ts';
import { escaped, section } from './mrkdwn.ts';
import { saidApart } from './pulse-asked.ts';

/** The results of a group's own questions in a round, and in earlier rounds, oldest first. */
interface Told {
  now: Own;
  earlier: readonly Then[];
}

interface Then {
  when: string;
  result: Own;
}

interface Own {
  own: readonly OwnResult[];
}

/**
 * A section for each own question, with the texts written for it.
 *
 * @param texts by question, in random order; null: not for this reader
 */
export const ownBlocks = (told: Told, texts: ReadonlyMap<string, readonly string[]> | null) =>
  told.now.own.flatMap((result) => {
    const { question } = result;
    if (question.kind === 'text') return texts ? [wordsBlock(question.text, texts.get(question.id) ?? [])] : [];
    return [section([`*${escaped(question.text)}*`, ...resultLines(result, told.earlier)].join('\n'))];
  });

/** The same as plain lines, without the texts. */
export const ownLines = ({ now, earlier }: Told): string[] =>
  now.own.flatMap((result) =>
    result.question.kind === 'text' ? [] : [escaped(result.question.text), ...resultLines(result, earlier)],
  );

function resultLines({ question, counts }: OwnResult, earlier: readonly Then[]): string[] {
  if (!counts) return [text('pulse.results.alike', { least: SMALLEST_GROUP })];
  if (question.kind === 'choice') {
    const answers = counts.reduce((sum, count) => sum + count, 0);
    return question.choices.map((choice, index) =>
      text('pulse.results.choice', { choice: escaped(choice), count: counts[index] ?? 0, answers }),
    );
  }
  if (question.kind === 'text') return [];
  const { from, to } = question;
  const before = lastOf(question.id, earlier);
  // Scores nobody gave are left out, or the line gets too long for a phone.
  const each = counts.flatMap((count, step) =>
    count > 0 ? [text('pulse.results.scale.count', { score: from + step, count })] : [],
  );
  return [
    text('pulse.results.scale', {
      ...{ mean: meanOf(question, counts).mean, from, to, since: before?.when ?? '' },
      change: before ? changeText(meanChange(question, counts, before.counts)) : 'none',
    }),
    text('pulse.results.scale.counts', { counts: each.join(' · ') }),
  ];
}

/** The last time that exactly this question was answered. */
const lastOf = (id: string, earlier: readonly Then[]) =>
  earlier
    .flatMap(({ when, result }) => {
      const counts = result.own.find(({ question }) => question.id === id)?.counts;
      return counts ? [{ when, counts }] : [];
    })
    .at(-1);

const changeText = (by: number | null): string =>
  by === null ? 'chance' : text(by > 0 ? 'pulse.results.rose' : 'pulse.results.fell', { by: Math.abs(by) });

/** Characters; Slack allows 3,000 in a section. */
const SECTION = 2800;

/** All texts in one section, as a message can have only 50 blocks: as many as fit, then a note that there are more. */
function wordsBlock(question: string, words: readonly string[]) {
  const lines = [`*${escaped(question)}*`, text('pulse.results.written', { count: words.length })];
  for (const line of saidApart(words)) {
    if ([...lines, line].join('\n').length > SECTION) {
      lines.push(text('pulse.results.more_written'));
      break;
    }
    lines.push(line);
  }
  return section(lines.join('\n'));
}
