import { createHash } from 'node:crypto';
import { spelled } from './name-index.ts';

/** The external id of a record whose file has no ids but names, which tell its records apart. */
export const naturalKey = (...names: readonly (string | null)[]): string =>
  shortened(`name:${names.map((name) => spelled(name ?? '')).join('|')}`);

/** The external id of a row without id or name: what it says, and which of the equal rows it is. */
export const contentKey = (content: string, ordinal: number): string => `row:${digest(content)}:${ordinal}`;

/** The digest that equal rows share. */
export const digest = (content: string): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 27);

const shortened = (key: string) => (key.length <= 300 ? key : `name:${digest(key)}`);
