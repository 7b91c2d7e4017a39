import { beforeAll, describe, expect, it } from 'vitest';
import kpi from '../../commands/kpi.ts';
import type { Question } from '../../src/kpi/question.ts';
import { answerActions } from '../../src/slack/messages/answer-buttons.ts';
import { useDatabase } from '../support/database.ts';
import { type Office, openOffice } from './office.ts';

const db = useDatabase();
let office: Office;
beforeAll(async () => {
  office = await openOffice(db());
});

const aboutAnna = (): string => {
  const whose = { scope: 'member', memberId: office.id('Anna') } as const;
  return JSON.stringify({
    kpis: ['calls_made'],
    whose,
    period: { kind: 'this', unit: 'month' },
    by: [],
  } satisfies Question);
};

it.each(['revenue me next month', 'me tomorrow', 'me 2027-Q1'])(
  '%s is still to come, and no zeros pretend otherwise',
  async (words) => {
    const asked = await office.asked('Anna');
    await expect(kpi.run(words, asked)).rejects.toMatchObject({ code: 'period.not_begun' });
  },
);

describe('the buttons of an answer', () => {
  it.each(Object.values(answerActions))(
    '%s answers who may ask, and nobody else, whoever the button was made for',
    async (action) => {
      const press = kpi.actions[action];
      const reply = await press(aboutAnna(), await office.asked('Maria'));
      expect(reply.message({ kind: 'none' }).text).toContain('Calls made 2');
      await expect(press(aboutAnna(), await office.asked('Carl'))).rejects.toMatchObject({ code: 'refusal.person' });
    },
  );

  it.each(['', '{}', 'null', '{"kpis":["revenue"],"whose":{"scope":"planet"}}'])(
    '%j in one of them is told to be out of date',
    async (value) => {
      await expect(kpi.actions[answerActions.last](value, await office.asked('Anna'))).rejects.toMatchObject({
        code: 'slack.unknown_action',
      });
    },
  );
});
