import { z } from 'zod';
import { whoseSchema } from '../../kpi/question-schema.ts';
import { dailyDigest } from '../../reports/daily.ts';
import { digestMessage } from '../messages/digest.ts';
import { drawn } from './drawn.ts';
import type { Composer } from './outgoing.ts';
import { rowsFor } from './people-by-name.ts';

const contentSchema = z.object({
  whose: whoseSchema,
  from: z.iso.date(),
  through: z.iso.date(),
  byPerson: z.boolean(),
});

/** The daily digest: all of it for a channel, their own rows for each person. */
export const digest: Composer = async (asking, delivery) => {
  const about = contentSchema.parse(delivery.content);
  const rows = await rowsFor(asking, delivery, about);
  if (!rows) return null;
  const made = await dailyDigest(asking, { ...about, ...rows });
  const { now, workspace } = asking;
  return {
    message: (picture) => digestMessage(made, { now, zone: workspace.zone, picture }),
    picture: () => drawn(made.pictured, asking),
  };
};
