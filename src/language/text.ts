import { IntlMessageFormat } from 'intl-messageformat';
import type { Problem } from '../errors.ts';
import { en } from './en/index.ts';

export type MessageKey = keyof typeof en;
export type MessageValues = Readonly<Record<string, string | number | boolean>>;

/** Parsing an ICU message costs more than filling it in. */
const parsed = new Map<MessageKey, IntlMessageFormat>();

/** The message `key` of the catalogue with its gaps filled in. */
export function text(key: MessageKey, values: MessageValues = {}): string {
  let message = parsed.get(key);
  if (!message) {
    message = new IntlMessageFormat(en[key], 'en', undefined, { ignoreTag: true });
    parsed.set(key, message);
  }
  return String(message.format(values));
}

const isKey = (key: string): key is MessageKey => Object.hasOwn(en, key);

/** The message of a key made from data, such as a KPI's id; undefined when the catalogue has none. */
export const textIfAny = (key: string, values?: MessageValues): string | undefined =>
  isKey(key) ? text(key, values) : undefined;

/** What a problem means to the person who met it. A test asserts that every code in use has its message. */
export function problemText({ code, values }: Problem): string {
  const key = `problem.${code}`;
  if (!isKey(key)) throw new Error(`no message ${key} in the catalogue`);
  return text(key, values);
}
