import type { Fact } from '../definition.ts';
import { activityRows } from './activity.ts';
import { customerRows } from './customer.ts';
import { dealRows } from './deal.ts';
import { headcountRows } from './headcount.ts';
import { lineRows } from './line.ts';
import type { FactRows } from './scope.ts';
import { stateRows } from './state.ts';

/** Where the rows of each fact come from. */
export const factRows: Record<Fact, FactRows> = {
  activity: activityRows,
  deal: dealRows,
  line: lineRows,
  state: stateRows,
  customer: customerRows,
  headcount: headcountRows,
};
