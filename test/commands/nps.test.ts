import { beforeAll, describe, expect, it } from 'vitest';
import nps from '../../commands/nps.ts';
import { Problem } from '../../src/errors.ts';
import { problemText } from '../../src/language/text.ts';
import type { Asked } from '../../src/slack/command.ts';
import { useDatabase } from '../support/database.ts';
import { type Office, openOffice, shown } from './office.ts';

const db = useDatabase();
let office: Office;
beforeAll(async () => {
  office = await openOffice(db());
});

/** Where customers reach the bot, and get e-mails from it. */
const reached = async (name: string): Promise<Asked> => ({
  ...(await office.asked(name)),
  ...{ customerLinks: ({ id }) => `https://bot.example/nps/${id}`, sendsMail: true },
});
const refusal = async (words: string) => {
  const cause = await nps.run(words, await reached('Anna')).catch((thrown: unknown) => thrown);
  expect(cause).toBeInstanceOf(Problem);
  return problemText(cause as Problem);
};

describe('/nps', () => {
  it.each(['link', 'email', 'csat', 'csat link'])('%s makes no link for what is no whole address', async (verb) => {
    for (const person of ['jane@', '@acme.com', 'jane@acme', '<@U0JANE|jane>'])
      expect(await refusal(`${verb} Globex ${person}`), person).toMatch(
        / is no whole e-mail address, so I made no link\./,
      );
    expect(await db().customerLink.count()).toBe(0);
  });

  it.each([
    ['link Globx jane@globex.com', 'link "Globex" jane@globex.com'],
    ['link csat Globxe Jane', 'csat link "Globex" Jane'],
    ['csat Globx', 'csat link "Globex"'],
    ['email Globx', 'email "Globex"'],
    ['send Globx jane@globex.com', 'send "Globex" jane@globex.com'],
    ['contact Glob jane@globex.com', 'contact "Globex" jane@globex.com'],
    ['record Globx 4 too slow', 'record "Globex" 4 too slow'],
    ['channel Globx <#C0SHARED01|globex>', 'channel "Globex" <#C0SHARED01|globex>'],
    ['Globx', '"Globex"'],
    ['recrd Globex 4', 'record Globex 4'],
  ])('%s comes with a button for %s, and stores nothing', async (typed, meant) => {
    const { said, buttons } = shown(await nps.run(typed, await reached('Olga')));
    expect(said).toMatch(/^I know no (customer called “|`\/nps recrd`, and no customer called so)/);
    expect(said).not.toMatch(/<#|&lt;/);
    expect(buttons.map(({ value }) => value)).toEqual([meant]);
    expect(Object.keys(nps.actions)).toContain(buttons[0]?.actionId);
    expect([await db().customerLink.count(), await db().surveyAnswer.count()]).toEqual([0, 0]);
  });

  it('asks with a button for each where several begin so, and the press settles it', async () => {
    const { said, buttons } = shown(await nps.run('record Acme 4 too slow', await reached('Olga')));
    expect(said).toMatch(/^That could be Acme Corporation or Acme Foods\./);
    expect(buttons.map(({ value }) => value)).toEqual([
      'record "Acme Corporation" 4 too slow',
      'record "Acme Foods" 4 too slow',
    ]);
    const noted = shown(await nps.run(buttons[1]?.value ?? '', await reached('Olga')));
    expect(noted.said).toMatch(/^Noted for Acme Foods, as typed in by you: 4 of 10\./);
    expect(await db().surveyAnswer.findMany()).toMatchObject([{ score: 4, comment: 'too slow' }]);
    await db().surveyAnswer.deleteMany();
  });

  it.each(['link Globex', 'email Globex'])(
    '%s says what to set where customers cannot reach the bot',
    async (words) => {
      const refused = await nps.run(words, await office.asked('Anna')).catch((cause: unknown) => cause);
      expect(refused).toBeInstanceOf(Problem);
      expect(problemText(refused as Problem)).toMatch(/^Customers cannot reach me yet.*`PUBLIC_URL`/);
      expect(await db().customerLink.count()).toBe(0);
    },
  );
});
