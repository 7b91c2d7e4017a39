import type { CsvRecord } from './csv.ts';
import { readDate } from './date-format.ts';
import type { Column } from './header.ts';
import type { momentsIn, When } from './moment.ts';
import { readNumber, type WrittenNumber } from './number-format.ts';
import type { RowProblem } from './report.ts';
import { isNothing, type Survey } from './survey.ts';

/** One row, asked field by field. A value that cannot be read becomes a problem of the row and reads as null. */
export interface RowReader {
  line: number;
  problems: RowProblem[];
  /** The fields that the row tells, as they are written: rows with the same are equal. */
  content(): string;
  text(field: string, rule?: { required?: boolean; longest?: number }): string | null;
  date(field: string): When | null;
  number(field: string, range?: { least?: number; most?: number; whole?: boolean }): WrittenNumber | null;
  /** A word of a vocabulary: what each written form means, by letters and digits alone. */
  choice<T extends string>(field: string, vocabulary: ReadonlyMap<string, T>): T | null;
  bad(field: string, reason: string, hint?: string): null;
}

/** Longer names and keys do not fit PostgreSQL's indexes. */
const LONGEST = 300;
/** numeric(20,4) */
const MOST = 1e16;

const word = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');

/** What each written form stands for: `vocabulary({ won: ['closed won'] })` knows `Won`, `closed-won`. */
export function vocabulary<T extends string>(forms: Readonly<Record<T, readonly string[]>>): ReadonlyMap<string, T> {
  const meanings = new Map<string, T>();
  for (const meaning of Object.keys(forms) as T[]) {
    for (const form of [meaning, ...forms[meaning]]) meanings.set(word(form), meaning);
  }
  return meanings;
}

export interface RowSettings {
  survey: Survey;
  moment: ReturnType<typeof momentsIn>;
  currency: string;
}

export function rowReaders({ survey, moment, currency }: RowSettings): (record: CsvRecord) => RowReader {
  const columns = new Map<string, Column>(survey.columns.map((column) => [column.field.name, column]));

  return ({ line, cells }) => {
    const problems: RowProblem[] = [];
    const cell = (field: string) => cells[columns.get(field)?.index ?? -1] ?? '';
    const bad = (field: string, reason: string, hint = ''): null => {
      const value = cell(field);
      problems.push({ line, column: columns.get(field)?.name ?? field, value: value.slice(0, LONGEST), reason, hint });
      return null;
    };
    return {
      line,
      problems,
      bad,
      content: () => JSON.stringify(survey.columns.map(({ field }) => [field.name, cell(field.name)]).sort()),
      text(field, { required = false, longest = LONGEST } = {}) {
        const text = cell(field).trim();
        if (text.length > longest) return bad(field, 'too_long', String(longest));
        if (text === '') return required ? bad(field, 'required') : null;
        return text;
      },
      date(field) {
        const text = cell(field).trim();
        const column = columns.get(field);
        if (!column || isNothing(text)) return null;
        const format = survey.dates.get(column);
        const date = format && readDate(text, format);
        return date ? moment(date) : bad(field, 'no_date');
      },
      number(field, { least = -MOST, most = MOST, whole = false } = {}) {
        const text = cell(field).trim();
        const column = columns.get(field);
        if (!column || isNothing(text)) return null;
        const number = readNumber(text, survey.decimals.get(column) ?? null, currency);
        if (!number || Math.abs(Number(number.value)) >= MOST) return bad(field, 'no_number');
        const value = Number(number.value);
        if (value < least || value > most) return bad(field, 'out_of_range', `${least}–${most}`);
        return whole && !Number.isInteger(value) ? bad(field, 'not_whole') : number;
      },
      choice(field, meanings) {
        const text = cell(field).trim();
        if (isNothing(text)) return null;
        return meanings.get(word(text)) ?? bad(field, 'unknown_word', [...new Set(meanings.values())].join(', '));
      },
    };
  };
}
