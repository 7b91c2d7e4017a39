import type { CalendarSettings } from '../calendar/settings.ts';
import type { Database } from '../db/client.ts';
import type { Directory } from '../people/directory.ts';
import { customerNames, labelOf } from './labels.ts';
import type { Part } from './parts.ts';
import type { Dimension, Question } from './question.ts';

interface Labelled {
  db: Database;
  workspaceId: string;
  directory: Directory;
  settings: Pick<CalendarSettings, 'calendar'>;
}

export type Labels = (by: Dimension, key: string | null) => string;

/** What every group of an answer is called, and every value it is filtered by. Only customers have to be looked up. */
export async function labelsFor(
  { by, where = [] }: Question,
  whole: Part,
  { db, workspaceId, directory, settings }: Labelled,
): Promise<Labels> {
  const filtered = where.flatMap((filter) => (filter.by === 'customer' ? filter.keys : []));
  const ids = [...keysOf(whole, by.indexOf('customer')), ...filtered];
  const customers = ids.length ? await customerNames(db, workspaceId, ids) : new Map<string, string>();
  return (dimension, key) => labelOf(dimension, key, { directory, customers, ...settings });
}

/** The keys of the parts at a level of an answer; none below it, where -1 stands for a breakdown that is not asked for. */
function keysOf({ parts }: Part, level: number): (string | null)[] {
  if (level < 0) return [];
  return level === 0 ? parts.map(({ key }) => key) : parts.flatMap((part) => keysOf(part, level - 1));
}
