import { SocketModeReceiver } from '@slack/bolt';
import { describe, expect, it, vi } from 'vitest';
import { createLog } from '../../src/log.ts';
import { boltLog } from '../../src/slack/bolt-log.ts';
import { guardSocket } from '../../src/slack/socket-guard.ts';

/** A client that was never connected, and what is logged while it reads a frame. */
function guarded() {
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => lines.push(line) });
  const receiver = new SocketModeReceiver({ appToken: 'xapp-1', logger: boltLog(log) });
  guardSocket(receiver, log);
  return { receiver, lines, read: (frame: object) => receiver.client.emit('ws_message', JSON.stringify(frame), false) };
}

describe('the socket', () => {
  it('lives on after a frame that Slack’s own client cannot read', async () => {
    const { lines, read } = guarded();
    read({
      type: 'events_api',
      envelope_id: '1',
      payload: { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 },
    });
    await vi.waitFor(() => expect(lines.join('')).toContain('a frame from Slack could not be read'));
  });

  it('still hands on the frames that can be read', async () => {
    const { receiver, lines, read } = guarded();
    const heard = new Promise((resolve) => receiver.client.once('app_mention', resolve));
    read({ type: 'events_api', envelope_id: '2', payload: { event: { type: 'app_mention' } } });
    expect(await heard).toMatchObject({ event: { type: 'app_mention' } });
    expect(lines).toEqual([]);
  });
});
