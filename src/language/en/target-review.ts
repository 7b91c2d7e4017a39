/** What `/target review` says. */
export const targetReview = {
  'target.review': 'Targets of {span}.',
  'target.review.count':
    '{count, plural, =0 {No change is proposed} one {One change is proposed} other {# changes are proposed}} for {span}.',
  'target.review.next_over': 'Nothing is proposed for {span}, which is over, too.',
  'target.review.result': '*{name}* · {kpi}: {actual} of {target} ({share}).',
  'target.review.no_data': '*{name}* · {kpi}: no data, of {target}. No change is proposed without any.',
  'target.review.raise':
    'Raise it to *{value}* for {span}: above 110 % in {times} of the last {count} {unit}s, and the own 80th percentile carries it.',
  'target.review.cut':
    'Cut it to *{value}* for {span}: below 70 % in {times} of the last {count} {unit}s, and a goal that is never met stops guiding.',
  'target.review.keep': 'Keep it.',
  'target.review.few': 'Keep it: {count, plural, one {# {unit}} other {# {unit}s}} with a target tell too little.',
  'target.review.set': '{count, plural, one {One target is} other {# targets are}} set for {span} already:',
  'target.review.then': 'Then {value}.',
  'target.review.more': '{count, plural, one {One more is} other {# more are}} not shown: ask for one team or person.',
  'target.review.rule':
    'A change is proposed when the target was passed by 10 %, or missed by 30 %, in two thirds of the last six periods that had one (at least three); a quarter at most, and a raise never beyond the 80th percentile of what the person reached.',
  'target.review.rep': 'Managers and admins review targets. `/target` shows yours.',
  'target.review.none': 'Nobody whose targets you set had one set for exactly {span}.',
  'target.review.period':
    'A review is of a whole week, month, quarter or year that is over: `/target review last month`, or `/target review last quarter for @anna`.',
} as const;
