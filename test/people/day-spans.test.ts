import { expect, it } from 'vitest';
import { dayFault, daysIn, readDaySpan, writtenDaySpan } from '../../src/people/day-spans.ts';

it.for([
  ['2026-12-24..2026-12-31', '2026-12-24', '2026-12-31'],
  [' 2026-12-24 .. 2026-12-31 ', '2026-12-24', '2026-12-31'],
  ['2026-12-24–2026-12-25', '2026-12-24', '2026-12-25'],
  ['2026-12-24', '2026-12-24', '2026-12-24'],
  ['2028-02-29', '2028-02-29', '2028-02-29'],
] as const)('%s are days', ([written, first, last]) => {
  const span = readDaySpan(written);
  expect(span).toEqual({ first, last });
  expect(readDaySpan(writtenDaySpan({ first, last }))).toEqual(span);
});

it.for(['2026-02-29', '2026-12-31..2026-12-24', '2026-12-24..', 'tomorrow', '2026-1-1', '2026-01-01..2027-06-01', ''])(
  '"%s" are none',
  (written) => {
    expect(readDaySpan(written)).toBeNull();
  },
);

it('says why days are none', () => {
  const faults = ['2026-05-22..2026-05-06', '2026-01-01..2027-06-01', 'may', '2026-05-06..2026-05-22'].map(dayFault);
  expect(faults).toEqual(['backwards', 'long', 'unread', null]);
});

it('names each day of spans once, however they overlap', () => {
  const spans = [
    { first: '2026-02-27', last: '2026-03-01' },
    { first: '2026-03-01', last: '2026-03-02' },
  ];
  expect(daysIn(spans)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
});
