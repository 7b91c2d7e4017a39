/** How a column's values are read; the formats of dates and numbers are found by looking at all of them. */
export type Reading = 'text' | 'date' | 'number';

/** One thing that a file of some kind may tell, and the names its column goes by: the first of them that the file has is taken. */
export interface Field {
  name: string;
  reading: Reading;
  synonyms: readonly string[];
}

/** What a file of some kind may tell, and what it must. */
export interface FileShape {
  name: string;
  fields: readonly Field[];
  /** Each needs one of its fields to have a column. */
  required: readonly (readonly string[])[];
}
