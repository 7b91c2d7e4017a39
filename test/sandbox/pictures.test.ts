import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { ADA, BEN, clientOf, connectBolt, openSandbox, SALES } from './workshop.ts';

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Uploads as the bot does; the id of the file. */
async function upload(sandbox: Sandbox, bytes = PNG, share: { channel_id?: string } = {}): Promise<string> {
  const client = clientOf(sandbox);
  const { upload_url, file_id } = await client.files.getUploadURLExternal({ filename: 'c.png', length: bytes.length });
  const form = new FormData();
  form.set('body', new Blob([new Uint8Array(bytes)]), 'c.png');
  expect((await fetch(upload_url!, { method: 'POST', body: form })).status).toBe(200);
  await client.files.completeUploadExternal({ files: [{ id: file_id!, title: 'Chart' }], ...share });
  return file_id!;
}

async function untilProcessed(sandbox: Sandbox, file: string): Promise<Record<string, unknown>> {
  const client = clientOf(sandbox);
  for (;;) {
    const info = await client.files.info({ file });
    if (info.file?.size) return { ...info.file };
  }
}

const shows = (file: string) => [{ type: 'image', alt_text: 'Chart', slack_file: { id: file } }];

describe('uploaded files', () => {
  test('a file that Slack has not processed yet has no size, and cannot be shown', async () => {
    const sandbox = await openSandbox({ timing: { fileProcessingMs: 600_000 } });
    const client = clientOf(sandbox);
    const file = await upload(sandbox);
    expect((await client.files.info({ file })).file).toMatchObject({ size: 0, mimetype: '' });
    const tooSoon = client.chat.postMessage({ channel: SALES, text: 'Chart', blocks: shows(file) });
    await expect(tooSoon).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: { messages: ['[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]'] },
      },
    });
  });

  test('a processed file has its size and measures, and can be shown to all', async () => {
    const sandbox = await openSandbox();
    const file = await upload(sandbox);
    const facts = { size: PNG.length, mimetype: 'image/png', original_w: 1, original_h: 1, title: 'Chart' };
    expect(await untilProcessed(sandbox, file)).toMatchObject(facts);
    await clientOf(sandbox).chat.postMessage({ channel: SALES, text: 'Chart', blocks: shows(file) });
    const bytes = await fetch(`${sandbox.url}sandbox/file/${file}?as=${BEN}`);
    expect(Buffer.from(await bytes.arrayBuffer())).toEqual(PNG);
  });

  test('a file shared to nobody is seen by the bot alone', async () => {
    const sandbox = await openSandbox();
    const file = await upload(sandbox);
    const address = `${sandbox.url}sandbox/file/${file}`;
    expect((await fetch(`${address}?as=${ADA}`)).status).toBe(404);
    expect((await fetch(address, { headers: { authorization: `Bearer ${sandbox.botToken}` } })).status).toBe(200);
  });

  test('naming a file in words shows it to nobody', async () => {
    const sandbox = await openSandbox();
    const file = await upload(sandbox);
    await sandbox.say(ADA, sandbox.dm(ADA), `What is ${file}?`);
    expect((await fetch(`${sandbox.url}sandbox/file/${file}?as=${ADA}`)).status).toBe(404);
  });

  test('a private answer cannot show an uploaded file', async () => {
    const sandbox = await openSandbox({ timing: { fileProcessingMs: 0 } });
    const file = await upload(sandbox, PNG, { channel_id: SALES });
    await untilProcessed(sandbox, file);
    const blocks = shows(file);
    const ephemeral = clientOf(sandbox).chat.postEphemeral({ channel: SALES, user: ADA, text: 'x', blocks });
    await expect(ephemeral).rejects.toMatchObject({ data: { error: 'invalid_blocks' } });

    const statuses: unknown[] = [];
    await connectBolt(sandbox, (app) =>
      app.command('/kpi', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'x', blocks }).catch((error: Error) => statuses.push(error.message));
        await respond({ text: 'for all', blocks, response_type: 'in_channel' });
      }),
    );
    await sandbox.say(ADA, SALES, '/kpi');
    await sandbox.waitForMessage(BEN, SALES, (message) => message.text === 'for all');
    expect(statuses).toEqual([expect.stringContaining('400')]);
  });

  test('what is no picture cannot be shown', async () => {
    const sandbox = await openSandbox({ timing: { fileProcessingMs: 0 } });
    const file = await upload(sandbox, Buffer.from('deal,amount\n'));
    expect(await untilProcessed(sandbox, file)).toMatchObject({ mimetype: 'application/octet-stream' });
    const posted = clientOf(sandbox).chat.postMessage({ channel: SALES, text: 'x', blocks: shows(file) });
    await expect(posted).rejects.toMatchObject({ data: { error: 'invalid_blocks' } });
  });

  test('the whole upload of the web API client arrives as a message with a file', async () => {
    const sandbox = await openSandbox();
    await clientOf(sandbox).filesUploadV2({ channel_id: SALES, file: PNG, filename: 'c.png', title: 'Chart' });
    const [message] = sandbox.messages(BEN, SALES);
    expect(message?.files).toMatchObject([{ title: 'Chart', url: expect.stringContaining(BEN) }]);
  });

  test('bytes of another length than announced are refused, and a file without bytes cannot be completed', async () => {
    const sandbox = await openSandbox();
    const client = clientOf(sandbox);
    const { upload_url, file_id } = await client.files.getUploadURLExternal({ filename: 'c.png', length: 5 });
    expect((await fetch(upload_url!, { method: 'POST', body: 'four' })).status).toBe(400);
    const completed = client.files.completeUploadExternal({ files: [{ id: file_id!, title: 'x' }] });
    await expect(completed).rejects.toMatchObject({ data: { error: 'file_not_found' } });
  });
});

