import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type pg from 'pg';
import { createRenderer } from '../../src/charts/render.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { percentile } from './measure.ts';
import type { Finding } from './report.ts';
import { type Exchange, openSlack } from './slack.ts';
import { type Stage, tickingClock } from './stage.ts';

const CHARTS = 200;
/** As many as the outbox has made at once. */
const AT_ONCE = 4;
/** Resting and drawing in turn, so that whatever else the machine does hits both. */
const TURNS = 4;
const IDLE_EXCHANGES = 280;
const MOST_EXCHANGES = 2_400;
/** How often the event loop is looked at, which is part of what the histogram counts. */
const RESOLUTION_MS = 10;
const GOAL = 2;

/** How long acknowledgements take while the process has 200 charts drawn, beside the same while it has none drawn. */
export async function drawingFinding({ db, url }: Stage, pool: pg.Pool, chart: ChartSpec): Promise<Finding[]> {
  // Its clock begins anew: what other lines have asked at the same minutes would make these commands repeats.
  await db.handledDeed.deleteMany();
  const { clock, tick } = tickingClock();
  const renderer = createRenderer();
  const slack = await openSlack(db, pool, clock, MOST_EXCHANGES, url, renderer);
  const idle = watched();
  const drawing = watched();
  try {
    const ask = async () => {
      tick();
      return slack.ask();
    };
    for (let index = 0; index < 30; index++) await ask();
    for (let turn = 0; turn < TURNS; turn++) {
      await idle.during(async (exchanges) => {
        for (let index = 0; index < IDLE_EXCHANGES / TURNS; index++) exchanges.push(await ask());
      });
      await drawing.during(async (exchanges) => {
        const artist = Array.from({ length: AT_ONCE }, async () => {
          for (let drawn = 0; drawn < CHARTS / TURNS / AT_ONCE; drawn++) await renderer.render(chart);
        });
        let isOver = false;
        const over = Promise.all(artist).finally(() => {
          isOver = true;
        });
        while (!isOver) exchanges.push(await ask());
        await over;
      });
    }
  } finally {
    await slack.close();
  }
  return [
    ...([0.5, 0.95] as const).map((share) => acksWithin(share, idle.exchanges, drawing.exchanges)),
    { what: 'event loop, its delay at rest', found: delayOf(idle.delays) },
    { what: `event loop, while ${CHARTS} charts are drawn`, found: delayOf(drawing.delays) },
  ];
}

function acksWithin(share: number, idle: readonly Exchange[], drawing: readonly Exchange[]): Finding {
  const acks = (exchanges: readonly Exchange[], isOurs: boolean) =>
    percentile(
      exchanges.filter(({ bot }) => (bot !== 'bare') === isOurs).map(({ ackMs }) => ackMs),
      share,
    );
  const [own, busy] = [acks(idle, true), acks(drawing, true)];
  const bare = acks(drawing, false) / acks(idle, false);
  return {
    what: `ack while ${CHARTS} charts are drawn, p${share * 100}`,
    found: `${busy.toFixed(2)} ms, at rest ${own.toFixed(2)} ms: ${(busy / own).toFixed(2)}× (a bare Bolt beside it ${bare.toFixed(2)}×; ${drawing.length} commands)`,
    goal: { words: `under ${GOAL}×`, isMet: busy / own < GOAL },
  };
}

function watched() {
  const delays: IntervalHistogram[] = [];
  const exchanges: Exchange[] = [];
  return {
    delays,
    exchanges,
    async during(work: (exchanges: Exchange[]) => Promise<void>): Promise<void> {
      // A monitor that is taken up again would count the time that it rested.
      const monitor = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
      monitor.enable();
      await work(exchanges).finally(() => monitor.disable());
      delays.push(monitor);
    },
  };
}

/** Of each figure that of the worst turn. */
function delayOf(delays: readonly IntervalHistogram[]): string {
  const worst = (figure: (delay: IntervalHistogram) => number) =>
    `${Math.max(0, ...delays.map((delay) => figure(delay) / 1e6 - RESOLUTION_MS)).toFixed(1)} ms`;
  return `p50 ${worst((delay) => delay.percentile(50))}, p99 ${worst((delay) => delay.percentile(99))}, most ${worst(({ max }) => max)}`;
}
