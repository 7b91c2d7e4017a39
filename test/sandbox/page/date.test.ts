import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { clockTime, dayTitle, formatSlackDate } from '../../../src/sandbox/page/text/date.ts';

const noon = Temporal.Instant.from('2025-03-04T12:00:00Z');
const seconds = noon.epochMilliseconds / 1000;

describe('a Slack date', () => {
  it.each([
    ['{date}', 'March 4th, 2025'],
    ['{date_num}', '2025-03-04'],
    ['{date_slash}', '03/04/2025'],
    ['{date_short}', 'Mar 4, 2025'],
    ['{date_long}', 'Tuesday, March 4th, 2025'],
    ['{date_short_pretty} at {time}', 'today at 1:00 PM'],
    ['{time_secs}', '1:00:00 PM'],
    ['{unheard_of} stays', '{unheard_of} stays'],
  ])('%s reads "%s" in Berlin', (format, expected) => {
    expect(formatSlackDate(format, seconds, 'Europe/Berlin', noon).replaceAll('\u202f', ' ')).toBe(expected);
  });

  it('is the reader’s own day', () => {
    const evening = Temporal.Instant.from('2025-03-04T23:30:00Z');
    const format = (zone: string) => formatSlackDate('{date_num}', evening.epochMilliseconds / 1000, zone, noon);
    expect(format('America/New_York')).toBe('2025-03-04');
    expect(format('Europe/Berlin')).toBe('2025-03-05');
  });

  it('says how long ago', () => {
    const later = noon.add({ hours: 3 });
    expect(formatSlackDate('{ago}', seconds, 'UTC', later)).toBe('3 hours ago');
  });

  it('refuses a time that does not exist', () => {
    expect(() => formatSlackDate('{date}', Number.NaN, 'UTC', noon)).toThrow(RangeError);
  });
});

describe('the line between two days', () => {
  it.each([
    ['2025-03-04T08:00:00Z', 'Today'],
    ['2025-03-03T08:00:00Z', 'Yesterday'],
    ['2025-02-21T08:00:00Z', 'Friday, February 21st'],
    ['2024-02-22T08:00:00Z', 'Thursday, February 22nd, 2024'],
  ])('calls %s "%s"', (at, title) => {
    expect(dayTitle(Temporal.Instant.from(at), 'UTC', noon)).toBe(title);
  });

  it('knows yesterday across the change to summer time', () => {
    const afterTheChange = Temporal.Instant.from('2025-03-30T22:30:00Z');
    const before = Temporal.Instant.from('2025-03-29T23:30:00Z');
    expect(dayTitle(before, 'Europe/Berlin', afterTheChange)).toBe('Yesterday');
  });
});

it('tells the time on the reader’s clock', () => {
  expect(clockTime(noon, 'America/New_York').replaceAll('\u202f', ' ')).toBe('7:00 AM');
});
