/** Walking through blocks: every object in them with its kind and its JSON pointer. */
import { isObject } from '../arguments.ts';
import { COMPOSITIONS, SLOTS, type Slot } from './shape.ts';

export interface Found {
  /** JSON pointer from what was sent, such as `/blocks/0/text`, or `/view/blocks/0/text`. */
  pointer: string;
  value: unknown;
}

export interface Part {
  pointer: string;
  kind: string;
  object: Record<string, unknown>;
}

export interface Misfit {
  pointer: string;
  message: string;
}

const slotsOf = grouped();

function grouped(): Map<string, Slot[]> {
  const byKind = new Map<string, Slot[]>();
  for (const slot of SLOTS) byKind.set(slot.in, [...(byKind.get(slot.in) ?? []), slot]);
  return byKind;
}

/** What a path leads to; absent members are left out. */
export function follow(object: Record<string, unknown>, pointer: string, path: string): Found[] {
  let found: Found[] = [{ pointer, value: object }];
  for (const step of path.split('/')) found = found.flatMap((at) => stepInto(at, step));
  return found;
}

function stepInto({ pointer, value }: Found, step: string): Found[] {
  if (step === '*')
    return Array.isArray(value) ? value.map((item, i) => ({ pointer: `${pointer}/${i}`, value: item })) : [];
  if (!isObject(value) || value[step] === undefined || value[step] === null) return [];
  return [{ pointer: `${pointer}/${step}`, value: value[step] }];
}

/** What blocks are for: a message, or a view, whose JSON pointers begin with `/view`. */
export type Surface = 'message' | 'modal' | 'home';

/** All parts of a message or a view, and what stands where it does not belong. */
export function walk(
  whole: Record<string, unknown>,
  surface: Surface = 'message',
): { parts: Part[]; misfits: Misfit[] } {
  const parts: Part[] = [];
  const misfits: Misfit[] = [];
  const visit = (part: Part): void => {
    parts.push(part);
    for (const slot of slotsOf.get(part.kind) ?? [])
      for (const { pointer, value } of follow(part.object, part.pointer, slot.path)) {
        const kind = kindOf(value, slot);
        if (kind !== undefined && isObject(value)) visit({ pointer, kind, object: value });
        else misfits.push({ pointer, message: misfit(value) });
      }
  };
  visit({ pointer: surface === 'message' ? '' : '/view', kind: surface, object: whole });
  return { parts, misfits };
}

function kindOf(value: unknown, slot: Slot): string | undefined {
  if (!isObject(value)) return undefined;
  const [first = ''] = slot.holds;
  if (COMPOSITIONS.has(first)) return first;
  return typeof value.type === 'string' && slot.holds.includes(value.type) ? value.type : undefined;
}

function misfit(value: unknown): string {
  if (!isObject(value)) return 'must be a valid object';
  return value.type === undefined ? 'missing required field: type' : `unsupported type: ${String(value.type)}`;
}
