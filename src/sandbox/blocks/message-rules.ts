/** Rules that look at more than one value: what belongs together, what must be unique, what is counted over a message. */
import { isObject } from '../arguments.ts';
import { MESSAGE_LIMITS } from './limits.ts';
import { INTERACTIVE_TYPES } from './shape.ts';
import { follow, type Misfit, type Part } from './walk.ts';

const BLOCK = /^(?:\/view)?\/blocks\/\d+/;

export function messageRules(parts: Part[]): Misfit[] {
  const blocks = parts.filter((part) => BLOCK.exec(part.pointer)?.[0] === part.pointer);
  const ofKind = (kind: string): Part[] => blocks.filter((part) => part.kind === kind);
  const pressed = parts.filter((part) => INTERACTIVE_TYPES.has(part.kind));
  return [
    ...ofKind('section').flatMap(sectionSaysSomething),
    ...parts.filter((part) => part.kind === 'image').flatMap(imageHasOneSource),
    ...repeated(blocks, 'block_id', () => ''),
    ...repeated(pressed, 'action_id', (part) => BLOCK.exec(part.pointer)?.[0] ?? ''),
    ...tooMany(ofKind('table'), MESSAGE_LIMITS.tables),
    ...tooMany(ofKind('data_visualization'), MESSAGE_LIMITS.dataVisualizations),
    ...tooLong(ofKind('table'), (part) => textLength(part.object.rows), MESSAGE_LIMITS.tableCharacters),
    ...tooLong(ofKind('markdown'), (part) => textLength(part.object.text), MESSAGE_LIMITS.markdownCharacters),
    ...ofKind('data_visualization').flatMap(seriesCoverCategories),
  ];
}

function sectionSaysSomething({ pointer, object }: Part): Misfit[] {
  return object.text || object.fields ? [] : [{ pointer, message: 'missing required field: text' }];
}

function imageHasOneSource({ pointer, object }: Part): Misfit[] {
  const sources = [object.image_url, object.slack_file].filter((source) => source !== undefined);
  if (sources.length === 0) return [{ pointer, message: 'missing required field: image_url' }];
  return sources.length === 1 ? [] : [{ pointer, message: 'only one of image_url and slack_file is allowed' }];
}

function repeated(parts: Part[], key: string, scope: (part: Part) => string): Misfit[] {
  const seen = new Set<string>();
  return parts.flatMap((part) => {
    const id = part.object[key];
    if (typeof id !== 'string') return [];
    const name = `${scope(part)} ${id}`;
    if (seen.has(name)) return [{ pointer: `${part.pointer}/${key}`, message: `\`${key}\` already exists: ${id}` }];
    seen.add(name);
    return [];
  });
}

function tooMany(parts: Part[], most: number): Misfit[] {
  return parts.slice(most).map(({ pointer, kind }) => ({ pointer, message: `no more than ${most} ${kind} allowed` }));
}

/** Adds up over the message; the fault stands at the block that goes over. */
function tooLong(parts: Part[], length: (part: Part) => number, most: number): Misfit[] {
  let sum = 0;
  for (const part of parts) {
    sum += length(part);
    if (sum > most) return [{ pointer: part.pointer, message: `must be less than ${most + 1} characters in all` }];
  }
  return [];
}

/** The characters of all texts within, without the names of keys and types. */
function textLength(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textLength(item), 0);
  if (!isObject(value)) return 0;
  return textLength(value.text) + textLength(value.elements) + textLength(value.rows);
}

function seriesCoverCategories({ pointer, object }: Part): Misfit[] {
  const categories = follow(object, pointer, 'chart/axis_config/categories/*').map((category) => category.value);
  return follow(object, pointer, 'chart/series/*').flatMap((series) => {
    const labels = isObject(series.value) ? follow(series.value, '', 'data/*/label').map((label) => label.value) : [];
    const complete = labels.length === categories.length && categories.every((category) => labels.includes(category));
    return complete ? [] : [{ pointer: `${series.pointer}/data`, message: 'must have one value for each category' }];
  });
}
