/** What a form for a schedule asks for. */
import { z } from 'zod';
import { text } from '../../language/text.ts';
import { reportIds } from '../../reports/weekly.ts';
import { type Audience, LONGEST_REMINDER, type NewSchedule, type What } from '../../schedule/schedule.ts';
import type { Filled } from '../command.ts';
import { asksForDays, rhythms, ruleOf } from './rhythms.ts';

const reviews = ['month_review', 'quarter_review', 'product_review'] as const;
export const whats = ['digest', 'all', 'morning', 'sheet', 'reminder', ...reviews, ...reportIds] as const;
export const isReview = (what: string): what is (typeof reviews)[number] => reviews.some((each) => each === what);

/** By everybody's own clock; a channel's is the workspace's. */
export const OWN_CLOCK = 'own';

const MONTH_DAY = /^([1-9]|[12]\d|3[01])$/;

const filledSchema = z.object({
  what: z.enum(whats),
  words: z.string().trim(),
  about: z.union([z.literal('all'), z.guid()]),
  to: z.enum(['channel', 'people', 'person']),
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

const written = ({ fields }: Pick<Filled, 'fields'>, field: string) => fields.get(field)?.value.trim() ?? '';

/** To whom it goes: some things go to people whatever is chosen. */
function placeIn(filled: Pick<Filled, 'fields'>): string {
  return ['morning', 'sheet'].includes(written(filled, 'what')) && written(filled, 'to') !== 'person'
    ? 'people'
    : written(filled, 'to');
}

/** What is wrong with it, by field. */
export function scheduleFaults(filled: Filled): Record<string, string> {
  const place = placeIn(filled);
  const words = wordsFault(filled);
  const rhythm = written(filled, 'rhythm');
  const missing = (field: 'channel' | 'person' | 'days' | 'date') => ({
    [field]: text(`schedule.form.${field}_missing`),
  });
  return {
    ...(words ? { words } : {}),
    ...(place === 'channel' && !written(filled, 'channel') ? missing('channel') : {}),
    ...(place === 'person' && !written(filled, 'person') ? missing('person') : {}),
    ...(asksForDays(rhythm) && !written(filled, 'days') ? missing('days') : {}),
    ...(rhythm === 'date' && !MONTH_DAY.test(written(filled, 'date')) ? missing('date') : {}),
  };
}

function wordsFault(filled: Pick<Filled, 'fields'>): string | null {
  if (written(filled, 'what') !== 'reminder') return null;
  const { length } = written(filled, 'words');
  if (length === 0) return text('schedule.form.words_missing');
  return length > LONGEST_REMINDER ? text('schedule.form.words_long', { length, most: LONGEST_REMINDER }) : null;
}

/** Which schedule a form changes. */
export const scheduleChangedIn = ({ metadata }: Filled): string =>
  z.object({ scheduleId: z.guid() }).parse(JSON.parse(metadata)).scheduleId;

/**
 * The schedule that a form asks for. Throws for what no form of ours sends.
 *
 * @param memberOf the member behind somebody in Slack; may throw for who is none
 */
export function scheduleIn(filled: Filled, memberOf: (slackUserId: string) => string): Omit<NewSchedule, 'ownerId'> {
  const { today } = z.object({ today: z.iso.date() }).parse(JSON.parse(filled.metadata));
  const wanted = filledSchema.parse(Object.fromEntries([...filled.fields].map(([id, { value }]) => [id, value])));
  const { what, about, zone, rhythm, at, days, date } = wanted;
  const whose = about === 'all' ? ({ scope: 'workspace' } as const) : ({ scope: 'team', teamIds: [about] } as const);
  const rule = ruleOf(rhythm, { days, date, onHolidays: wanted.holidays === 'yes' });
  return {
    what: whatIn(what, { whose, byPerson: wanted.people === 'yes' }, wanted.words),
    audience: audienceIn(placeIn(filled), wanted, memberOf),
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

/** As what something stands in the form; undefined: in none of its choices. */
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
