import { Temporal } from 'temporal-polyfill';
import type { CalendarSettings } from '../calendar/settings.ts';
import type { Database } from '../db/client.ts';
import { dayLabel, hourLabel, weekdayLabel } from '../language/dates.ts';
import { text, textIfAny } from '../language/text.ts';
import type { Directory } from '../people/directory.ts';
import type { LeftOut } from './definition.ts';
import { isTime } from './dimensions.ts';
import type { Dimension } from './question.ts';

/** A KPI's title, or that of an attainment; an unknown id is shown as it is. */
export function kpiTitle(id: string): string {
  const [, of] = id.split(':');
  return of ? text('kpi.attainment_of', { kpi: kpiTitle(of) }) : (textIfAny(`kpi.${id}.title`) ?? id);
}

/** Those in which a lead counts with what is expected of it; in all other money only deals do. */
const WITH_LEADS: readonly string[] = ['pipeline_value', 'pipeline_coverage'];

/** How much a KPI left out, and why. */
export const leftOutText = (id: string, { reason, count, currency = '' }: LeftOut): string =>
  text(`left_out.${reason}`, { count, currency, leads: String(WITH_LEADS.includes(id)) });

/**
 * The titles of an answer's KPIs. If all are attainments, the titles are the KPIs' own, as "attainment" is said once.
 */
export function titlesIn(kpis: readonly { id: string }[]): { areAttainments: boolean; titleOf(id: string): string } {
  const areAttainments = kpis.length > 1 && kpis.every(({ id }) => id.includes(':'));
  return { areAttainments, titleOf: (id) => kpiTitle(areAttainments ? (id.split(':')[1] ?? id) : id) };
}

/** What labels are taken from. */
interface Named {
  directory: Directory;
  /** The customers' names by id. */
  customers: ReadonlyMap<string, string>;
  calendar: CalendarSettings['calendar'];
}

/** How a group of an answer is called. */
export function labelOf(by: Dimension, key: string | null, { directory, customers, calendar }: Named): string {
  if (key === null) return textIfAny(`group.none.${by}`) ?? text('group.none.any');
  const named = (list: readonly { id: string; name: string }[]) =>
    list.find(({ id }) => id === key)?.name ?? text('kpi.someone');
  if (isTime(by)) return dayLabel(Temporal.PlainDate.from(key), by, calendar);
  switch (by) {
    case 'rep':
      return named(directory.members);
    case 'team':
      return named(directory.teams);
    case 'region':
      return named(directory.regions);
    case 'product':
      return named(directory.products);
    case 'stage':
      return key === 'lead' ? text('group.stage.lead') : named(directory.stages);
    case 'customer':
      return customers.get(key) ?? text('kpi.someone');
    case 'weekday':
      return weekdayLabel(Number(key));
    case 'hour':
      return hourLabel(Number(key));
    default:
      // Values of ours (call, held, upsell) have texts; what people entered (a source, a place) is shown as it is.
      return textIfAny(`group.${by}.${key}`) ?? key;
  }
}

/** The names of the customers an answer speaks of. */
export async function customerNames(
  db: Database,
  workspaceId: string,
  keys: readonly (string | null)[],
): Promise<Map<string, string>> {
  const ids = keys.filter((key) => key !== null);
  const found = await db.customer.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(found.map(({ id, name }) => [id, name]));
}
