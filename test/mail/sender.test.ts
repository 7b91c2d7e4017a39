import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { mailRecipient } from '../../src/delivery/address.ts';
import type { Claim } from '../../src/delivery/claim.ts';
import { createMailSender } from '../../src/mail/sender.ts';
import { handOut } from '../../src/surveys/customers/links.ts';
import { unsubscribe } from '../../src/surveys/customers/unsubscribed.ts';
import { openOffice } from '../commands/office.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();
const now = Temporal.Instant.from('2026-03-18T11:00:00Z');

test('a letter that waits for the morning is not sent to who has answered meanwhile by another way, or wants no more of them', async () => {
  const office = await openOffice(db());
  const { workspace } = await office.asked('Anna');
  const { id: customerId } = await db().customer.findFirstOrThrow({
    where: { workspaceId: workspace.id, name: 'Globex' },
  });
  const of = { workspaceId: workspace.id, customerId };
  const wanted = { ...of, instrument: 'nps' as const, respondent: 'jane@globex.com', askedById: office.id('Anna') };
  const issued = await handOut(db(), wanted, { now, zone: workspace.zone }, async () => {});
  if (!('link' in issued)) throw new Error('no link');
  const sender = createMailSender({
    db: db(),
    clock: () => now,
    customerLinks: () => 'https://bot.example/x',
    server: undefined,
  });
  const delivery = {
    workspaceId: workspace.id,
    id: 'd',
    recipient: mailRecipient('jane@globex.com'),
    content: { kind: 'x', linkId: issued.link.id },
  };
  expect(await sender.make(delivery as Partial<Claim> as Claim, async () => 0)).toMatchObject({
    line: expect.any(String),
  });

  // Who has unsubscribed by an earlier letter meanwhile gets it neither, however the address was written there.
  const { id } = await db().customerLink.create({
    data: { ...wanted, respondent: 'Jane@Globex.com', askedAt: new Date(0), expiresAt: new Date(0) },
  });
  await unsubscribe(db(), { workspaceId: workspace.id, id }, now);
  expect(await sender.make(delivery as Partial<Claim> as Claim, async () => 0)).toBeNull();
  await db().customerLink.delete({ where: { workspaceId_id: { workspaceId: workspace.id, id } } });

  await db().surveyAnswer.create({
    data: {
      ...of,
      source: 'slack',
      externalId: 'typed',
      instrument: 'nps',
      score: 9,
      answeredOn: new Date('2026-03-18'),
    },
  });
  expect(await sender.make(delivery as Partial<Claim> as Claim, async () => 0)).toBeNull();
});
