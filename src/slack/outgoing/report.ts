import { z } from 'zod';
import { whoseSchema } from '../../kpi/question-schema.ts';
import { picturedIn } from '../../reports/pictured.ts';
import { reportOf } from '../../reports/report-of.ts';
import { reportIds } from '../../reports/weekly.ts';
import { reportMessage } from '../messages/report.ts';
import { drawn } from './drawn.ts';
import type { Composer } from './outgoing.ts';
import { rowsFor } from './people-by-name.ts';

const contentSchema = z.object({
  report: z.enum(reportIds),
  week: z.object({ from: z.iso.date(), through: z.iso.date() }),
  whose: whoseSchema,
  byPerson: z.boolean(),
});

/** A weekly report with its picture: all of it for a channel, their own rows for each person. */
export const report: Composer = async (asking, delivery) => {
  const { report: id, week, ...about } = contentSchema.parse(delivery.content);
  const rows = await rowsFor(asking, delivery, about);
  if (!rows) return null;
  const made = await reportOf(asking, { id, week, ...rows });
  const { now, workspace } = asking;
  return {
    message: (picture) => reportMessage(made, { now, zone: workspace.zone, picture }),
    ...(made.isEmpty ? {} : { picture: () => drawn(picturedIn(made), asking) }),
  };
};
