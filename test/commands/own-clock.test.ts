// What a person reads about days to come goes by their own clock, whatever zone the workspace counts in.
import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseButtons } from '../../commands/nps/case.ts';
import nps from '../../commands/nps.ts';
import salespulse from '../../commands/salespulse.ts';
import { pauseTopic } from '../../src/people/quiet.ts';
import { caseActions } from '../../src/slack/messages/case.ts';
import { useDatabase } from '../support/database.ts';
import { plain } from '../support/reading.ts';
import { type Office, openOffice, shown } from './office.ts';

const db = useDatabase();
let office: Office;
beforeAll(async () => {
  office = await openOffice(db());
});

// On Wednesday evening in Europe, Thursday has begun in Tokyo; the workspace counts in Berlin.
const evening = Temporal.Instant.from('2026-03-18T16:30:00Z');
const asks = async (name: string, zone: string) => {
  const { workspace } = await office.asked(name);
  const where = { workspaceId_id: { workspaceId: workspace.id, id: office.id(name) } };
  await db().member.update({ where, data: { zone } });
  return { ...(await office.asked(name)), now: evening };
};

describe.each([
  { name: 'Anna', zone: 'Asia/Tokyo', until: '26 Mar, 01:30', next: '20 Mar' },
  { name: 'Ben', zone: 'America/Los_Angeles', until: '25 Mar, 09:30', next: '19 Mar' },
])('in $zone', ({ name, zone, until, next }) => {
  it(`what is paused for a week is said to be so until ${until}`, async () => {
    const asked = await asks(name, zone);
    const whose = { workspaceId: asked.workspace.id, memberId: asked.member.id, topic: 'alert' as const };
    await pauseTopic(db(), whose, evening.add({ hours: 7 * 24 }));
    expect(plain(shown(await salespulse.run('quiet', asked)).said)).toContain(`Until ${until} alerts wait`);
  });

  it(`asking for a reference is a next step for ${next}`, async () => {
    const asked = await asks(name, zone);
    const workspaceId = asked.workspace.id;
    const customer = await db().customer.create({
      data: { workspaceId, source: 'test', externalId: name, name: `Happy ${name}`, ownerId: asked.member.id },
    });
    await nps.run(`record "Happy ${name}" 10`, asked);
    const answer = await db().surveyAnswer.findFirstOrThrow({ where: { customerId: customer.id } });
    const noted = await caseButtons[caseActions.reference]?.(answer.id, asked);
    expect(noted && plain(shown(noted).said)).toContain(`it is a next step for ${next}.`);
  });
});
