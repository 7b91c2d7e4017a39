// `npm run bench:rows`: what a question costs over ten thousand and a million activities, beside its SQL by hand, while the
// months asked for stay as they are. `npm run bench:ten-million` goes on to ten million: some minutes and a few gigabytes more.
import pg from 'pg';
import { evaluate } from '../../src/kpi/evaluate.ts';
import { askedByAnna } from './anna-answered.ts';
import { interleaved, percentile, timed } from './measure.ts';
import { eight, everybodyByHand, thirty } from './rows-by-hand.ts';
import { growTo } from './rows-stage.ts';
import { moment, type Stage, setStage } from './stage.ts';

const sizes = [25_000, 1_000_000, 10_000_000];
const questions = [['calls_made'], eight, thirty];

async function bench(): Promise<void> {
  const largest = Number(process.argv[2] ?? sizes[1]);
  console.log('Setting the stage …');
  const stage = await setStage();
  const pool = new pg.Pool({ connectionString: stage.url, max: 10 });
  try {
    for (const size of sizes.filter((each) => each <= largest)) {
      const { total, inMonths } = await growTo(stage, pool, size);
      console.log(
        `\n${total.toLocaleString('en')} activities, ${inMonths.toLocaleString('en')} of them in the two months asked for`,
      );
      for (const ids of questions) console.log(await lineOf(stage, pool, ids));
    }
  } finally {
    await pool.end();
    await stage.close();
  }
}

async function lineOf(stage: Stage, pool: pg.Pool, ids: readonly string[]): Promise<string> {
  const asking = await askedByAnna(stage);
  const question = {
    kpis: ids,
    whose: { scope: 'workspace' },
    period: { kind: 'this', unit: 'month' },
    by: [],
  } as const;
  // Each time it is another moment, so that nothing is known of it from the question before.
  const ours = () => evaluate({ ...asking, now: moment.add({ hours: 0 }) }, question);
  const byHand = () => everybodyByHand(pool, ids, moment);
  const wholeByHand = () => everybodyByHand(pool, ids, moment, { isWhole: true });
  const [answer, [now, before]] = [await ours(), await byHand()];
  for (const { id, value, previous } of answer.kpis) {
    if (!isNear(value, now[id]) || !isNear(previous, before[id]))
      throw new Error(`${id}: the bot says ${value} (before: ${previous}), by hand it is ${now[id]} (${before[id]})`);
  }
  const wholeTimes: number[] = [];
  const { times, referenceTimes } = await interleaved(
    { rounds: 60, warmUp: 10 },
    () => timed(ours),
    async () => {
      const time = await timed(byHand);
      wholeTimes.push(await timed(wholeByHand));
      return time;
    },
  );
  const own = percentile(times, 0.5);
  const against = (what: string, reference: number) =>
    `${what} ${reference.toFixed(1)} ms: ${(own / reference).toFixed(2)}×`;
  const name = `${ids.length} KPI${ids.length > 1 ? 's' : ''}`.padStart(8);
  const numbers = against('the numbers by hand', percentile(referenceTimes, 0.5));
  const whole = against('with all that is told beside them', percentile(wholeTimes.slice(10), 0.5));
  return `${name}  ${own.toFixed(1)} ms, ${numbers}, ${whole}`;
}

/** Money leaves the engine with two decimals. */
const isNear = (said: number | string | null, counted: number | null | undefined) =>
  said === null || counted === null || counted === undefined
    ? said === (counted ?? null)
    : Math.abs(Number(said) - counted) <= 1e-9 * Math.abs(counted) + (typeof said === 'string' ? 0.005 : 0);

await bench();
