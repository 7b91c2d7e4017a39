import type { Fact } from '../measure.ts';
import { activityRows } from './activity.ts';
import { customerRows } from './customer.ts';
import { customerMonthRows } from './customer-month.ts';
import { dealRows } from './deal.ts';
import { expenseRows } from './expense.ts';
import { headcountRows } from './headcount.ts';
import { leadRows } from './lead.ts';
import { lineRows } from './line.ts';
import { priceRows } from './price.ts';
import { pulseRows } from './pulse.ts';
import type { FactRows } from './scope.ts';
import { leadStateRows, stateRows } from './state.ts';
import { answerRows } from './survey-answer.ts';

/** Where the rows of each fact come from. */
export const factRows: Record<Fact, FactRows> = {
  activity: activityRows,
  lead: leadRows,
  lead_state: leadStateRows,
  deal: dealRows,
  line: lineRows,
  state: stateRows,
  customer: customerRows,
  customer_month: customerMonthRows,
  answer: answerRows,
  pulse: pulseRows,
  expense: expenseRows,
  price: priceRows,
  headcount: headcountRows,
};
