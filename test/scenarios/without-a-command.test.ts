import { describe, expect, test } from 'vitest';
import { app, QUIET, SALES, useBot } from '../support/bot.ts';
import { expectDrawing, imageIn, labels, shown, words } from '../support/reading.ts';

const bot = useBot({ publicUrl: '' });

const dmOf = (who: 'anna' | 'marta') => bot().sandbox.dm(bot().as(who).id);
const mention = `<@${app.botUserId}>`;

describe('in one’s messages with the bot', () => {
  test('a question in plain words is answered like /kpi, with its chart beside it', async () => {
    const anna = bot().as('anna');
    const answer = await shown(anna, await anna.types('How is my revenue this month?', dmOf('anna')));
    expect(answer.text).toMatch(/^Anna Berger, 1–31 Mar 2026 so far: Revenue \$20,000 of \$40,000/);
    expect(answer.ephemeral).toBe(false);
    const { fileId, alt } = imageIn(answer)!;
    expect(alt).toMatch(/^Line chart: Revenue · Anna Berger, .*Actual \(18 Mar\) \$20K\./);
    await expectDrawing(`${bot().sandbox.url}sandbox/file/${fileId}?as=${anna.id}`);
  });

  test('its buttons show another period in its place, and nothing is offered to share with nobody', async () => {
    const anna = bot().as('anna');
    const answer = await anna.types('revenue', dmOf('anna'));
    expect(labels(answer)).toEqual(expect.arrayContaining(['Last period', 'This quarter', 'By week']));
    expect(labels(answer)).not.toContain('Share to channel');
    const february = await anna.presses(answer, 'Last period');
    expect(february).toMatchObject({ ts: answer.ts, ephemeral: false });
    expect(february.text).toBe('Anna Berger, 1–28 Feb 2026: Revenue $15,000.');
  });

  test.each(['hi', 'Hello!', 'help', 'thanks'])('“%s” is answered with what one can ask', async (said) => {
    expect((await bot().as('anna').types(said, dmOf('anna'))).text).toMatch(/^Ask for numbers/);
  });

  test.each([`${mention} how is revenue this month`, `How is revenue, <@${app.botUserId}|salespulse>?`])(
    'the bot may be called by its name: “%s”',
    async (said) => {
      const answer = await bot().as('anna').types(said, dmOf('anna'));
      expect(answer.text).toMatch(/^Anna Berger, 1–31 Mar 2026 so far: Revenue \$20,000/);
      expect((await bot().as('anna').types(`/kpi ${said}`)).text).toBe(answer.text);
    },
  );

  test('what is not understood is asked back, and what one may not see is refused', async () => {
    const anna = bot().as('anna');
    expect((await anna.types('revenu this month', dmOf('anna'))).text).toMatch(/revenue/);
    expect((await anna.types('revenue of Sofia Marino', dmOf('anna'))).text).toMatch(/Sofia/);
  });

  test('a question that Slack sends twice is answered once', async () => {
    const anna = bot().as('anna');
    await anna.types('calls last month', dmOf('anna'));
    const answers = anna.sees(dmOf('anna')).length;
    await bot().sandbox.redeliver();
    await bot().logged('a repeat, done already');
    expect(anna.sees(dmOf('anna'))).toHaveLength(answers);
  });
});

describe('where the bot is mentioned', () => {
  test('who asks sees the answer, alone, and can share it', async () => {
    const marta = bot().as('marta');
    const answer = await marta.types(`${mention} how is win rate this quarter by team`, SALES);
    expect(answer.ephemeral).toBe(true);
    expect(words(answer)).toContain('Win rate');
    expect(bot().as('jonas').sees()).not.toContainEqual(expect.objectContaining({ ts: answer.ts }));

    await marta.presses(answer, 'Share to channel');
    const shared = await bot().sandbox.waitForMessage(bot().as('jonas').id, SALES, ({ isBot }) => isBot);
    expect(shared.username).toBe('Marta Lindqvist');
  });

  test('a mention without words is answered with what one can ask', async () => {
    expect((await bot().as('anna').types(mention, SALES)).text).toMatch(/^Ask for numbers/);
  });

  test('where the bot is not, it hears nothing', async () => {
    const anna = bot().as('anna');
    await bot().sandbox.say(anna.id, QUIET, `${mention} revenue`);
    await anna.types('revenue', dmOf('anna'));
    expect(anna.sees(QUIET).filter(({ isBot }) => isBot)).toEqual([]);
  });
});
