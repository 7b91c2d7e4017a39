import { expect, test } from 'vitest';
import { faultsOf, viewFaultsOf } from '../../src/sandbox/blocks/check.ts';
import { LIMITS, type Limit } from '../../src/sandbox/blocks/limits.ts';
import { follow, type Surface, walk } from '../../src/sandbox/blocks/walk.ts';
import { everyKindOfBlock, everyKindOfView } from './every-block.ts';
import { clientOf, openSandbox, SALES } from './workshop.ts';

type Whole = Record<string, unknown>;

const name = (limit: Limit): string => `${limit.in} ${limit.path}`;

const surfaceOf = (limit: Limit): Surface => (limit.in === 'modal' || limit.in === 'home' ? limit.in : 'message');

/** A whole message or view that uses what the limit speaks of. */
const exampleFor = (limit: Limit): Whole =>
  surfaceOf(limit) === 'message' ? { blocks: everyKindOfBlock() } : everyKindOfView(surfaceOf(limit));

const faultsIn = (limit: Limit, whole: Whole): string[] => {
  const surface = surfaceOf(limit);
  return surface === 'message' ? faultsOf(whole.blocks as unknown[]) : viewFaultsOf(whole, surface);
};

/** The first place in the example that a limit speaks of. */
function placeOf(whole: Whole, limit: Limit): { pointer: string; value: unknown } {
  const parts = walk(whole, surfaceOf(limit)).parts.filter((part) => part.kind === limit.in);
  const [place] = parts.flatMap((part) => follow(part.object, part.pointer, limit.path));
  if (!place) throw new Error(`the example has no ${name(limit)}`);
  return place;
}

