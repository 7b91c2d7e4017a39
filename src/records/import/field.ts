/** How a column's values are read. The formats of dates and numbers are found by looking at all values. */
export type Reading = 'text' | 'date' | 'number';

/** A field of a kind of file, with the column names it may have: the first one that the file has is taken. */
export interface Field {
  name: string;
  reading: Reading;
  synonyms: readonly string[];
}

/** The fields that a kind of file can have, and those it must have. */
export interface FileShape {
  name: string;
  fields: readonly Field[];
  /** In each group, one field must have a column. */
  required: readonly (readonly string[])[];
}
