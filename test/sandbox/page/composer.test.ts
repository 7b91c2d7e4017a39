import { describe, expect, it } from 'vitest';
import { intentOf } from '../../../src/sandbox/page/composer/keys.ts';
import { recall } from '../../../src/sandbox/page/composer/recall.ts';
import { called, suggest } from '../../../src/sandbox/page/composer/suggest.ts';
import { DANA, RAVI } from './people.ts';

const commands = [
  { command: '/kpi', description: 'Numbers', usageHint: 'me' },
  { command: '/lead', description: 'Leads', usageHint: 'new' },
  { command: '/log', description: 'Activities', usageHint: 'call' },
];
const completions = (text: string) => suggest(text, commands, [DANA, RAVI]).map(({ completed }) => completed);

describe('suggestions', () => {
  it('offers all commands at a slash and fewer with each letter', () => {
    expect(completions('/')).toEqual(['/kpi ', '/lead ', '/log ']);
    expect(completions('/L')).toEqual(['/lead ', '/log ']);
    expect(completions('/lo')).toEqual(['/log ']);
  });

  it('offers no command once its words begin, nor in the middle of a sentence', () => {
    expect(completions('/kpi ')).toEqual([]);
    expect(completions('either /')).toEqual([]);
  });

  it('offers people by handle, first name and last name, and keeps what stands before', () => {
    expect(completions('/kpi @da')).toEqual(['/kpi @dana ']);
    expect(completions('@men')).toEqual(['@ravi ']);
    expect(completions('dana@')).toEqual([]);
  });

  it('knows which command is being written', () => {
    expect(called('/kpi me', commands)?.usageHint).toBe('me');
    expect(called('/KPI me', commands)?.usageHint).toBe('me');
    expect(called('/kpi', commands)).toBeUndefined();
    expect(called('/kpis me', commands)).toBeUndefined();
  });
});

describe('what was typed before', () => {
  const typed = ['first', 'second', 'third'];

  it('comes back from the last to the first, and no further', () => {
    expect(recall(typed, '', -1)).toBe('third');
    expect(recall(typed, 'third', -1)).toBe('second');
    expect(recall(typed, 'first', -1)).toBeUndefined();
  });

  it('goes forward again to an empty box', () => {
    expect(recall(typed, 'second', 1)).toBe('third');
    expect(recall(typed, 'third', 1)).toBe('');
  });

  it('leaves a text of one’s own alone', () => {
    expect(recall(typed, 'something else', -1)).toBeUndefined();
    expect(recall(typed, 'something else', 1)).toBeUndefined();
    expect(recall(typed, '', 1)).toBeUndefined();
    expect(recall([], '', -1)).toBeUndefined();
  });
});

describe('keys', () => {
  it('send with Enter, but break the line with Shift+Enter', () => {
    expect(intentOf('Enter', false, false)).toBe('send');
    expect(intentOf('Enter', true, false)).toBeUndefined();
  });

  it('move within suggestions while there are any, and leave the box by Tab when there are none', () => {
    expect(intentOf('ArrowDown', false, true)).toBe('next');
    expect(intentOf('Tab', false, true)).toBe('complete');
    expect(intentOf('Tab', false, false)).toBeUndefined();
    expect(intentOf('Tab', true, true)).toBeUndefined();
  });
});
