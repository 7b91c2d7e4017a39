import { expect, it } from 'vitest';
import { nextStepsDue } from '../../src/records/next-steps.ts';
import { silentCustomers } from '../../src/records/silent-customers.ts';
import { leadsWaiting } from '../../src/records/waiting-leads.ts';
import { morningOf } from '../../src/reports/morning.ts';
import { morningMessage } from '../../src/slack/messages/morning.ts';
import { tell } from '../kpi/asking.ts';
import { useDatabase } from '../support/database.ts';
import { activity, call, type Facts, meeting, won } from '../support/facts.ts';
import { plain } from '../support/reading.ts';

const db = useDatabase();
const today = '2026-03-18';

const facts: Facts = {
  workspace: { zone: 'Europe/Berlin', currency: 'USD' },
  belongs: [
    { who: 'anna', team: 'North' },
    { who: 'ben', team: 'North' },
    { who: 'nobody', team: 'North' },
  ],
  customers: {
    Quiet: { owner: 'anna', since: '2025-06-01' },
    Inherited: { since: '2025-06-01' },
    Called: { owner: 'anna', since: '2025-06-01' },
    Noted: { owner: 'anna', since: '2025-07-01' },
    Through: { owner: 'anna', since: '2025-06-01' },
    Offered: { owner: 'anna', since: '2025-06-01' },
    Met: { owner: 'anna', since: '2025-06-01' },
    Gone: { owner: 'anna', since: '2025-06-01', churned: '2025-12-01' },
    Lapsed: { owner: 'anna', since: '2024-06-01' },
    Bens: { owner: 'ben', since: '2025-06-01' },
    Promised: { owner: 'ben', since: '2025-06-01' },
    Kept: { owner: 'ben', since: '2025-06-01' },
  },
  leads: {
    Fresh: { owner: 'anna', channel: 'inbound', created: '2026-03-17T09:00', source: 'webinar' },
    Older: { owner: 'anna', channel: 'inbound', created: '2026-03-10T09:00' },
    Met: { owner: 'anna', channel: 'inbound', created: '2026-03-10T09:00', contacted: '2026-03-11T09:00' },
    Refused: { owner: 'anna', channel: 'inbound', created: '2026-03-10T09:00', disqualified: '2026-03-11T09:00' },
    Found: { owner: 'anna', channel: 'outbound', created: '2026-03-10T09:00' },
    'Met today': { owner: 'anna', channel: 'inbound', created: '2026-03-12T09:00', contacted: '2026-03-19T09:00' },
    Old: { owner: 'anna', channel: 'outbound', created: '2025-05-10T09:00', customer: 'Met' },
    Ancient: { owner: 'anna', channel: 'inbound', created: '2026-01-10T09:00' },
  },
  deals: [
    won('anna', '2026-01-02T10:00', 1_000, { customer: 'Inherited' }),
    won('anna', '2025-06-01', 1_000, { customer: 'Through' }),
    won('anna', '2025-06-01', 1_000, { customer: 'Offered' }),
  ],
  activities: [
    call('anna', '2026-01-17T10:00', { customer: 'Quiet' }),
    call('anna', '2026-01-18T10:00', { customer: 'Called' }),
    activity('anna', 'note', '2026-03-01T10:00', { customer: 'Noted' }),
    activity('anna', 'email', '2026-03-01T10:00', { direction: 'outbound', deal: 1 }),
    call('anna', '2026-01-10T10:00', { deal: 2 }),
    call('anna', '2026-01-05T10:00', { lead: 'Old' }),
    call('ben', '2026-03-02T10:00', { customer: 'Promised', next: { step: 'send the <offer>', on: '2026-03-16' } }),
    call('ben', '2026-03-02T10:00', { customer: 'Kept', next: { step: 'call back', on: '2026-03-16' } }),
    meeting('ben', '2026-03-15T10:00', { customer: 'Promised' }),
    call('ben', '2026-03-17T10:00', { customer: 'Kept' }),
    activity('ben', 'email', `${today}T08:00`, { customer: 'Kept' }),
    activity('ben', 'email', `${today}T08:30`, { customer: 'Kept', next: { step: 'send prices', on: today } }),
    activity('ben', 'note', '2026-03-02T10:00', { next: { step: 'order a printer', on: today } }),
    activity('ben', 'note', '2026-03-02T10:00', { next: { step: 'tomorrow’s', on: '2026-03-19' } }),
    activity('ben', 'note', '2026-01-02T10:00', { next: { step: 'forgotten', on: '2026-02-16' } }),
  ],
  targets: [
    { kpi: 'revenue', whose: 'ben', from: '2026-03-01', to: '2026-04-01', value: 22_000 },
    { kpi: 'calls_made', whose: 'ben', from: '2026-03-01', to: '2026-04-01', value: 55 },
    { kpi: 'deals_won', whose: 'ben', from: '2026-03-01', to: '2026-04-01', value: 4 },
    { kpi: 'win_rate', whose: 'ben', from: '2026-03-01', to: '2026-04-01', value: 0.4 },
  ],
};

