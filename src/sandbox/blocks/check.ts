/** Whether Slack would take these blocks, and if not, what it says and where. */
import { LIMITS, type Limit } from './limits.ts';
import { messageRules } from './message-rules.ts';
import { viewRules } from './view-rules.ts';
import { follow, type Misfit, type Part, walk } from './walk.ts';

/** The faults of a message's blocks in Slack's words, each with a JSON pointer; none when all is well. */
export function faultsOf(blocks: unknown[]): string[] {
  const { parts, misfits } = walk({ blocks });
  return inWords([...misfits, ...parts.flatMap(limitFaults), ...messageRules(parts)]);
}

/** The same of a whole view. */
export function viewFaultsOf(view: Record<string, unknown>, surface: 'modal' | 'home'): string[] {
  const { parts, misfits } = walk(view, surface);
  return inWords([...misfits, ...parts.flatMap(limitFaults), ...messageRules(parts), ...viewRules(parts)]);
}

function inWords(faults: Misfit[]): string[] {
  return faults.map(({ pointer, message }) => `${message} [json-pointer:${pointer}]`);
}

function limitFaults(part: Part): Misfit[] {
  return LIMITS.filter((limit) => limit.in === part.kind).flatMap((limit) => check(part, limit));
}

function check(part: Part, limit: Limit): Misfit[] {
  const found = follow(part.object, part.pointer, limit.path);
  if (limit.required && found.length === 0)
    return [{ pointer: part.pointer, message: `missing required field: ${limit.path.split('/').at(-1)}` }];
  return found.flatMap(({ pointer, value }) => {
    const message = complaint(value, limit);
    return message === undefined ? [] : [{ pointer, message }];
  });
}

function complaint(value: unknown, { most, least, oneOf }: Limit): string | undefined {
  if (oneOf && !oneOf.includes(String(value))) return `must be one of: ${oneOf.join(', ')}`;
  if (most === undefined && least === undefined) return undefined;
  if (Array.isArray(value)) {
    if (most !== undefined && value.length > most) return `no more than ${most} items allowed`;
    if (least !== undefined && value.length < least) return `no fewer than ${least} items allowed`;
    return undefined;
  }
  if (typeof value !== 'string') return 'must be a valid string';
  if (most !== undefined && value.length > most) return `must be less than ${most + 1} characters`;
  if (least !== undefined && value.length < least) return `must be more than ${least - 1} characters`;
  return undefined;
}
