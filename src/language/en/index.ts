import { kpi } from './kpi.ts';
import { people } from './people.ts';
import { problem } from './problem.ts';

/** The English catalogue: every text a person reads, as ICU messages, by area. */
export const en = { ...kpi, ...people, ...problem } as const;
