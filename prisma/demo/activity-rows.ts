import { customerId } from './customer-rows.ts';
import { dealId } from './deal-rows.ts';
import type { Deed } from './deeds.ts';
import { idOf } from './ids.ts';
import { leadId } from './lead-rows.ts';
import { DEMO_SOURCE, memberId } from './people-rows.ts';
import { dayIndex, hourOf, type Timeline } from './timeline.ts';

/**
 * Deeds as rows, each named after its person, its day and its number on that day.
 *
 * @param deeds in the order of time
 */
export function activityRows(deeds: readonly Deed[], timeline: Timeline) {
  const counts = new Map<string, number>();
  return deeds.map((deed) => {
    const on = timeline.days[dayIndex(deed.at)]?.on;
    const personDay = `${on} ${deed.by}`;
    const number = (counts.get(personDay) ?? 0) + 1;
    counts.set(personDay, number);
    const key = `${personDay} ${number}`;
    const plannedOn = deed.nextStepOn === undefined ? null : (timeline.days[deed.nextStepOn]?.on ?? null);
    return {
      id: idOf('activity', key),
      source: DEMO_SOURCE,
      externalId: key,
      memberId: memberId(deed.by),
      type: deed.type,
      direction: deed.direction ?? null,
      outcome: deed.outcome ?? null,
      result: deed.result ?? null,
      occurredAt: timeline.instant(deed.at),
      occurredOn: on,
      occurredHour: hourOf(deed.at),
      durationSeconds: deed.seconds ?? null,
      place: deed.place ?? null,
      customerId: deed.customer === undefined ? null : customerId(deed.customer),
      leadId: deed.leadKey === undefined ? null : leadId(deed.leadKey),
      dealId: deed.dealKey === undefined ? null : dealId(deed.dealKey),
      note: deed.note ?? null,
      nextStep: deed.nextStep ?? null,
      nextStepOn: plannedOn,
      nextStepOwnerId: deed.nextStep === undefined ? null : memberId(deed.by),
    };
  });
}
