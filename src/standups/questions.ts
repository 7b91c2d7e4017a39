/** What a standup asks, and what may be said to it. */
import { z } from 'zod';
import { questionLines, readQuestionLine, writtenQuestion } from '../language/question-lines.ts';
import { text } from '../language/text.ts';

const asked = { id: z.string(), text: z.string().min(1) };

export const questionSchema = z.discriminatedUnion('kind', [
  /** `blocks`: what is said to it stands on top of the digest, and is talked about in a thread. */
  z.object({ ...asked, kind: z.literal('text'), blocks: z.boolean() }),
  z.object({ ...asked, kind: z.literal('scale'), from: z.int(), to: z.int() }),
  z.object({ ...asked, kind: z.literal('choice'), choices: z.array(z.string()).min(2) }),
]);

export type StandupQuestion = z.infer<typeof questionSchema>;

export const MOST_QUESTIONS = 10;

/** What is asked unless somebody wants it otherwise, as it is written. */
export const defaultQuestions = (): string =>
  [text('standup.ask.yesterday'), text('standup.ask.today'), `! ${text('standup.ask.blockers')}`].join('\n');

/** Reads questions, one a line; what begins with `!` asks what is in the way. */
export const readQuestions = (written: string): StandupQuestion[] =>
  questionLines(written).map((line, index) => {
    const id = `q${index + 1}`;
    const read = readQuestionLine(line.replace(/^!\s*/, ''));
    return read.kind === 'text' ? { ...read, id, blocks: line.startsWith('!') } : { ...read, id };
  });

/** Questions as they are written. */
export const writtenQuestions = (questions: readonly StandupQuestion[]): string =>
  questions
    .map((question) => {
      const written = writtenQuestion(question);
      return question.kind === 'text' && question.blocks ? `! ${written}` : written;
    })
    .join('\n');

/** What can be chosen from; null: anything can be written. */
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

/** What people write who mean that nothing is in their way. */
const NOTHING = /^(no|none|nope|nothing|nil|n\/?a|-+|–|all (good|clear|fine))[.!]*$/i;

export const saysNothing = (words: string): boolean => NOTHING.test(words.trim());
