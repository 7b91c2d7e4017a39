/** Where a person belongs over the days [startsOn, endsOn), ISO; null = without end on that side. */
export interface MembershipSpan {
  teamId: string | null;
  regionId: string | null;
  job: string | null;
  startsOn: string | null;
  endsOn: string | null;
}

const startOf = ({ startsOn }: MembershipSpan) => startsOn ?? '';
const endOf = ({ endsOn }: MembershipSpan) => endsOn ?? '9999-12-31';

/** A person's spans once `told` holds: what it covers gives way, so that spans never overlap. In order of time. */
export function withSpan(spans: readonly MembershipSpan[], told: MembershipSpan): MembershipSpan[] {
  const around = spans.flatMap((span) => {
    if (endOf(span) <= startOf(told) || startOf(span) >= endOf(told)) return [span];
    const before = startOf(span) < startOf(told) ? [{ ...span, endsOn: told.startsOn }] : [];
    const after = endOf(span) > endOf(told) ? [{ ...span, startsOn: told.endsOn }] : [];
    return [...before, ...after];
  });
  return [...around, told].sort((one, other) => (startOf(one) < startOf(other) ? -1 : 1));
}

/**
 * A person's spans when told where they belong, but not since when. Without a dated history that has always been so;
 * with one, it is so from today on. Nothing changes if it is so already.
 */
export function withUndated(
  spans: readonly MembershipSpan[],
  told: Pick<MembershipSpan, 'teamId' | 'regionId' | 'job'>,
  today: string,
): MembershipSpan[] {
  const current = spans.find((span) => startOf(span) <= today && endOf(span) > today);
  if (current && current.teamId === told.teamId && current.regionId === told.regionId && current.job === told.job)
    return [...spans];
  const dated = spans.some(({ startsOn, endsOn }) => startsOn !== null || endsOn !== null);
  if (!dated) return [{ ...told, startsOn: null, endsOn: null }];
  return withSpan(spans, { ...told, startsOn: today, endsOn: current?.endsOn ?? null });
}