/** A copy with another value, or none, at the pointer. */
function changed(whole: Whole, pointer: string, value: unknown): Whole {
  const copy = structuredClone(whole);
  const steps = pointer
    .replace(/^\/view/, '')
    .slice(1)
    .split('/');
  const last = steps.pop()!;
  let at = copy;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

/** A text or list of the wanted length. */
function sized(value: unknown, length: number): unknown {
  if (!Array.isArray(value)) return 'x'.repeat(length);
  return Array.from({ length }, (_, i) => {
    const item = structuredClone(value[0]);
    return typeof item === 'object' && 'action_id' in item ? { ...item, action_id: `a${i}` } : item;
  });
}

test('an example with every kind of block is without fault', () => {
  expect(faultsOf(everyKindOfBlock())).toEqual([]);
  expect(viewFaultsOf(everyKindOfView('modal'), 'modal')).toEqual([]);
  expect(viewFaultsOf(everyKindOfView('home'), 'home')).toEqual([]);
});

test.each(LIMITS.filter((limit) => limit.most !== undefined).map((limit) => [name(limit), limit] as const))(
  '%s may be as long as Slack allows, and not one longer',
  (_name, limit) => {
    const example = exampleFor(limit);
    const { pointer, value } = placeOf(example, limit);
    const unit = Array.isArray(value)
      ? `no more than ${limit.most} items allowed`
      : `must be less than ${limit.most! + 1} characters`;
    const fault = `${unit} [json-pointer:${pointer}]`;
    expect(faultsIn(limit, changed(example, pointer, sized(value, limit.most!)))).not.toContain(fault);
    expect(faultsIn(limit, changed(example, pointer, sized(value, limit.most! + 1)))).toContain(fault);
  },
);

test.each(LIMITS.filter((limit) => limit.least !== undefined).map((limit) => [name(limit), limit] as const))(
  '%s may not be shorter than Slack allows',
  (_name, limit) => {
    const example = exampleFor(limit);
    const { pointer, value } = placeOf(example, limit);
    const faults = faultsIn(limit, changed(example, pointer, sized(value, limit.least! - 1)));
    expect(faults.join('\n')).toMatch(/(no fewer than|must be more than|missing required)/);
  },
);

test.each(LIMITS.filter((limit) => limit.required).map((limit) => [name(limit), limit] as const))(
  '%s may not be left out',
  (_name, limit) => {
    const example = exampleFor(limit);
    const { pointer } = placeOf(example, limit);
    const field = limit.path.split('/').at(-1);
    const faults = faultsIn(limit, changed(example, pointer, undefined));
    expect(faults.join('\n')).toContain(`missing required field: ${field}`);
  },
);

test.each(LIMITS.filter((limit) => limit.oneOf).map((limit) => [name(limit), limit] as const))(
  '%s is one of the words Slack knows',
  (_name, limit) => {
    const example = exampleFor(limit);
    const { pointer } = placeOf(example, limit);
    expect(faultsIn(limit, changed(example, pointer, 'mrkdwn')).join('\n')).toContain(`[json-pointer:${pointer}]`);
  },
);

const words = (count: number) => ({ type: 'raw_text', text: 'x'.repeat(count) });
const section = (extra: object = {}) => ({ type: 'section', text: { type: 'mrkdwn', text: 'x' }, ...extra });
const press = (action_id: string) => ({ type: 'button', text: { type: 'plain_text', text: 'Go' }, action_id });
const chart = (categories: string[], labels: string[]) => ({
  type: 'data_visualization',
  title: 'Won',
  chart: {
    type: 'bar',
    series: [{ name: 'Ada', data: labels.map((label) => ({ label, value: 1 })) }],
    axis_config: { categories },
  },
});

test.each([
  ['two tables', [0, 1].map(() => ({ type: 'table', rows: [[words(1)]] })), '/blocks/1'],
  ['a table of more than 10,000 characters', [{ type: 'table', rows: [[words(5000), words(5001)]] }], '/blocks/0'],
  [
    '12,001 characters of markdown in two blocks',
    [6000, 6001].map((n) => ({ type: 'markdown', text: 'x'.repeat(n) })),
    '/blocks/1',
  ],
  ['three charts', ['a', 'b', 'c'].map(() => chart(['Q1'], ['Q1'])), '/blocks/2'],
  ['a series without a value for every category', [chart(['Q1', 'Q2'], ['Q1'])], '/blocks/0/chart/series/0/data'],
  ['a section that says nothing', [{ type: 'section' }], '/blocks/0'],
  ['an image without a source', [{ type: 'image', alt_text: 'x' }], '/blocks/0'],
  ['a block id twice', [section({ block_id: 'a' }), section({ block_id: 'a' })], '/blocks/1/block_id'],
  [
    'an action id twice in a block',
    [{ type: 'actions', elements: [press('a'), press('a')] }],
    '/blocks/0/elements/1/action_id',
  ],
  ['a block Slack does not know', [{ type: 'marquee' }], '/blocks/0'],
  ['a block for modals only', [{ type: 'alert', text: { type: 'mrkdwn', text: 'x' } }], '/blocks/0'],
  ['a button among context elements', [{ type: 'context', elements: [press('a')] }], '/blocks/0/elements/0'],
])('Slack refuses %s', (_what, blocks, pointer) => {
  expect(faultsOf(blocks).join('\n')).toContain(`[json-pointer:${pointer}]`);
});

const ask = (element: object, extra: object = {}) => ({
  type: 'input',
  label: { type: 'plain_text', text: 'What?' },
  element: { action_id: 'a', ...element },
  ...extra,
});
const options = [{ text: { type: 'plain_text', text: 'A' }, value: 'a' }];

test.each([
  ['inputs without a way to submit', { submit: undefined, blocks: [ask({ type: 'datepicker' })] }, '/view'],
  ['a day that is none', { blocks: [ask({ type: 'datepicker', initial_date: '5 May' })] }, '/element/initial_date'],
  ['a time that is none', { blocks: [ask({ type: 'timepicker', initial_time: '24:00' })] }, '/element/initial_time'],
  [
    'more characters than there can be',
    { blocks: [ask({ type: 'plain_text_input', max_length: 3001 })] },
    '/max_length',
  ],
  [
    'a least length beyond the most',
    { blocks: [ask({ type: 'plain_text_input', min_length: 5, max_length: 4 })] },
    '/min_length',
  ],
  ['a number that may be decimal or not', { blocks: [ask({ type: 'number_input' })] }, '/view/blocks/0/element'],
  ['a select without options', { blocks: [ask({ type: 'static_select' })] }, '/view/blocks/0/element'],
  [
    'a select with options and groups',
    {
      blocks: [
        ask({ type: 'static_select', options, option_groups: [{ label: { type: 'plain_text', text: 'G' }, options }] }),
      ],
    },
    '/view/blocks/0/element',
  ],
  ['a block for messages only', { blocks: [{ type: 'table', rows: [[words(1)]] }] }, '/view/blocks/0'],
  ['a title with marks', { title: { type: 'mrkdwn', text: '*T*' } }, '/view/title'],
])('Slack refuses a modal with %s', (_what, change, pointer) => {
  const modal = { ...everyKindOfView('modal'), ...change };
  expect(viewFaultsOf(modal, 'modal').join('\n')).toContain(`${pointer}]`);
});

test('what the page cannot draw in a view is refused by name, rather than shown empty', () => {
  const modal = { ...everyKindOfView('modal'), blocks: [ask({ type: 'rich_text_input' })] };
  expect(viewFaultsOf(modal, 'modal')).toEqual([
    'the sandbox’s page cannot draw rich_text_input in a view [json-pointer:/view/blocks/0/element]',
  ]);
});

test('the same action id in two blocks is fine', () => {
  const row = { type: 'actions', elements: [press('a')] };
  expect(faultsOf([row, row])).toEqual([]);
});

test('the bot is told what is wrong and where, and nothing is posted', async () => {
  const sandbox = await openSandbox();
  const refused = clientOf(sandbox).chat.postMessage({
    channel: SALES,
    text: 'x',
    blocks: [section(), { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }],
  });
  const message = '[ERROR] must be less than 151 characters [json-pointer:/blocks/1/text/text]';
  await expect(refused).rejects.toMatchObject({
    data: { ok: false, error: 'invalid_blocks', response_metadata: { messages: [message] } },
  });
  expect(sandbox.messages('U0ADA00001', SALES)).toEqual([]);
});
