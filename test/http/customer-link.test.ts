// A customer's link holds once, for 30 days, and only as it was signed; whichever question it asks.
import { beforeAll, describe, expect, test } from 'vitest';
import { useBot } from '../support/bot.ts';

const bot = useBot();
const sends = (link: string, fields: Record<string, string>) =>
  fetch(link, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
const answersOf = (instrument: string) => bot().db.surveyAnswer.findMany({ where: { instrument } });

describe.each([
  { instrument: 'nps', typed: '/nps link', good: '4', offScale: ['11', '-1', '3.5', '04', ''] },
  { instrument: 'csat', typed: '/nps csat', good: '4', offScale: ['0', '6', '-1', '3.5', ''] },
])('a link that asks for $instrument', ({ instrument, typed, good, offScale }) => {
  const asks = async (person: string) => {
    const { text } = await bot().as('anna').types(`${typed} Acme ${person}`);
    return /http[^`\s]+/.exec(text)?.[0] ?? '';
  };
  let used = '';
  beforeAll(async () => {
    used = await asks(`used@${instrument}.com`);
  });

  test('is no answer by being opened, whichever number', async () => {
    for (const score of [...offScale, good]) expect((await fetch(`${used}?score=${score}`)).status).toBe(200);
    expect((await fetch(used, { method: 'HEAD' })).status).toBe(200);
    expect(await answersOf(instrument)).toEqual([]);
  });

  test('takes the numbers of its own scale alone', async () => {
    for (const score of offScale) expect((await sends(used, { score })).status, score).toBe(400);
    expect(await answersOf(instrument)).toEqual([]);
  });

  test('counts once, sent twice at once or later', async () => {
    const sent = await Promise.all([1, 2].map(() => sends(used, { score: good, comment: 'Quick' })));
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    expect((await sends(used, { score: '1' })).status).toBe(303);
    expect(await (await fetch(used)).text()).toContain('Thank you. Your answer has arrived.');
    const said = { instrument, score: 4, comment: 'Quick', source: 'link', respondent: `used@${instrument}.com` };
    expect(await answersOf(instrument)).toMatchObject([said]);
  });

  test('leads nowhere when it is forged', async () => {
    const forged = `${used.slice(0, -1)}${used.endsWith('A') ? 'B' : 'A'}`;
    expect((await fetch(forged)).status).toBe(404);
    expect((await sends(forged, { score: good })).status).toBe(404);
    // The signature of one link is none of another.
    const other = await asks(`other@${instrument}.com`);
    const swapped = other.replace(/[\w-]+$/, /[\w-]+$/.exec(used)?.[0] ?? '');
    expect((await sends(swapped, { score: good })).status).toBe(404);
    expect(await answersOf(instrument)).toHaveLength(1);
  });

  test('has expired after 30 days', async () => {
    const late = await asks(`late@${instrument}.com`);
    bot().pass({ hours: 24 * 30 + 1 });
    expect((await fetch(late)).status).toBe(410);
    expect((await sends(late, { score: good })).status).toBe(410);
    expect(await answersOf(instrument)).toHaveLength(1);
  });
});
