import { Temporal } from 'temporal-polyfill';

/** Fills Slack's date tokens, `{date_short_pretty} at {time}`, for a reader in `zone`. Throws RangeError for a time out of range. */
export function formatSlackDate(format: string, seconds: number, zone: string, now: Temporal.Instant): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
  const then = instant.toZonedDateTimeISO(zone);
  const write = (options: Intl.DateTimeFormatOptions) => then.toLocaleString('en-US', options);
  const long = () => `${write({ month: 'long' })} ${ordinal(then.day)}, ${then.year}`;
  const short = () => write({ month: 'short', day: 'numeric', year: 'numeric' });
  const pretty = (otherwise: string) => relativeDay(then.toPlainDate(), now, zone)?.toLowerCase() ?? otherwise;
  const tokens: Record<string, () => string> = {
    date_num: () => then.toPlainDate().toString(),
    date: long,
    date_short: short,
    date_long: () => `${write({ weekday: 'long' })}, ${long()}`,
    date_slash: () => write({ month: '2-digit', day: '2-digit', year: 'numeric' }),
    date_pretty: () => pretty(long()),
    date_short_pretty: () => pretty(short()),
    date_long_pretty: () => pretty(`${write({ weekday: 'long' })}, ${long()}`),
    day_divider_pretty: () => dayTitle(instant, zone, now),
    time: () => write({ hour: 'numeric', minute: '2-digit' }),
    time_secs: () => write({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    ago: () => ago(instant, now),
  };
  return format.replace(/\{(\w+)\}/g, (token, name: string) => tokens[name]?.() ?? token);
}

/** What stands between the messages of two days: "Today", "Yesterday", "Friday, May 3rd". */
export function dayTitle(instant: Temporal.Instant, zone: string, now: Temporal.Instant): string {
  const date = instant.toZonedDateTimeISO(zone).toPlainDate();
  const weekday = date.toLocaleString('en-US', { weekday: 'long' });
  const month = date.toLocaleString('en-US', { month: 'long' });
  const year = date.year === now.toZonedDateTimeISO(zone).year ? '' : `, ${date.year}`;
  return relativeDay(date, now, zone) ?? `${weekday}, ${month} ${ordinal(date.day)}${year}`;
}

/** The short clock beside a message, such as "9:41 AM". */
export function clockTime(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toLocaleString('en-US', { hour: 'numeric', minute: '2-digit' });
}

function relativeDay(date: Temporal.PlainDate, now: Temporal.Instant, zone: string): string | undefined {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const names: Record<number, string> = { [-1]: 'Yesterday', 0: 'Today', 1: 'Tomorrow' };
  return names[today.until(date).days];
}

function ago(instant: Temporal.Instant, now: Temporal.Instant): string {
  const seconds = Math.round(instant.since(now).total('seconds'));
  const words = new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' });
  const size = Math.abs(seconds);
  if (size < 60) return words.format(seconds, 'second');
  if (size < 3600) return words.format(Math.round(seconds / 60), 'minute');
  if (size < 86_400) return words.format(Math.round(seconds / 3600), 'hour');
  return words.format(Math.round(seconds / 86_400), 'day');
}

function ordinal(day: number): string {
  const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
  return `${day}${endings[new Intl.PluralRules('en-US', { type: 'ordinal' }).select(day)]}`;
}
