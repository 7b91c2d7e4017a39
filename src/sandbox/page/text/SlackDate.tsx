import { now } from '../clock/time.ts';
import { useWorkspace } from '../context.ts';
import { formatSlackDate } from './date.ts';
import { Link } from './Link.tsx';

interface Props {
  timestamp: number;
  format: string;
  fallback?: string;
  url?: string;
}

/** A date as the reader's zone shows it; Slack uses the fallback where it cannot work the date out, and so do we. */
export function SlackDate({ timestamp, format, fallback, url }: Props) {
  const { me, aheadMs } = useWorkspace();
  const text = formatted() ?? fallback ?? format;
  return url ? <Link url={url}>{text}</Link> : <time title={fallback}>{text}</time>;

  function formatted(): string | undefined {
    try {
      return formatSlackDate(format, timestamp, me.tz, now(aheadMs));
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }
}
