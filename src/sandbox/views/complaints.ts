/** What Slack says beside a field before it submits a modal: the bot never gets to see such a submission. */
import { isEmpty } from '../blocks/values.ts';
import type { StoredView } from '../state.ts';
import { type Field, fieldsOf } from './filled.ts';

/** By block id; empty when the modal can be submitted. */
export function complaintsAbout(view: StoredView): Record<string, string> {
  const found = fieldsOf(view)
    .filter(({ block }) => block.type === 'input')
    .map((field) => [field.blockId, complaint(field)] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function complaint({ block, element, value }: Field): string | undefined {
  if (isEmpty(value)) return block.optional === true ? undefined : 'Please complete this required field.';
  if (Array.isArray(value)) return tooManyChosen(value.length, element.max_selected_items);
  const written = value ?? '';
  switch (element.type) {
    case 'plain_text_input':
      return lengthProblem(written.length, Number(element.min_length ?? 0), Number(element.max_length ?? 3000));
    case 'number_input':
      return numberProblem(written, element);
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(written) ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(written) ? undefined : 'Please enter a valid URL, with http:// or https://.';
    default:
      return undefined;
  }
}

function tooManyChosen(count: number, most: unknown): string | undefined {
  return typeof most === 'number' && count > most ? `Please choose ${most} at most.` : undefined;
}

function lengthProblem(length: number, least: number, most: number): string | undefined {
  if (length < least) return `Please enter at least ${least} characters.`;
  return length > most ? `Please enter ${most} characters at most.` : undefined;
}

function numberProblem(written: string, { is_decimal_allowed, min_value, max_value }: Field['element']) {
  const form = is_decimal_allowed === true ? /^[+-]?(\d+\.?\d*|\.\d+)$/ : /^[+-]?\d+$/;
  if (!form.test(written))
    return is_decimal_allowed === true ? 'Please enter a number.' : 'Please enter a whole number.';
  const number = Number(written);
  if (min_value !== undefined && number < Number(min_value)) return `Please enter ${min_value} or more.`;
  return max_value !== undefined && number > Number(max_value) ? `Please enter ${max_value} or less.` : undefined;
}
