import type { Answer } from '../../src/kpi/answer.ts';
import type { ByHand } from './kpi-by-hand.ts';

/** Where the bot's answer and the numbers counted by hand differ, in words; nothing when they agree. */
export function differences(answer: Answer, byHand: ByHand): string[] {
  const asked = answer.kpis.map(({ id }) => id);
  const unasked = Object.keys(byHand.values).filter((id) => !asked.includes(id));
  const compared = answer.kpis.flatMap(({ id, value, previous, target }) => {
    const own = byHand.values[id];
    return [
      ...differing(`${id}`, value, own?.value),
      ...differing(`${id} before`, previous, own?.previous),
      ...differing(`${id} target`, target, byHand.targets[id] ?? null),
    ];
  });
  return [...unasked.map((id) => `${id}: counted by hand, but not in the answer`), ...compared];
}

function differing(what: string, said: number | string | null, counted: number | null | undefined): string[] {
  const same =
    said === null || counted === null || counted === undefined
      ? said === (counted ?? null)
      : Math.abs(Number(said) - counted) <= 1e-9 * Math.max(1, Math.abs(counted));
  return same ? [] : [`${what}: the bot says ${said}, by hand it is ${counted}`];
}
