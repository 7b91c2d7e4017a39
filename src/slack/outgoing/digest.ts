import { z } from 'zod';
import { whoseSchema } from '../../kpi/question-schema.ts';
import { dailyDigest } from '../../reports/daily.ts';
import { digestMessage } from '../messages/digest.ts';
import { drawn } from './drawn.ts';
import type { Composer } from './outgoing.ts';
import { mayNamePeople } from './people-by-name.ts';

const contentSchema = z.object({
  whose: whoseSchema,
  from: z.iso.date(),
  through: z.iso.date(),
  byPerson: z.boolean(),
});

/** The daily digest of a channel. */
export const digest: Composer = async (asking, delivery) => {
  const { byPerson, ...about } = contentSchema.parse(delivery.content);
  const named = byPerson && (await mayNamePeople(asking, delivery));
  const made = await dailyDigest(asking, { ...about, byPerson: named });
  const { now, workspace } = asking;
  return {
    message: (picture) => digestMessage(made, { now, zone: workspace.zone, picture }),
    picture: () => drawn(made.pictured, asking),
  };
};
