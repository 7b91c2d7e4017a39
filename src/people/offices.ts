import type { Database } from '../db/client.ts';
import { Problem } from '../errors.ts';
import { type Directory, loadDirectory } from './directory.ts';

/** When an office works. */
export interface OfficeHours {
  name: string;
  /** IANA */
  zone: string;
  /** In date-holidays' spelling: US, DE-BY … */
  holidayCode: string | null;
  /** ISO weekdays, 1 = Monday */
  workingDays: number[];
  /** 09:00 */
  workdayStart: string;
  workdayEnd: string;
}

/** An office's changeable fields in short: equal as long as nobody has changed them. */
export const officeStamp = (id: string, { offices }: Pick<Directory, 'offices'>): string =>
  JSON.stringify(offices.find((office) => office.id === id) ?? null);

/**
 * Changes an office as its form showed it (`stamp`), or creates one if there is no id.
 *
 * @throws Problem `people.may_not_offices`, `people.office_changed_meanwhile`, `people.office_exists`
 */
export function saveOffice(
  db: Database,
  { workspaceId, byId, id, stamp }: { workspaceId: string; byId: string; id: string | null; stamp: string },
  hours: OfficeHours,
): Promise<void> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM workspaces WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    const directory = await loadDirectory(tx, workspaceId);
    if (directory.members.find((member) => member.id === byId)?.role !== 'admin')
      throw new Problem('people.may_not_offices');
    const { name } = hours;
    const sameName = directory.offices.find((office) => office.name.toLowerCase() === name.toLowerCase());
    if (sameName && sameName.id !== id) throw new Problem('people.office_exists', { name });
    if (id === null) {
      await tx.office.create({ data: { workspaceId, ...hours } });
      return;
    }
    if (officeStamp(id, directory) !== stamp) throw new Problem('people.office_changed_meanwhile', { name });
    await tx.office.update({ where: { workspaceId_id: { workspaceId, id } }, data: hours });
  });
}
