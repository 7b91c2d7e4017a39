/** Reads what a schedule's form asks for. */
import { z } from 'zod';
import { text } from '../../language/text.ts';
import { reportIds } from '../../reports/weekly.ts';
import { type Audience, LONGEST_REMINDER, type NewSchedule, type What } from '../../schedule/schedule.ts';
import type { Filled } from '../command.ts';
import { asksForDays, asksForHolidays, rhythms, ruleOf } from './rhythms.ts';

const reviews = ['month_review', 'quarter_review', 'product_review'] as const;
export const whats = ['digest', 'all', 'morning', 'sheet', 'reminder', ...reviews, ...reportIds] as const;
export const isReview = (what: string): what is (typeof reviews)[number] => reviews.some((each) => each === what);

/** Each recipient's own time zone; for a channel, the workspace's. */
export const OWN_CLOCK = 'own';

const MONTH_DAY = /^([1-9]|[12]\d|3[01])$/;

const filledSchema = z.object({
  what: z.enum(whats),
  words: z.string().trim(),
  about: z.union([z.literal('all'), z.guid()]),
  to: z.enum(['channel', 'people', 'person']),
  /** Used for content that never goes to a channel. */
  whom: z.enum(['people', 'person']),
  channel: z.string(),
  person: z.string(),
  rhythm: z.enum(rhythms),
  at: z.string(),
  days: z.string().transform((days) => days.split(',').filter(Boolean).map(Number)),
  date: z
    .string()
    .trim()
    .transform((day) => (MONTH_DAY.test(day) ? Number(day) : 1)),
  holidays: z.enum(['yes', 'no']),
  zone: z.string(),
  people: z.enum(['yes', 'no']),
});

export type ScheduleField = keyof typeof filledSchema.shape;

/** Each field's value; for a hidden field, its last value. */
export type ScheduleValues = Readonly<Record<ScheduleField, string>>;

const keptSchema = z.object({
  /** The day from which it applies, ISO. */
  today: z.iso.date(),
  /** The schedule being changed and its state when the form opened, in the form that its card's buttons carry. */
  card: z.string().optional(),
  /** The values of the hidden fields. */
  hidden: z.record(z.string(), z.string()),
});

/** The form's private_metadata. Values longer than a reminder may be are dropped, as they would not fit. */
export function keptBeside(
  values: ScheduleValues,
  { today, card }: Pick<z.infer<typeof keptSchema>, 'today' | 'card'>,
): string {
  const shown: readonly string[] = shownFields(values);
  const kept = Object.entries(values).filter(
    ([field, value]) => !shown.includes(field) && value !== '' && value.length <= LONGEST_REMINDER,
  );
  return JSON.stringify({ today, card, hidden: Object.fromEntries(kept) } satisfies z.infer<typeof keptSchema>);
}

/** The form's values as filled in. */
export function scheduleValuesIn({ metadata, fields }: Filled): ScheduleValues {
  const { hidden } = keptSchema.parse(JSON.parse(metadata));
  const value = (field: ScheduleField) => (fields.get(field)?.value ?? hidden[field] ?? '').trim();
  return {
    ...{ what: value('what'), words: value('words'), about: value('about'), rhythm: value('rhythm') },
    ...{ to: value('to'), whom: value('whom'), channel: value('channel'), person: value('person') },
    ...{ at: value('at'), days: value('days'), date: value('date') },
    ...{ holidays: value('holidays'), zone: value('zone'), people: value('people') },
  };
}

/** The fields that the other choices call for, in order. */
export function shownFields(values: Pick<ScheduleValues, 'what' | 'to' | 'whom' | 'rhythm'>): ScheduleField[] {
  const { what, rhythm } = values;
  const place = placeOf(values);
  const isPlaced = what !== 'morning' && what !== 'sheet';
  const only = (field: ScheduleField, matters: boolean) => (matters ? [field] : []);
  return [
    'what',
    ...only('words', what === 'reminder'),
    'about',
    ...only('to', isPlaced),
    ...only('whom', what === 'morning'),
    ...only('channel', place === 'channel'),
    ...only('person', place === 'person'),
    'rhythm',
    'at',
    ...only('days', asksForDays(rhythm)),
    ...only('date', rhythm === 'date'),
    ...only('holidays', asksForHolidays(rhythm)),
    'zone',
    ...only('people', isPlaced && what !== 'reminder'),
  ];
}

/** Where it goes. A sheet goes to whoever manages the person it is about. */
function placeOf({ what, to, whom }: Pick<ScheduleValues, 'what' | 'to' | 'whom'>): string {
  if (what === 'sheet') return 'people';
  return what === 'morning' ? whom : to;
}

