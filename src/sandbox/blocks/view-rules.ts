/** Rules for modals and Home tabs that look at more than one value. */
import { UNDRAWN_IN_VIEWS } from './shape.ts';
import type { Misfit, Part } from './walk.ts';

const LONGEST_TEXT = 3000;
const FORMS: Readonly<Record<string, RegExp>> = {
  initial_date: /^\d{4}-\d{2}-\d{2}$/,
  initial_time: /^([01]\d|2[0-3]):[0-5]\d$/,
};

export function viewRules(parts: Part[]): Misfit[] {
  return [
    ...parts.filter((part) => part.kind === 'modal').flatMap(inputsCanBeSubmitted),
    ...parts.filter((part) => part.kind === 'plain_text_input').flatMap(lengthsMakeSense),
    ...parts.filter((part) => part.kind === 'number_input').flatMap(saysWhetherDecimal),
    ...parts.filter((part) => part.kind === 'static_select' || part.kind === 'multi_static_select').flatMap(hasOptions),
    ...parts.flatMap(wellFormed),
    ...parts.filter((part) => UNDRAWN_IN_VIEWS.has(part.kind)).map(undrawn),
  ];
}

function inputsCanBeSubmitted({ pointer, object }: Part): Misfit[] {
  const blocks = Array.isArray(object.blocks) ? object.blocks : [];
  const asks = blocks.some((block) => block?.type === 'input');
  return asks && !object.submit ? [{ pointer, message: 'missing required field: submit' }] : [];
}

function lengthsMakeSense({ pointer, object }: Part): Misfit[] {
  const { min_length: least = 0, max_length: most = LONGEST_TEXT } = object;
  const inRange = (value: unknown, from: number): boolean => isWhole(value) && value >= from && value <= LONGEST_TEXT;
  if (!inRange(least, 0)) return [{ pointer: `${pointer}/min_length`, message: 'must be a number from 0 to 3000' }];
  if (!inRange(most, 1)) return [{ pointer: `${pointer}/max_length`, message: 'must be a number from 1 to 3000' }];
  return Number(least) <= Number(most)
    ? []
    : [{ pointer: `${pointer}/min_length`, message: 'must be less than or equal to max_length' }];
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value);
}

function saysWhetherDecimal({ pointer, object }: Part): Misfit[] {
  return typeof object.is_decimal_allowed === 'boolean'
    ? []
    : [{ pointer, message: 'missing required field: is_decimal_allowed' }];
}

function hasOptions({ pointer, object }: Part): Misfit[] {
  const kinds = [object.options, object.option_groups].filter((list) => list !== undefined);
  if (kinds.length === 0) return [{ pointer, message: 'missing required field: options' }];
  return kinds.length === 1 ? [] : [{ pointer, message: 'only one of options and option_groups is allowed' }];
}

function wellFormed({ pointer, object }: Part): Misfit[] {
  return Object.entries(FORMS)
    .filter(([key, form]) => object[key] !== undefined && !form.test(String(object[key])))
    .map(([key]) => ({ pointer: `${pointer}/${key}`, message: 'must be a valid value' }));
}

function undrawn({ pointer, kind }: Part): Misfit {
  return { pointer, message: `the sandbox’s page cannot draw ${kind} in a view` };
}
