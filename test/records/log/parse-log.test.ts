import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  callOutcomeWords,
  callResultWords,
  meetingOutcomeWords,
  meetingResultWords,
} from '../../../src/language/en/log-words.ts';
import type { LogEntry } from '../../../src/records/log/entry.ts';
import { logWords } from '../../../src/records/log/log-words.ts';
import { parseLog } from '../../../src/records/log/parse-log.ts';

const zone = 'Europe/Berlin';
const now = Temporal.Instant.from('2026-11-21T13:00Z');
const names = ['Acme Corporation', 'Acme Foods', 'Betatech', 'Call Center Inc', 'Globex', 'Demo'];
const customers = names.map((name) => ({ id: name, name }));
const read = (words: string) => parseLog(words, { customers, now, zone });
const entryOf = (words: string) => read(words).entry;
const shown = (words: string) => {
  const { customers: named, nextStepOn, occurred, ...rest } = entryOf(words);
  const when = occurred && ('at' in occurred ? occurred.at.toString() : occurred.on.toString());
  const said = { ...rest, customer: named.map(({ name }) => name).join(' / '), due: nextStepOn?.toString(), when };
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
};

describe('what /log understands', () => {
  it.each([
    [
      'call Globex answered 12m asked for a proposal',
      {
        type: 'call',
        direction: 'outbound',
        outcome: 'answered',
        durationSeconds: 720,
        customer: 'Globex',
        note: 'asked for a proposal',
      },
    ],
    [
      'meeting Globex held next: send offer friday',
      { type: 'meeting', outcome: 'held', customer: 'Globex', nextStep: 'send offer', due: '2026-11-27' },
    ],
    [
      'next: send offer friday meeting held Globex',
      { type: 'meeting', outcome: 'held', customer: 'Globex', nextStep: 'send offer', due: '2026-11-27' },
    ],
    [
      'emailed acme foods yesterday 15:00',
      { type: 'email', direction: 'outbound', customer: 'Acme Foods', when: '2026-11-20T14:00:00Z' },
    ],
    [
      'inbound call Globex 9:30',
      { type: 'call', direction: 'inbound', customer: 'Globex', when: '2026-11-21T08:30:00Z' },
    ],
    ['call with Globex for 1h 5m', { type: 'call', direction: 'outbound', customer: 'Globex', durationSeconds: 3900 }],
    ['call with Globex 1,5h', { type: 'call', direction: 'outbound', customer: 'Globex', durationSeconds: 5400 }],
    ['call with Globex 1h30', { type: 'call', direction: 'outbound', customer: 'Globex', durationSeconds: 5400 }],
    [
      'demo Globex held sale yesterday',
      { type: 'demo', outcome: 'held', result: 'sale', customer: 'Globex', when: '2026-11-20' },
    ],
    ['meeting Call Center Inc no show', { type: 'meeting', outcome: 'no_show', customer: 'Call Center Inc' }],
    ['called beta no answer', { type: 'call', direction: 'outbound', outcome: 'unanswered', customer: 'Betatech' }],
    ['note: Globex wants a demo in March', { type: 'note', customer: 'Globex', note: 'wants a demo in March' }],
    ['call "Demo" left a message', { type: 'call', direction: 'outbound', outcome: 'voicemail', customer: 'Demo' }],
  ])('%s', (words, expected) => expect(shown(words)).toEqual(expected));

  it('keeps in the note what only looks like a keyword inside a sentence', () => {
    const midway = shown('call Globex answered wants 30 min extra and said yesterday morning works');
    expect(midway).toMatchObject({ note: 'wants 30 min extra and said yesterday morning works' });
    expect([midway.durationSeconds, midway.when]).toEqual([undefined, undefined]);
    expect(shown('call Globex answered asked for a 30 min demo of it')).toMatchObject({
      note: 'asked for a 30 min demo of it',
    });
    expect(shown('met the boss of Globex at the fair')).toMatchObject({
      customer: 'Globex',
      note: 'the boss of Globex at the fair',
    });
    expect(shown('call Globex answered interested in chairs')).toMatchObject({
      result: 'positive',
      note: 'interested in chairs',
    });
  });

  it('knows a customer with a slip in the name', () => {
    expect(shown('call Bettatech answered')).toMatchObject({ customer: 'Betatech' });
  });

  it('leaves a customer it does not know in the note', () => {
    expect(shown('call Zebra answered')).toMatchObject({ note: 'Zebra' });
    expect(entryOf('call Zebra answered').customers).toEqual([]);
  });

  it('offers every customer the words may mean, and says where they stand', () => {
    const { entry, customerAt } = read('call Acme answered');
    expect(entry.customers.map(({ name }) => name)).toEqual(['Acme Corporation', 'Acme Foods']);
    expect(customerAt).toEqual({ start: 5, end: 9 });
  });

  it('notices a time that is still to come', () => expect(read('call Globex 18:00').future).toBe('18:00'));

  it.each(['99999h', '-5m', '−5 min', '0m', '12.5m', '169 hours'])('notices that %s is no duration', (typed) => {
    const { entry, noDuration } = read(`call Globex answered ${typed}`);
    expect(noDuration).toBe(typed);
    expect([entry.durationSeconds, entry.note]).toEqual([null, null]);
  });

  it.each(['call Globex answered wants 99999m of cable', 'call Globex "99999m" answered', 'call Globex 12m answered'])(
    'does not take for a wrong duration what is in a sentence, in quotes, or right: %s',
    (words) => expect(read(words).noDuration).toBeNull(),
  );

  it('keeps an emoji as the note', () => expect(shown('call 😀')).toMatchObject({ type: 'call', note: '😀' }));
});

