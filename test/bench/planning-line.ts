import { Temporal } from 'temporal-polyfill';
import { planDue } from '../../src/schedule/plan.ts';
import { gather } from './crowd.ts';
import { interleaved, type Line, percentile, timed } from './measure.ts';
import type { Finding } from './report.ts';
import type { Stage } from './stage.ts';

const PEOPLE = 200;
const TO_EVERYONE = 20;
const TO_CHANNELS = 80;
const OCCURRENCES = TO_EVERYONE + TO_CHANNELS;
const DELIVERIES = TO_EVERYONE * PEOPLE + TO_CHANNELS;

/** All that is due at one minute turned into occurrences and deliveries, beside the very same rows written by one statement. */
export async function planningLine(stage: Stage): Promise<{ line: Line; finding: Finding }> {
  const { db, pool, addDigest, close } = await gather(stage, 'planning', PEOPLE);
  try {
    for (let index = 0; index < TO_EVERYONE; index++) await addDigest({ to: 'everyone' });
    for (let index = 0; index < TO_CHANNELS; index++) await addDigest({ to: 'channel', channelId: `C01CROWD${index}` });
    const now = Temporal.Now.instant();
    await pool.query('CREATE TABLE before AS SELECT id, next_at, planned_through FROM schedules');
    await planDue(db, now);
    await pool.query('CREATE TABLE struck AS SELECT * FROM occurrences');
    await pool.query('CREATE TABLE outgoing AS SELECT * FROM deliveries');
    await expectAll();

    const plan = async () => {
      await pool.query('TRUNCATE deliveries, occurrences');
      await pool.query(
        'UPDATE schedules s SET next_at = b.next_at, planned_through = b.planned_through FROM before b WHERE b.id = s.id',
      );
      const ms = await timed(() => planDue(db, now));
      await expectAll();
      return ms;
    };
    const write = async () => {
      await pool.query('TRUNCATE deliveries, occurrences');
      return timed(() =>
        pool.query(
          `WITH o AS (INSERT INTO occurrences SELECT * FROM struck) INSERT INTO deliveries SELECT * FROM outgoing`,
        ),
      );
    };
    const times = await interleaved({ rounds: 4, warmUp: 1 }, plan, write);
    const perSecond = (count: number) => Math.round(count / (percentile(times.times, 0.5) / 1000)).toLocaleString('en');
    return {
      line: {
        name: `planning ${DELIVERIES.toLocaleString('en')} deliveries`,
        reference: 'one INSERT of the same rows',
        ...times,
      },
      finding: {
        what: 'planned in a second',
        found: `${perSecond(OCCURRENCES)} occurrences, ${perSecond(DELIVERIES)} deliveries`,
      },
    };
  } finally {
    await close();
  }

  async function expectAll(): Promise<void> {
    const [occurrences, deliveries] = [await db.occurrence.count(), await db.delivery.count()];
    if (occurrences !== OCCURRENCES || deliveries !== DELIVERIES)
      throw new Error(
        `${occurrences} occurrences and ${deliveries} deliveries are planned, not ${OCCURRENCES} and ${DELIVERIES}`,
      );
  }
}
