import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createClosers } from '../src/closers.ts';

describe('what is open', () => {
  it('is closed once, the last first, and all of it although one fails', async () => {
    const closed: string[] = [];
    const opened = createClosers();
    for (const name of ['server', 'bot', 'page'])
      opened.add(async () => {
        closed.push(name);
        if (name === 'bot') throw new Error('stuck');
      });
    const closing = opened.close();
    expect(opened.close()).toBe(closing);
    await expect(closing).rejects.toThrow(AggregateError);
    expect(closed).toEqual(['page', 'bot', 'server']);
  });

  it('is also what was still opening, and the start does not go on', async () => {
    const closed: string[] = [];
    const opened = createClosers();
    const signal = new EventEmitter();
    const opening = once(signal, 'up').then(() => 'server');
    void opened.open(opening, async (name) => void closed.push(name)).then(() => closed.push('went on'));
    const closing = opened.close();
    signal.emit('up');
    await closing;
    expect(closed).toEqual(['server']);
  });

  it('is not what failed to open', async () => {
    const opened = createClosers();
    const failing = opened.open(Promise.reject(new Error('no')), () => Promise.reject(new Error('never open')));
    await expect(failing).rejects.toThrow('no');
    await opened.close();
    expect(opened.areClosing()).toBe(true);
  });
});
