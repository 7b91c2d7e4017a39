import { beforeAll, describe, expect, it } from 'vitest';
import nps from '../../commands/nps.ts';
import { Problem } from '../../src/errors.ts';
import { problemText } from '../../src/language/text.ts';
import { useDatabase } from '../support/database.ts';
import { type Office, openOffice } from './office.ts';

const db = useDatabase();
let office: Office;
beforeAll(async () => {
  office = await openOffice(db());
});

describe('/nps', () => {
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
