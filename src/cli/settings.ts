import { z } from 'zod';
import { isZone } from '../calendar/zone.ts';
import type { Database } from '../db/client.ts';
import { Problem } from '../errors.ts';
import { problemText, text } from '../language/text.ts';
import { changeSettings, ensureWorkspace } from '../people/workspace.ts';

export interface SettingsIo {
  db: Database;
  out: NodeJS.WritableStream;
  err: NodeJS.WritableStream;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const whole = (from: number, to: number) => z.coerce.number().int().min(from).max(to);

/** What can be set, as it is written at the command line, and what it becomes. */
const settings = z.strictObject({
  name: z.string().min(1).optional(),
  currency: z
    .string()
    .toUpperCase()
    .refine((code) => Intl.supportedValuesOf('currency').includes(code))
    .optional(),
  zone: z.string().refine(isZone).optional(),
  'week-start': z
    .string()
    .toLowerCase()
    .transform((day) => weekdays.indexOf(day) + 1)
    .refine((weekday) => weekday > 0)
    .optional(),
  calendar: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['gregory', 'persian']))
    .optional(),
  'fiscal-start': whole(1, 12).optional(),
  'lapse-months': whole(1, 120).optional(),
  'hot-lead': whole(1, 100).optional(),
  'messages-a-day': whole(0, 100).optional(),
  'surveys-a-quarter': whole(1, 100).optional(),
  leaderboard: z.enum(['private', 'ranks', 'public']).optional(),
  'chart-theme': z
    .string()
    .toLowerCase()
    .pipe(z.enum(['light', 'dark']))
    .optional(),
});

/** `settings [currency=EUR] [zone=Europe/Berlin] …`: shows the workspace's settings, after changing those that are given. */
export async function settingsCommand(args: string[], { db, out, err }: SettingsIo): Promise<number> {
  try {
    const given = readPairs(args);
    const { id } = await ensureWorkspace(db);
    const workspace = await changeSettings(db, id, {
      name: given.name,
      currency: given.currency,
      zone: given.zone,
      weekStart: given['week-start'],
      calendar: given.calendar,
      fiscalStartMonth: given['fiscal-start'],
      lapseMonths: given['lapse-months'],
      hotLeadScore: given['hot-lead'],
      dailyMessages: given['messages-a-day'],
      quarterlySurveys: given['surveys-a-quarter'],
      leaderboard: given.leaderboard,
      chartTheme: given['chart-theme'],
    });
    const lines = {
      name: workspace.name,
      currency: workspace.currency,
      zone: workspace.zone,
      'week-start': weekdays[workspace.weekStart - 1],
      calendar: workspace.calendar,
      'fiscal-start': workspace.fiscalStartMonth,
      'lapse-months': workspace.lapseMonths,
      'hot-lead': workspace.hotLeadScore,
      'messages-a-day': workspace.dailyMessages,
      'surveys-a-quarter': workspace.quarterlySurveys,
      leaderboard: workspace.leaderboard,
      'chart-theme': workspace.chartTheme,
    };
    for (const [name, value] of Object.entries(lines)) out.write(`${name}=${value}\n`);
    return 0;
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    err.write(`${problemText(cause)}\n`);
    return 1;
  }
}

function readPairs(args: string[]): z.infer<typeof settings> {
  const pairs = args.map((arg) => {
    const [name = '', ...value] = arg.split('=');
    return [name, value.join('=')];
  });
  const parsed = settings.safeParse(Object.fromEntries(pairs));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const names = Object.keys(settings.shape).join(', ');
  if (issue?.code === 'unrecognized_keys') throw new Problem('cli.no_setting', { name: issue.keys[0] ?? '', names });
  const name = String(issue?.path[0]);
  const value = String(pairs.find(([each]) => each === name)?.[1] ?? '');
  throw new Problem('cli.bad_setting', { name, value, example: text('cli.setting_example') });
}