describe('the day of a next step', () => {
  it.each([
    ['saturday', '2026-11-28'],
    ['by mon', '2026-11-23'],
    ['tomorrow', '2026-11-22'],
    ['in 2 weeks', '2026-12-05'],
    ['next week', '2026-11-23'],
    ['6 march', '2027-03-06'],
    ['march 6th', '2027-03-06'],
    ['6.3.2027', '2027-03-06'],
    ['2026-12-01', '2026-12-01'],
  ])('%s', (day, due) =>
    expect(shown(`call Globex next: send offer ${day}`)).toMatchObject({ nextStep: 'send offer', due }),
  );
});

const oneOf = <Value>(values: readonly Value[]) => fc.constantFrom(...values);
const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null });
const keysOf = <Key extends string>(words: Record<Key, unknown>) => oneOf(Object.keys(words) as Key[]);
const prose = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const day = fc.integer({ min: 0, max: 400 }).map((days) => Temporal.PlainDate.from('2026-11-20').subtract({ days }));
const minute = fc.integer({ min: 1, max: 500_000 }).map((minutes) => now.subtract({ minutes }));
const isAmbiguous = (at: Temporal.Instant) => {
  const local = at.toZonedDateTimeISO(zone).toPlainDateTime();
  return !local.toZonedDateTime(zone).toInstant().equals(at);
};

const common = {
  customers: oneOf([[], ...customers.map((customer) => [customer])]),
  durationSeconds: orNull(fc.integer({ min: 1, max: 36_000 })),
  occurred: orNull(
    fc.oneof(
      day.map((on) => ({ on })),
      minute.filter((at) => !isAmbiguous(at)).map((at) => ({ at })),
    ),
  ),
  note: orNull(prose.filter((text) => !/^[,;]|[,;]$/.test(text))),
  nextStep: orNull(prose),
  nextStepOn: orNull(day),
};
const entries: fc.Arbitrary<LogEntry> = fc.oneof(
  fc.record({
    ...common,
    type: fc.constant('call' as const),
    direction: oneOf(['outbound', 'inbound'] as const),
    outcome: orNull(keysOf(callOutcomeWords)),
    result: orNull(keysOf(callResultWords)),
  }),
  fc.record({
    ...common,
    type: oneOf(['meeting', 'demo'] as const),
    direction: fc.constant(null),
    outcome: orNull(keysOf(meetingOutcomeWords)),
    result: orNull(keysOf(meetingResultWords)),
  }),
  fc.record({
    ...common,
    type: oneOf(['email', 'message', 'social'] as const),
    direction: oneOf(['outbound', 'inbound'] as const),
    outcome: fc.constant(null),
    result: fc.constant(null),
  }),
);
const plain = (entry: LogEntry) => JSON.parse(JSON.stringify(entry));

describe('the words of /log', () => {
  it('printed back and read again are the same', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        expect(plain(entryOf(logWords(entry, zone)))).toEqual(plain(entry));
      }),
      { numRuns: 400 },
    );
  });

  it('mean the same in any order', () => {
    const said = [
      'call',
      'Globex',
      'answered',
      'positive',
      '12m',
      'yesterday 15:00',
      'asked for a proposal',
      'next: "send offer" friday',
    ];
    const expected = plain(entryOf(said.join(' ')));
    expect(expected.note).toBe('asked for a proposal');
    fc.assert(
      fc.property(fc.shuffledSubarray(said, { minLength: said.length }), (order) => {
        expect(plain(entryOf(order.join(' ')))).toEqual(expected);
      }),
    );
  });

  it('are all in the note when they say nothing else', () => {
    const unknown = fc.array(fc.stringMatching(/^[xyz]{2,9}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(unknown, fc.nat(), (words, place) => {
        const at = place % (words.length + 1);
        const { type, note } = entryOf([...words.slice(0, at), 'call', ...words.slice(at)].join(' '));
        expect([type, note]).toEqual(['call', words.join(' ')]);
      }),
    );
  });

  it('never make it stumble', () => {
    const words = fc.oneof(
      prose,
      oneOf([
        'call',
        'Acme',
        'next:',
        'note:',
        '"',
        'answered',
        '12m',
        'friday',
        '9:30',
        ',',
        ';',
        '31.2.2026',
        '"Globex"',
      ]),
    );
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
        (typed) => {
          expect(() => read(typed)).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });
});
