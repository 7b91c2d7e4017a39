/** The records behind a number. */
export const records = {
  'records.event.opened': 'opened',
  'records.event.proposal': 'proposal sent',
  'records.event.created': 'created',
  'records.event.contacted': 'first contacted',
  'records.event.qualified': 'qualified',
  'records.status.open': 'open',
  'records.status.won': 'won',
  'records.status.lost': 'lost',
  'records.reopened': 'closed before, reopened on {day}: only the last closing counts',
  'records.observed': '{competitor} {price} on {day}',
  'records.answer': '{instrument} answer',
  'records.score': 'score {score}',
  'records.line': '{quantity, number} × {product} in {deal}',
  'records.expense.marketing': 'Marketing expense',
  'records.expense.sales': 'Sales expense',
} as const;
