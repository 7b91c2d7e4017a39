/** Questions that somebody writes for their own survey, one per line. */
import { questionLines, readQuestionLine, type WrittenQuestion, writtenQuestion } from '../language/question-lines.ts';
import { type AskedQuestion, versionOf } from './questions.ts';

export const MOST_OWN_QUESTIONS = 5;
/** Characters: Slack's limits for a button's label and a field's label. */
export const LONGEST_OPTION = 75;
export const LONGEST_QUESTION = 150;
export const MOST_OPTIONS = 10;
/** Each number takes a button. */
export const WIDEST = { from: 0, to: 10 } as const;

/** The fault of a line; lines count from 1. */
export interface OwnFault {
  line: number;
  what: 'long' | 'scale' | 'choice' | 'twice';
}

/** Reads the questions. Each is identified by its wording: with other words it is another question. */
export const readOwnQuestions = (written: string): AskedQuestion[] => questionLines(written).map(ownQuestion);

function ownQuestion(line: string): AskedQuestion {
  const question = { ...readQuestionLine(line), id: '', driver: null };
  return { ...question, id: `own.${versionOf(question)}` };
}

/** Whether somebody wrote a question for their survey. */
export const isOwn = ({ id }: Pick<AskedQuestion, 'id'>): boolean => id.startsWith('own.');

/** Questions as they were written. */
export const writtenOwnQuestions = (questions: readonly AskedQuestion[]): string =>
  questions.map(writtenQuestion).join('\n');

/** The faults in what was written, line by line; the number of questions is not checked here. */
export function ownFaults(written: string): OwnFault[] {
  const seen = new Set<string>();
  return written.split('\n').flatMap((each, index): OwnFault[] => {
    const [line] = questionLines(each);
    if (!line) return [];
    const { id } = ownQuestion(line);
    const what = faultOf(line, readQuestionLine(line)) ?? (seen.has(id) ? 'twice' : null);
    seen.add(id);
    return what ? [{ line: index + 1, what }] : [];
  });
}

/** A range of numbers at the end with a bracket before or after it; anything after the last bracket is ignored. */
const RANGE = /-?\d+\s*(?:[-–—−]|\.{2,}|…|to)\s*-?\d+/.source;
const AS_SCALE = new RegExp(`(?:[([{]\\s*${RANGE}|${RANGE}\\s*[)\\]}])[\\s)\\]}.,:;?!]*$`, 'i');

/** A line that looks like a scale or a choice is taken as one, however its brackets are written. */
function faultOf(line: string, question: WrittenQuestion): OwnFault['what'] | null {
  if (question.kind === 'scale') {
    if (question.from < WIDEST.from || question.to > WIDEST.to) return 'scale';
  } else if (question.kind === 'choice') {
    if (question.choices.length > MOST_OPTIONS) return 'choice';
    if (question.choices.some((choice) => choice.length > LONGEST_OPTION)) return 'choice';
  } else if (line.includes('|')) return 'choice';
  else if (AS_SCALE.test(line)) return 'scale';
  return question.text.length > LONGEST_QUESTION ? 'long' : null;
}
