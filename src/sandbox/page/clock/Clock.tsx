import { useEffect, useState } from 'react';
import { useWorkspace } from '../context.ts';
import { server } from '../server.ts';
import { now, weekdayAndTime } from './time.ts';

interface Props {
  onRefused: (why: string) => void;
}

const TICK_MS = 5_000;

/** What time it is for the person, and a way to the next morning without waiting for it. */
export function Clock({ onRefused }: Props) {
  const { me, aheadMs } = useWorkspace();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const goToTomorrow = () =>
    server.moveClock({ as: me.id, forward: 'tomorrow 9:00' }).catch((error: Error) => onRefused(error.message));
  const instant = now(aheadMs);
  return (
    <section className="clock" aria-label="Clock">
      <span>
        It is <time dateTime={instant.toString({ smallestUnit: 'minute' })}>{weekdayAndTime(instant, me.tz)}</time>
      </span>
      <button type="button" onClick={goToTomorrow}>
        Go to tomorrow 9:00
      </button>
    </section>
  );
}
