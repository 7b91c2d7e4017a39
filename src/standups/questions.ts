/** A standup's questions, and which answers they take. */
import { z } from 'zod';
import { questionLines, readQuestionLine, writtenQuestion } from '../language/question-lines.ts';
import { text } from '../language/text.ts';

const asked = { id: z.string(), text: z.string().min(1) };

export const questionSchema = z.discriminatedUnion('kind', [
  /** `blocks`: answers stand on top of the digest and get a thread each. */
  z.object({ ...asked, kind: z.literal('text'), blocks: z.boolean() }),
  z.object({ ...asked, kind: z.literal('scale'), from: z.int(), to: z.int() }),
  z.object({ ...asked, kind: z.literal('choice'), choices: z.array(z.string()).min(2) }),
]);

export type StandupQuestion = z.infer<typeof questionSchema>;

export const MOST_QUESTIONS = 10;

/** The questions unless somebody changes them, as people write them. */
export const defaultQuestions = (): string =>
  [text('standup.ask.yesterday'), text('standup.ask.today'), `! ${text('standup.ask.blockers')}`].join('\n');

/** Reads questions, one per line; a line that begins with `!` asks about blockers. */
export const readQuestions = (written: string): StandupQuestion[] =>
  questionLines(written).map((line, index) => {
    const id = `q${index + 1}`;
    const read = readQuestionLine(line.replace(/^!\s*/, ''));
    return read.kind === 'text' ? { ...read, id, blocks: line.startsWith('!') } : { ...read, id };
  });

/** Questions as people write them. */
export const writtenQuestions = (questions: readonly StandupQuestion[]): string =>
  questions
    .map((question) => {
      const written = writtenQuestion(question);
      return question.kind === 'text' && question.blocks ? `! ${written}` : written;
    })
    .join('\n');

/** The choices; null: any answer can be written. */
export function choicesOf(question: StandupQuestion): string[] | null {
  switch (question.kind) {
    case 'text':
      return null;
    case 'choice':
      return question.choices;
    case 'scale':
      return Array.from({ length: question.to - question.from + 1 }, (_, step) => String(question.from + step));
  }
}

/** Words that mean there are no blockers. */
const NOTHING = /^(no|none|nope|nothing|nil|n\/?a|-+|–|all (good|clear|fine))[.!]*$/i;

export const saysNothing = (words: string): boolean => NOTHING.test(words.trim());
