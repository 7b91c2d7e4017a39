import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { judgeDates, noDateEvidence, readDate, weighDate } from '../../../src/records/import/date-format.ts';
import { momentsIn } from '../../../src/records/import/moment.ts';
import { judgeNumbers, noNumberEvidence, readNumber, weighNumber } from '../../../src/records/import/number-format.ts';

const datesOf = (values: string[]) => {
  const evidence = noDateEvidence();
  for (const value of values) weighDate(value, evidence);
  const verdict = judgeDates(evidence);
  return 'undecided' in verdict ? verdict : values.map((value) => readDate(value, verdict.format)?.day ?? null);
};

describe('dates', () => {
  it.each([
    [
      ['2026-03-01', '2026-12-31'],
      ['2026-03-01', '2026-12-31'],
    ],
    [
      ['1.3.2026', '02.04.26'],
      ['2026-03-01', '2026-04-02'],
    ],
    [
      ['31-12-2025', '01-02-2026'],
      ['2025-12-31', '2026-02-01'],
    ],
    [
      ['12/31/2025', '01/02/2026'],
      ['2025-12-31', '2026-01-02'],
    ],
    [
      ['31/12/2025', '01/02/2026'],
      ['2025-12-31', '2026-02-01'],
    ],
    [
      ['12/31/99', '1/2/26'],
      ['1999-12-31', '2026-01-02'],
    ],
    [
      ['05/05/2026', '06/06/2026'],
      ['2026-05-05', '2026-06-06'],
    ],
    [
      ['2026-03-01', '2026-04-01', '03/04/2026'],
      ['2026-03-01', '2026-04-01', null],
    ],
    [
      ['31/12/2025', '31/02/2026', '00/00/0000'],
      ['2025-12-31', null, null],
    ],
  ])('%j are read as a whole column', (values, days) => {
    expect(datesOf(values)).toEqual(days);
  });

  it.each([[['03/04/2026', '05/06/2026']], [['03-04-26']], [['13/01/2026', '01/13/2026']]])(
    '%j could be read in two ways',
    (values) => {
      expect(datesOf(values)).toHaveProperty('undecided');
    },
  );

  it('never come out as another day than was written', () => {
    const day = fc
      .date({ min: new Date('1970-01-01'), max: new Date('2068-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const parts = (iso: string) => iso.split('-') as [string, string, string];
    const writers = [
      (iso: string) => iso,
      (iso: string) => parts(iso).reverse().join('.'),
      (iso: string) => parts(iso).reverse().join('-'),
      (iso: string) => `${parts(iso)[1]}/${parts(iso)[2]}/${parts(iso)[0]}`,
      (iso: string) => `${parts(iso)[2]}.${parts(iso)[1]}.${parts(iso)[0].slice(2)}`,
    ];
    fc.assert(
      fc.property(fc.array(day, { minLength: 1 }), fc.constantFrom(...writers), (days, write) => {
        const read = datesOf(days.map(write));
        if (Array.isArray(read)) expect(read).toEqual(days);
        else expect(read.undecided).not.toBe('');
      }),
    );
  });

  it.each([
    ['2026-03-29 03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z', '2026-03-29', 3],
    ['2026-03-01T23:30:00Z', 'Asia/Tokyo', '2026-03-01T23:30:00.000Z', '2026-03-02', 8],
    ['2026-03-01T01:07:09-05:00', 'America/New_York', '2026-03-01T06:07:09.000Z', '2026-03-01', 1],
    ['2026-04-05 01:50', 'Australia/Lord_Howe', '2026-04-04T14:50:00.000Z', '2026-04-05', 1],
  ])('%s in %s is an instant and a day there', (written, zone, at, on, hour) => {
    const date = readDate(written, { '.': 'dmy', '-': 'dmy', '/': 'dmy' })!;
    expect(momentsIn(zone)(date)).toEqual({ at, on, hour });
  });

  it('are placed in any zone as Temporal places them', () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 365 * 40 });
    fc.assert(
      fc.property(
        minute,
        fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns', 'Asia/Tehran'),
        (minutes, zone) => {
          const written = Temporal.PlainDateTime.from('1990-01-01T00:00').add({ minutes });
          const expected = written.toZonedDateTime(zone);
          const date = {
            day: written.toPlainDate().toString(),
            time: written.toPlainTime().toString({ smallestUnit: 'second' }),
            offset: null,
          };
          expect(momentsIn(zone)(date).at).toBe(new Date(expected.epochMilliseconds).toISOString());
        },
      ),
    );
  });
});

describe('numbers', () => {
  const numbersOf = (values: string[], delimiter = ',') => {
    const evidence = noNumberEvidence();
    for (const value of values) weighNumber(value, evidence);
    const verdict = judgeNumbers(evidence, evidence, delimiter);
    return 'undecided' in verdict
      ? verdict
      : values.map((value) => readNumber(value, verdict.decimal, 'USD')?.value ?? null);
  };

  it.each([
    [
      ['1,054', '4,514.50'],
      ['1054', '4514.50'],
    ],
    [
      ['1.054', '4.514,50'],
      ['1054', '4514.50'],
    ],
    [
      ["1'054.5", '1 054', '-3'],
      ['1054.5', '1054', '-3'],
    ],
    [
      ['1,5', '1.234'],
      ['1.5', '1234'],
    ],
    [
      ['1,054', '550'],
      ['1054', '550'],
    ],
    [
      ['12.5', '1,2,3', 'abc', '(7)'],
      ['12.5', null, null, '-7'],
    ],
    [
      ['1.5', '1,5', '1,234'],
      ['1.5', '1.5', null],
    ],
  ])('%j are read as a whole column', (values, numbers) => {
    expect(numbersOf(values)).toEqual(numbers);
  });

  it('that could be read in two ways are not guessed', () => {
    expect(numbersOf(['1.054'])).toEqual({ undecided: '1.054' });
    expect(numbersOf(['1,054'], ';')).toEqual({ undecided: '1,054' });
  });

  it.each([
    ['$1,054', 'USD', '1054', 'USD'],
    ['$5', 'CAD', '5', 'CAD'],
    ['5 €', 'USD', '5', 'EUR'],
    ['EUR 1,000.5', 'USD', '1000.5', 'EUR'],
    ['¥500', 'USD', '500', 'JPY'],
  ])('%s in a workspace of %s has a currency', (written, own, value, currency) => {
    expect(readNumber(written, '.', own)).toMatchObject({ value, currency });
  });
});
