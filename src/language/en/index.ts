import { answer } from './answer.ts';
import { kpi } from './kpi.ts';
import { kpiCatalogue } from './kpi-catalogue.ts';
import { people } from './people.ts';
import { problem } from './problem.ts';
import { question } from './question.ts';

/** The English catalogue: every text a person reads, as ICU messages, by area. */
export const en = {
  ...answer,
  ...kpi,
  ...kpiCatalogue,
  ...people,
  ...problem,
  ...question,
} as const;
