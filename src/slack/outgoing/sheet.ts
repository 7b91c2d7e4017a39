import { z } from 'zod';
import { localDay } from '../../calendar/local-day.ts';
import { sheetReader } from '../../kpi/may-ask.ts';
import { sheetOf } from '../../reports/sheet/sheet-of.ts';
import { sheetMessage } from '../messages/sheet.ts';
import { drawn } from './drawn.ts';
import type { Composer } from './outgoing.ts';

const contentSchema = z.object({
  memberId: z.guid(),
  week: z.object({ from: z.iso.date(), through: z.iso.date() }),
});

/** A person's sheet, for somebody who still manages them. */
export const sheet: Composer = async (asking, delivery) => {
  const { memberId, week } = contentSchema.parse(delivery.content);
  const { now, workspace, directory } = asking;
  const reader = directory.members.find(({ id }) => id === delivery.memberId);
  const seen = reader && sheetReader(reader, memberId, directory, localDay(now, workspace.zone).toString());
  const made = seen ? await sheetOf(asking, { memberId, week, ...seen }) : null;
  if (!made) return null;
  return {
    message: (picture) => sheetMessage(made, { now, zone: workspace.zone, directory, picture }),
    picture: () => drawn(made.course, asking),
  };
};
