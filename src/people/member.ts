import type { Database, Transaction } from '../db/client.ts';
import type { Member } from '../db/generated/client.ts';
import { sameText } from '../db/same-text.ts';

/** What Slack tells about a person. */
export interface SlackPerson {
  slackUserId: string;
  name: string;
  email: string | null;
  /** IANA */
  zone: string | null;
  locale: string | null;
}

const findMember = (db: Transaction, workspaceId: string, slackUserId: string): Promise<Member | null> =>
  db.member.findUnique({ where: { workspaceId_slackUserId: { workspaceId, slackUserId } } });

/**
 * Makes a member of somebody who uses the bot for the first time. If exactly one person who came with an import has their
 * e-mail address, that is them. Anyone can call themself anything in Slack, so a name is enough only for a rep of whom no
 * address is known. The first person of a workspace to use the bot is its admin: being in Slack's list is not yet using it.
 */
export async function welcomeMember(db: Database, workspaceId: string, person: SlackPerson): Promise<Member> {
  return db.$transaction(async (tx) => {
    // Locked: two first messages at once must not make two admins, or two members of one person. The lock does not
    // block rows that only refer to the workspace (an import may be adding thousands).
    await tx.$queryRaw`SELECT 1 FROM workspaces WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    const known = await findMember(tx, workspaceId, person.slackUserId);
    if (known?.known === 'met') return known;
    const isFirst = (await tx.member.count({ where: { workspaceId, slackUserId: { not: null }, known: 'met' } })) === 0;
    const rights = isFirst ? { role: 'admin' } : {};
    if (known) {
      const where = { workspaceId_id: { workspaceId, id: known.id } };
      return tx.member.update({ where, data: { ...rights, known: 'met' } });
    }
    const { slackUserId, name, email, zone, locale } = person;
    const imported = await findImported(tx, workspaceId, person);
    if (imported) {
      const data = {
        slackUserId,
        slackName: name,
        zone: zone ?? imported.zone,
        locale,
        email: imported.email ?? email,
      };
      return tx.member.update({
        where: { workspaceId_id: { workspaceId, id: imported.id } },
        data: { ...data, ...rights },
      });
    }
    return tx.member.create({
      data: { workspaceId, slackUserId, name, slackName: name, email, zone, locale, ...rights },
    });
  });
}

async function findImported(
  tx: Transaction,
  workspaceId: string,
  { email, name }: SlackPerson,
): Promise<Member | null> {
  const unlinked = { workspaceId, slackUserId: null };
  const byEmail = email ? await tx.member.findMany({ where: { ...unlinked, email: sameText(email) } }) : [];
  const found = byEmail.length
    ? byEmail
    : await tx.member.findMany({ where: { ...unlinked, name: sameText(name), email: null, role: 'rep' } });
  return (found.length === 1 && found[0]) || null;
}
