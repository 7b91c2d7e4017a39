/** What the bot calls: Web API methods, the upload of a file's bytes, and `response_url`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { takeAnswer } from './answers.ts';
import { type Arguments, isObject, parseArguments, parseJson } from './arguments.ts';
import { SlackError } from './errors.ts';
import { receiveUpload } from './methods/files.ts';
import { METHODS } from './methods/index.ts';
import { answerCall, type Reply, readBody, send, tooMany } from './replies.ts';
import { checkToken } from './tokens.ts';
import type { World } from './world.ts';

/** Logical errors are HTTP 200 in the Web API. */
const refuseCall = (error: SlackError): Reply => ({ status: 200, body: error.body });

export async function webApi(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const name = url.pathname.slice('/api/'.length);
  const body = await readBody(request);
  let args: Arguments;
  try {
    args = parseArguments(url.searchParams, request.headers['content-type'] ?? '', body);
  } catch (error) {
    if (error instanceof SlackError) return send(response, refuseCall(error));
    throw error;
  }
  const work = async (): Promise<Reply> => {
    const method = METHODS.get(name);
    if (!method) throw new SlackError('unknown_method');
    checkToken(request, args, name);
    const wait = world.rateLimiter?.waitFor(name, args);
    if (wait !== undefined) return tooMany(wait);
    return { status: 200, body: { ok: true, ...(await method(world, args)) } };
  };
  await answerCall(world, response, { name, args, work, refuse: refuseCall });
}

/** The bytes of a file, raw or as the one field of a multipart form. */
export async function upload(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const id = url.pathname.slice('/upload/'.length);
  const body = await readBody(request);
  const work = async (): Promise<Reply> => {
    const bytes = await uploadedBytes(request.headers['content-type'] ?? '', body);
    receiveUpload(world.state, id, bytes);
    return { status: 200, body: `OK - ${bytes.length}` };
  };
  const refuse = (error: SlackError): Reply => ({ status: 400, body: error.code });
  await answerCall(world, response, { name: 'upload', args: { file: id, bytes: body.length }, work, refuse });
}

async function uploadedBytes(contentType: string, body: Buffer): Promise<Buffer> {
  if (!contentType.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => undefined);
  const [part] = form?.values() ?? [];
  if (part === undefined) throw new SlackError('no_file_data');
  return typeof part === 'string' ? Buffer.from(part) : Buffer.from(await part.arrayBuffer());
}

/** An answer to an interaction. Slack takes JSON only, and says with the HTTP status that it refuses. */
export async function responseUrl(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const body = (await readBody(request)).toString('utf8');
  const refuse = (error: SlackError): Reply => {
    const gone = error.code === 'expired_url' || error.code === 'used_url';
    return { status: gone ? 404 : 400, body: error.body };
  };
  let answer: unknown;
  try {
    answer = parseJson(body, 'invalid_payload');
  } catch {
    answer = undefined;
  }
  const work = async (): Promise<Reply> => {
    if (!isObject(answer)) throw new SlackError('invalid_payload');
    await takeAnswer(world, world.responseUrls.use(url.pathname), answer);
    return { status: 200, body: 'ok' };
  };
  await answerCall(world, response, { name: 'response_url', args: isObject(answer) ? answer : {}, work, refuse });
}
