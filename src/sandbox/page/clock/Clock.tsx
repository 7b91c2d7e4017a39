import { useEffect, useState } from 'react';
import { useWorkspace } from '../context.ts';
import { server } from '../server.ts';
import { isBefore, now, weekdayAndTime } from './time.ts';

interface Props {
  onRefused: (why: string) => void;
}

const TICK_MS = 5_000;

/** What time it is for the person, and ways to the next hour and the next morning without waiting for them. */
export function Clock({ onRefused }: Props) {
  const { me, aheadMs } = useWorkspace();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const go = (where: { to: string } | { forward: string }) =>
    server.moveClock({ as: me.id, ...where }).catch((error: Error) => onRefused(error.message));
  const instant = now(aheadMs);
  // Before nine the next morning is today's, with what goes out at nine.
  const morning = isBefore(instant, me.tz, 9) ? 'today 9:00' : 'tomorrow 9:00';
  return (
    <section className="clock" aria-label="Clock">
      <span>
        It is <time dateTime={instant.toString({ smallestUnit: 'minute' })}>{weekdayAndTime(instant, me.tz)}</time>
      </span>
      <div>
        <button type="button" onClick={() => go({ forward: morning })}>
          Go to {morning}
        </button>
        <button type="button" onClick={() => go({ to: now(aheadMs).add({ hours: 1 }).toString() })}>
          +1 hour
        </button>
      </div>
    </section>
  );
}
