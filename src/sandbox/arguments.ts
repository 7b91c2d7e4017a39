/**
 * Arguments of a Web API call. Slack takes them from the query, a form (objects as JSON strings) or a JSON body;
 * the readers below take either spelling.
 */
import { SlackError } from './errors.ts';

export type Arguments = Record<string, unknown>;

/** A message that could not be written out again would spoil its room for good. */
const MOST_LEVELS = 50;

export function parseArguments(query: URLSearchParams, contentType: string, body: Buffer): Arguments {
  const fromQuery = Object.fromEntries(query);
  if (contentType.startsWith('application/json')) return { ...fromQuery, ...jsonObject(body.toString('utf8')) };
  return { ...fromQuery, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) };
}

function jsonObject(source: string): Arguments {
  const value = parseJson(source === '' ? '{}' : source, 'invalid_json');
  if (!isObject(value)) throw new SlackError('json_not_object');
  return value;
}

/** @throws SlackError `error` for what is no JSON, or is nested beyond anything Slack means */
export function parseJson(source: string, error: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    throw new SlackError(error);
  }
  if (isDeeperThan(value, MOST_LEVELS)) throw new SlackError(error);
  return value;
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string argument; numbers count as their digits, an empty string as absent. */
export function text(args: Arguments, name: string): string | undefined {
  const value = args[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** @throws SlackError `invalid_arguments`, naming the missing one */
export function required(args: Arguments, name: string): string {
  const value = text(args, name);
  if (value === undefined) throw new SlackError('invalid_arguments', [`missing required field: ${name}`]);
  return value;
}

export function flag(args: Arguments, name: string): boolean {
  return args[name] === true || args[name] === 'true' || args[name] === '1' || args[name] === 1;
}

/** An object or array, given as such or as a JSON string; throws `error` when it is neither. */
export function json(args: Arguments, name: string, error: string): unknown {
  const value = args[name];
  return typeof value === 'string' && value !== '' ? parseJson(value, error) : value === '' ? undefined : value;
}
