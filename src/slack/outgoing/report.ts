import { z } from 'zod';
import { whoseSchema } from '../../kpi/question-schema.ts';
import { picturedIn } from '../../reports/pictured.ts';
import { reportOf } from '../../reports/report-of.ts';
import { reportIds } from '../../reports/weekly.ts';
import { reportMessage } from '../messages/report.ts';
import { reportsMessage } from '../messages/reports.ts';
import { drawn } from './digest.ts';
import type { Composer } from './outgoing.ts';

const contentSchema = z.object({
  reports: z.array(z.enum(reportIds)).min(1),
  week: z.object({ from: z.iso.date(), through: z.iso.date() }),
  whose: whoseSchema,
  byPerson: z.boolean(),
});

/** Weekly reports in one message, with the picture of the first that has one. */
export const report: Composer = async (asking, { content }) => {
  const { reports, week, whose, byPerson } = contentSchema.parse(content);
  const made = await Promise.all(reports.map((id) => reportOf(asking, { id, week, whose, byPerson })));
  const { now, workspace } = asking;
  const moment = { now, zone: workspace.zone };
  const full = made.find(({ isEmpty }) => !isEmpty);
  return {
    message: (picture) =>
      reportsMessage(
        made.map((each) => reportMessage(each, { ...moment, picture: each === full ? picture : { kind: 'none' } })),
      ),
    ...(full ? { picture: () => drawn(picturedIn(full), asking) } : {}),
  };
};
