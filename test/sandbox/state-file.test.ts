import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { ADA, BEN, clientOf, openSandbox, SALES, WORKSHOP } from './workshop.ts';

test('a second start still shows what was said, pictures included, and goes on from there', async () => {
  const stateFile = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'inner', 'slack.json');
  const first = await startSandbox({ ...WORKSHOP, stateFile });
  const client = clientOf(first);
  await client.filesUploadV2({ channel_id: SALES, file: Buffer.from('bytes'), filename: 'a.txt', title: 'A' });
  await client.chat.postMessage({ channel: ADA, text: 'One' });
  await first.stop();

  const second = await openSandbox({ stateFile });
  const [old] = second.messages(ADA, second.dm(ADA));
  expect(old?.text).toBe('One');
  const [shared] = second.messages(BEN, SALES);
  const file = await fetch(new URL(shared!.files![0]!.url, second.url));
  expect(await file.text()).toBe('bytes');
  const { ts } = await clientOf(second).chat.postMessage({ channel: ADA, text: 'Two' });
  expect(ts! > old!.ts).toBe(true);
});
