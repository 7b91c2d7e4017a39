import { Problem } from '../../errors.ts';
import type { Field, FileShape } from './field.ts';

export interface Column {
  index: number;
  /** As the file writes it. */
  name: string;
  field: Field;
}

export interface Header {
  columns: Column[];
  unused: string[];
}

/** A header's name without differences in writing: `Sales Agent`, `sales_agent`, `SALES-AGENT`. */
const bare = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]|[^\p{L}\p{M}\p{N}]/gu, '');

/**
 * Finds the column for each field: first by --map, then by each field's synonyms in order.
 *
 * @param map column → field, as a person wrote it
 *
 * @throws Problem for a map with an unknown column or field, and if a required column is missing
 */
export function readHeader(names: readonly string[], kind: FileShape, map: ReadonlyMap<string, string>): Header {
  const byIndex = new Map<number, Field>();
  for (const [column, fieldName] of map) {
    const index = names.findIndex((name) => bare(name) === bare(column));
    if (index < 0) throw new Problem('import.no_column', { column, header: names.join(', ') });
    const field = kind.fields.find(({ name }) => bare(name) === bare(fieldName));
    if (!field) throw new Problem('import.no_field', { field: fieldName, fields: listOf(kind.fields) });
    byIndex.set(index, field);
  }
  const mapped = new Set(byIndex.values());
  for (const field of kind.fields) {
    if (mapped.has(field)) continue;
    const wanted = [field.name, ...field.synonyms].map(bare);
    const index = wanted
      .map((synonym) => names.findIndex((name, at) => bare(name) === synonym && !byIndex.has(at)))
      .find((at) => at >= 0);
    if (index !== undefined) byIndex.set(index, field);
  }
  const found = new Set([...byIndex.values()].map(({ name }) => name));
  const missing = kind.required.find((oneOf) => !oneOf.some((name) => found.has(name)));
  if (missing) {
    throw new Problem('import.missing_column', {
      kind: kind.name,
      field: missing.join(' / '),
      first: missing[0] ?? '',
      header: names.join(', '),
    });
  }
  const columns = [...byIndex].sort(([one], [other]) => one - other);
  return {
    columns: columns.map(([index, field]) => ({ index, name: names[index] ?? '', field })),
    unused: names.filter((name, index) => name !== '' && !byIndex.has(index)),
  };
}

const listOf = (fields: readonly Field[]) => fields.map(({ name }) => name).join(', ');
