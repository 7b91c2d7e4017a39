import { kpi } from './kpi.ts';
import { problem } from './problem.ts';

/** The English catalogue: every text a person reads, as ICU messages, by area. */
export const en = { ...kpi, ...problem } as const;