describe('pictures by address', () => {
  /** A server of pictures on this machine; its address. */
  async function pictureServer(answer: { status?: number; body?: Buffer } = {}): Promise<string> {
    const server = createServer((_request, response) => {
      response.writeHead(answer.status ?? 200, { 'content-type': 'image/png' });
      response.end(answer.body ?? PNG);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/chart.png?signature=abc`;
  }

  const at = (image_url: string) => [{ type: 'image', alt_text: 'Chart', image_url }];

  test('the picture is fetched when posted, and kept for the page even when its server is gone', async () => {
    const sandbox = await openSandbox();
    const address = await pictureServer();
    await clientOf(sandbox).chat.postEphemeral({ channel: SALES, user: ADA, text: 'Chart', blocks: at(address) });
    const kept = await fetch(`${sandbox.url}sandbox/proxy?url=${encodeURIComponent(address)}`);
    expect(kept.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await kept.arrayBuffer())).toEqual(PNG);
  });

  test.each([
    ['answers with an error', () => pictureServer({ status: 404 })],
    ['is no picture', () => pictureServer({ body: Buffer.from('<html>') })],
    ['is too large', () => pictureServer({ body: Buffer.concat([PNG, Buffer.alloc(5_000_000)]) })],
    ['is not there', async () => 'http://127.0.0.1:1/chart.png'],
    ['is on another machine', async () => 'https://example.com/chart.png'],
    ['is no address', async () => 'chart.png'],
  ])('an address that %s makes the blocks invalid', async (_what, address) => {
    const sandbox = await openSandbox();
    const blocks = at(await address());
    const posted = clientOf(sandbox).chat.postMessage({ channel: SALES, text: 'Chart', blocks });
    const messages = ['[ERROR] downloading image failed [json-pointer:/blocks/0/image_url]'];
    await expect(posted).rejects.toMatchObject({ data: { error: 'invalid_blocks', response_metadata: { messages } } });
  });

  test('the proxy gives nothing that no message showed', async () => {
    const sandbox = await openSandbox();
    const address = encodeURIComponent(await pictureServer());
    expect((await fetch(`${sandbox.url}sandbox/proxy?url=${address}`)).status).toBe(404);
  });
});
