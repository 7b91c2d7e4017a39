import { cast, type Job, type RegionName, type TeamName } from './cast.ts';
import type { Random } from './random.ts';
import { formerStyle, type Style, sells, styles } from './styles.ts';
import { dayIndex, type Moment, type Timeline } from './timeline.ts';

/** What a person did for some time: half-open days [from, to), indices of the timeline, null = without end on that side. */
export interface Post {
  name: string;
  team: TeamName;
  region: RegionName;
  job: Job;
  /** None for managers, who sell nothing themselves. */
  style: Style | undefined;
  from: number | null;
  to: number | null;
}

const NEWCOMER = 'David Okafor';
const MOVER = 'Emre Yildiz';

/** Everybody's posts: one of them joined three months ago, another rose from inside sales to the South team eight months ago. */
export function postsOf(timeline: Timeline): Post[] {
  const joined = monthsAgo(timeline, 3);
  const moved = monthsAgo(timeline, 8);
  return cast.flatMap(({ name, team, region, job }): Post[] => {
    const post: Post = { name, team, region, job, style: styles[name], from: null, to: null };
    if (name === NEWCOMER) return [{ ...post, from: joined }];
    if (name !== MOVER) return [post];
    const before: Post = { ...post, team: 'Inside Sales', job: 'sdr_outbound', style: formerStyle, to: moved };
    return [before, { ...post, from: moved }];
  });
}

/** The first day of the month some months before today's. */
export function monthsAgo({ days, today }: Timeline, months: number): number {
  const wanted = monthNumber(days[today]) - months;
  return days.findIndex((day) => monthNumber(day) === wanted);
}

/** Months since the year 0, to count with. */
export const monthNumber = (day: { year: number; month: number } | undefined): number =>
  day ? day.year * 12 + day.month - 1 : Number.NaN;

export const holdsAt = ({ from, to }: Post, day: number): boolean =>
  (from === null || from <= day) && (to === null || day < to);

/** Who sells in a region at a moment, the busier more often. */
export function sellerIn(region: RegionName, at: Moment, posts: readonly Post[], random: Random): Post {
  const here = posts.filter((post) => post.region === region && sells(post.job) && holdsAt(post, dayIndex(at)));
  return random.weighted(here.map((post) => [post, post.style?.load ?? 0] as const));
}
