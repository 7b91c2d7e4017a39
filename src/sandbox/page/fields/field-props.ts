import type { ElementLike, Plain } from '../../blocks/values.ts';

/** What every kind of field gets. */
export interface FieldProps {
  /** The id of the control, for a label. */
  id?: string;
  element: ElementLike;
  value: Plain;
  onChange: (value: Plain) => void;
  /** The text is finished for now: Enter was pressed in it. */
  onEnter?: (() => void) | undefined;
  pending?: boolean;
  /** How the control is named and described where it has no label of its own. */
  aria: Aria;
}

export interface Aria {
  'aria-label'?: string | undefined;
  'aria-labelledby'?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
  'aria-required'?: boolean | undefined;
}
