import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../src/db/client.ts';
import type { Content } from '../../src/delivery/outbox.ts';
import { surveyReader } from '../../src/kpi/survey-reader.ts';
import { loadDirectory, type Role } from '../../src/people/directory.ts';
import type { Asked, Note, Reply } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/messages/answer.ts';
import { compose } from '../../src/slack/outgoing/compose.ts';
import { isOutgoing } from '../../src/slack/outgoing/outgoing.ts';
import { call, type Facts } from '../support/facts.ts';
import { storeFacts } from '../support/store-facts.ts';

/** Anna, Ben and their manager Maria are team North; Carl is team South; Olga is the admin. It is Wednesday noon. */
const facts: Facts = {
  workspace: { zone: 'Europe/Berlin', currency: 'USD' },
  people: { Maria: { role: 'manager' }, Olga: { role: 'admin' } },
  belongs: [
    { who: 'Anna', team: 'North' },
    { who: 'Ben', team: 'North' },
    { who: 'Carl', team: 'South' },
  ],
  customers: { 'Acme Corporation': {}, 'Acme Foods': {}, Globex: {} },
  activities: [call('Anna', '2026-03-18T09:10'), call('Anna', '2026-03-18T09:20'), call('Ben', '2026-03-18T09:30')],
  targets: [
    { kpi: 'calls_made', whose: 'Anna', from: '2026-03-18', to: '2026-03-19', value: 12 },
    { kpi: 'revenue', whose: 'Anna', from: '2026-03-01', to: '2026-04-01', value: 40_000 },
  ],
};

const noon = Temporal.Instant.from('2026-03-18T11:00:00Z');

export interface Office {
  /** What a member asks with; every call is another deed. */
  asked(name: string): Promise<Asked>;
  id(name: string): string;
}

/** Carl has not used the bot in Slack yet. */
export const slackIdOf = (name: string) => `U0${name.toUpperCase()}`;

let deeds = 0;

export async function openOffice(db: Database): Promise<Office> {
  const { workspace, id } = await storeFacts(db, facts);
  const where = { workspaceId_id: { workspaceId: workspace.id, id: id('team', 'North') } };
  await db.team.update({ where, data: { managerId: id('member', 'Maria') } });
  for (const name of ['Anna', 'Ben', 'Maria', 'Olga']) {
    const whom = { workspaceId_id: { workspaceId: workspace.id, id: id('member', name) } };
    await db.member.update({ where: whom, data: { slackUserId: slackIdOf(name) } });
  }
  return {
    id: (name) => id('member', name),
    async asked(name) {
      const directory = await loadDirectory(db, workspace.id);
      const role: Role = name === 'Maria' ? 'manager' : name === 'Olga' ? 'admin' : 'rep';
      deeds += 1;
      return {
        db,
        workspace,
        directory,
        now: noon,
        member: { id: id('member', name), name, role },
        reads: surveyReader({ id: id('member', name), role }, directory),
        canShare: true,
        deed: `deed ${deeds}`,
        customerLinks: () => null,
        sendsMail: false,
      };
    },
  };
}

export interface Shown {
  /** All that is to be read, in one text. */
  said: string;
  /** The values of the buttons by their labels, and the ids by the values. */
  buttons: { label: string; actionId: string; value: string }[];
}

/** Slack takes what waits in the outbox: the reply with all that others are told. */
export async function arrive(db: Database, reply: Reply): Promise<Reply> {
  const waiting = await db.delivery.findMany({ where: { state: 'planned' }, orderBy: { id: 'asc' } });
  const notes = await Promise.all(
    waiting.map(async (row): Promise<Note> => {
      const claimed = { ...row, attempt: 1, content: row.content as Content, triedAt: row.dueAt };
      const outgoing = await compose(db, claimed, noon);
      if (!isOutgoing(outgoing)) throw new Error('nothing to say');
      return { to: { slackUserId: row.recipient, name: row.recipient }, message: outgoing.message({ kind: 'none' }) };
    }),
  );
  await db.delivery.updateMany({ where: { state: 'planned' }, data: { state: 'sent' } });
  return { ...reply, notes: [...(reply.notes ?? []), ...notes] };
}

/** A reply as a person meets it. */
export const shown = (reply: Reply): Shown => read(reply.message({ kind: 'none' }));

/** A message as one reads it. */
export function read({ text, blocks }: Message): Shown {
  const said = blocks.flatMap((block) => {
    if (block.type === 'section') return [block.text?.text ?? ''];
    return block.type === 'context' ? block.elements.map((each) => ('text' in each ? each.text : '')) : [];
  });
  const buttons = blocks.flatMap((block) => {
    if (block.type !== 'actions') return [];
    return block.elements.flatMap((each) =>
      each.type === 'button'
        ? [{ label: each.text.text, actionId: each.action_id ?? '', value: each.value ?? '' }]
        : [],
    );
  });
  return { said: [text, ...said].join('\n'), buttons };
}
