import { z } from 'zod';
import { whoseSchema } from '../../kpi/question-schema.ts';
import { calendarSettings } from '../../people/workspace.ts';
import { productsMoved, type ReviewAsked, reviewOf } from '../../reports/review/review-of.ts';
import { reviewedSpans } from '../../reports/review/reviewed-months.ts';
import { productsMessage, reviewMessage } from '../messages/review.ts';
import { drawn } from './drawn.ts';
import type { Composer } from './outgoing.ts';
import { rowsFor } from './people-by-name.ts';

const contentSchema = z.object({
  unit: z.enum(['month', 'quarter']),
  part: z.enum(['all', 'products']),
  through: z.iso.date(),
  whose: whoseSchema,
  byPerson: z.boolean(),
});

/** A review with its picture, or its part on products: all of it for a channel, their own rows for each person. */
export const review: Composer = async (asking, delivery) => {
  const { part, ...about } = contentSchema.parse(delivery.content);
  const { now, workspace, directory } = asking;
  const moment = { now, zone: workspace.zone };
  const rows = await rowsFor(asking, delivery, about);
  if (!rows) return null;
  const asked: ReviewAsked = { ...about, ...rows };
  if (part === 'products') {
    const products = await productsMoved(asking, asked);
    return { message: () => productsMessage(products, moment) };
  }
  const made = await reviewOf(asking, asked);
  const reader = directory.members.find(({ id }) => id === delivery.memberId);
  const { next } = reviewedSpans(about.through, about.unit, calendarSettings(workspace));
  return {
    message: (picture) =>
      reviewMessage(made, { ...moment, picture, next: reader && reader.role !== 'rep' ? next : null }),
    ...(made.isEmpty ? {} : { picture: () => drawn(made.course, asking) }),
  };
};
