import type { Answer } from '../answer.ts';
import { isTime } from '../dimensions.ts';
import type { Asking } from '../evaluate.ts';
import { newBests } from './bests.ts';
import { drivers } from './drivers.ts';
import { type LookBack, lookBack } from './look-back.ts';
import { mixtures } from './mixed.ts';
import type { Moved } from './moved.ts';
import { slips } from './slips.ts';

/** As much as one reads under a summary. */
const MOST = 3;
const MOST_OF_A_KIND = 2;

const nothing: LookBack<Moved> = { kpis: [], spans: [], tell: () => [] };

/**
 * What moved in an answer that is not broken down: what has fallen off pace, what moved against its parts, which group stands
 * behind a change, and what is a new best. A KPI is spoken of once. In one that is broken down: what moved against those parts.
 *
 * @param byPerson whether the reader may see the people of a team one by one
 */
export async function whatMoved(asking: Asking, answer: Answer, byPerson: boolean): Promise<Moved[]> {
  const { by } = answer.question;
  if (answer.nothingRecorded || by.length > 1 || by.some(isTime)) return [];
  if (by.length === 1) return (await mixtures(asking, answer, byPerson)).slice(0, MOST_OF_A_KIND);
  const backwards: LookBack<Moved>[] = [slips(asking, answer), newBests(asking, answer)].map((each) => each ?? nothing);
  const [[slipped = [], bests = []], mixed, driven] = await Promise.all([
    lookBack(asking, answer.question, backwards),
    mixtures(asking, answer, byPerson),
    drivers(asking, answer, byPerson),
  ]);
  // Of what has become another mixture the parts do not tell who stands behind it: that is said in place of it.
  const found = [slipped, mixed, driven, bests];
  const told = new Set<string>();
  const fresh = found.flatMap((ofKind: readonly Moved[]) =>
    ofKind
      .filter(({ kpi }) => !told.has(kpi.id))
      .slice(0, MOST_OF_A_KIND)
      .map((moved) => {
        told.add(moved.kpi.id);
        return moved;
      }),
  );
  return fresh.slice(0, MOST);
}