/** The errors, by field. Slack accepts errors only for fields that are shown. */
export function scheduleFaults(filled: Filled): Record<string, string> {
  const all = Object.entries(faultsOf(scheduleValuesIn(filled)));
  return Object.fromEntries(all.filter(([field]) => filled.fields.has(field)));
}

/** Whether a choice made just before handing in calls for a field that is not shown yet. */
export const lacksFields = (filled: Filled): boolean =>
  Object.keys(faultsOf(scheduleValuesIn(filled))).some((field) => !filled.fields.has(field));

function faultsOf(values: ScheduleValues): Record<string, string> {
  const { rhythm, channel, person, days, date } = values;
  const place = placeOf(values);
  const words = wordsFault(values);
  const missing = (field: 'channel' | 'person' | 'days' | 'date') => ({
    [field]: text(`schedule.form.${field}_missing`),
  });
  return {
    ...(words ? { words } : {}),
    ...(place === 'channel' && !channel ? missing('channel') : {}),
    ...(place === 'person' && !person ? missing('person') : {}),
    ...(asksForDays(rhythm) && !days ? missing('days') : {}),
    ...(rhythm === 'date' && !MONTH_DAY.test(date) ? missing('date') : {}),
  };
}

function wordsFault({ what, words: { length } }: ScheduleValues): string | null {
  if (what !== 'reminder') return null;
  if (length === 0) return text('schedule.form.words_missing');
  return length > LONGEST_REMINDER ? text('schedule.form.words_long', { length, most: LONGEST_REMINDER }) : null;
}

/** The schedule that the form changes; undefined: it makes a new one. */
export const scheduleChangedIn = ({ metadata }: Filled): string | undefined =>
  keptSchema.parse(JSON.parse(metadata)).card;

/**
 * The schedule that the form asks for. Throws for values that our forms never send.
 *
 * @param memberOf the member id of a Slack user; may throw if there is none
 */
export function scheduleIn(filled: Filled, memberOf: (slackUserId: string) => string): Omit<NewSchedule, 'ownerId'> {
  const { today } = keptSchema.parse(JSON.parse(filled.metadata));
  const values = scheduleValuesIn(filled);
  const wanted = filledSchema.parse(values);
  const { what, about, zone, rhythm, at, days, date } = wanted;
  const whose = about === 'all' ? ({ scope: 'workspace' } as const) : ({ scope: 'team', teamIds: [about] } as const);
  // Before a month is over there is nothing to review.
  const rule = ruleOf(rhythm, { days, date, onHolidays: wanted.holidays === 'yes', movesOn: isReview(what) });
  return {
    what: whatIn(what, { whose, byPerson: wanted.people === 'yes' }, wanted.words),
    audience: audienceIn(placeOf(values), wanted, memberOf),
    recurrence: { ...rule, at, from: today },
    zone: zone === OWN_CLOCK ? null : zone,
  };
}

function audienceIn(
  place: string,
  { what, about, channel, person }: Pick<z.infer<typeof filledSchema>, 'what' | 'about' | 'channel' | 'person'>,
  memberOf: (slackUserId: string) => string,
): Audience {
  if (place === 'channel') return { to: 'channel', channelId: channel };
  if (place === 'person') return { to: 'member', memberId: memberOf(person) };
  if (what === 'sheet') return { to: 'managers', teamIds: about === 'all' ? null : [about] };
  return about === 'all' ? { to: 'everyone' } : { to: 'team', teamId: about };
}

function whatIn(what: (typeof whats)[number], about: Pick<Digest, 'whose' | 'byPerson'>, words: string): What {
  if (what === 'digest') return { kind: 'digest', ...about };
  if (what === 'morning') return { kind: 'morning', whose: about.whose };
  if (what === 'sheet') return { kind: 'sheet', whose: about.whose };
  if (what === 'reminder') return { kind: 'reminder', words, whose: about.whose };
  if (isReview(what)) {
    const unit = what === 'quarter_review' ? 'quarter' : 'month';
    return { kind: 'review', unit, part: what === 'product_review' ? 'products' : 'all', ...about };
  }
  return { kind: 'report', reports: what === 'all' ? [...reportIds] : [what], ...about };
}

type Digest = Extract<What, { kind: 'digest' }>;

/** The form's choice for some content; undefined: it has none. */
export function whatOf(what: What): (typeof whats)[number] | undefined {
  switch (what.kind) {
    case 'review':
      return what.part === 'products' ? 'product_review' : `${what.unit}_review`;
    case 'report':
      return what.reports.length === 1 ? what.reports[0] : 'all';
    case 'digest':
    case 'morning':
    case 'sheet':
    case 'reminder':
      return what.kind;
    default:
      return undefined;
  }
}
