import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../log.ts';

/**
 * Keeps the process alive if Slack's own client gets a frame it cannot read: an `app_rate_limited` envelope has no
 * inner event, and the client (socket-mode 3.1) throws where nobody can catch it. Only that frame is lost.
 */
export function guardSocket({ client }: SocketModeReceiver, log: Log): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...frame: unknown[]) => {
    try {
      for (const read of readers) await read.apply(client, frame);
    } catch (cause) {
      log.warn({ err: cause }, 'a frame from Slack could not be read');
    }
  });
}