it('a morning names what is due, who waits and who has fallen silent, of one’s own alone', async () => {
  const story = await tell(db(), facts);
  const { workspace } = story.at(`${today}T09:00`);
  const anna = story.id('member', 'anna');
  const ben = story.id('member', 'ben');

  // No call for 60 days; sold by her and nobody's else; heard of through a deal, yesterday by another, or left: not.
  expect(await silentCustomers(db(), workspace.id, anna, today)).toEqual(
    [
      { name: 'Inherited', lastOn: '2026-01-02' },
      { name: 'Offered', lastOn: '2026-01-10' },
      { name: 'Met', lastOn: '2026-01-05' },
      { name: 'Quiet', lastOn: '2026-01-17' },
      { name: 'Noted', lastOn: '2025-07-01' },
    ].sort((a, b) => b.lastOn.localeCompare(a.lastOn)),
  );
  expect(await leadsWaiting(db(), workspace.id, anna, today)).toEqual([
    { name: 'Older', source: null, since: '2026-03-10' },
    { name: 'Met today', source: null, since: '2026-03-12' },
    { name: 'Fresh', source: 'webinar', since: '2026-03-17' },
  ]);
  const steps = await nextStepsDue(db(), workspace.id, ben, today);
  expect(steps.map(({ step, about }) => [step, about])).toEqual([
    ['send the <offer>', 'Promised'],
    ['order a printer', null],
    ['send prices', 'Kept'],
  ]);
});

it('says how much is to go today, of a whole day’s goals only, and escapes what people wrote', async () => {
  const story = await tell(db(), facts);
  const asking = story.at(`${today}T09:00`);
  const morning = await morningOf(asking, story.id('member', 'ben'));
  const message = morningMessage(morning!, { now: asking.now, zone: 'Europe/Berlin' });
  // March has 22 working days; four deals a month are less than one a day.
  expect(plain(message.text)).toBe(
    'Good morning, ben: Calls made 3 and Revenue $1,000 to go today, 3 next steps, and 1 customer has fallen silent.',
  );
  const said = plain(JSON.stringify(message.blocks));
  expect(said).toContain('send the &lt;offer&gt; – Promised · *overdue* since Mon 16 Mar');
  expect(said).toMatch(/• order a printer/);
  expect(said).toContain('*Deals won*');
  expect(said).toContain('how things are going at Bens');
});

it('is nothing for who has nothing before them', async () => {
  const story = await tell(db(), facts);
  expect(await morningOf(story.at(`${today}T09:00`), story.id('member', 'nobody'))).toBeNull();
});

it('is about the day it is where they are, which may not be the workspace’s', async () => {
  const story = await tell(db(), {
    workspace: { zone: 'Europe/Berlin', currency: 'USD' },
    belongs: [{ who: 'ben', team: 'North' }],
    activities: [activity('ben', 'note', '2026-03-02T10:00', { next: { step: 'send offer', on: '2026-03-20' } })],
    targets: [
      { kpi: 'calls_made', whose: 'ben', from: '2026-03-19', to: '2026-03-20', value: 7 },
      { kpi: 'calls_made', whose: 'ben', from: '2026-03-20', to: '2026-03-21', value: 9 },
    ],
  });
  const ben = story.id('member', 'ben');
  // Friday, nine in the morning in Sydney; eleven at night on Thursday in Berlin.
  const { directory, ...asking } = story.at('2026-03-19T22:00:00Z');
  const members = directory.members.map((each) => ({
    ...each,
    ...(each.id === ben ? { zone: 'Australia/Sydney' } : {}),
  }));
  const made = await morningOf({ ...asking, directory: { ...directory, members } }, ben);
  expect(made?.day.toString()).toBe('2026-03-20');
  expect(made?.steps.map(({ step }) => step)).toEqual(['send offer']);
  expect(made?.today?.kpis.map(({ target }) => target)).toEqual([9]);
});
