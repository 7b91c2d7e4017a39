/**
 * From where to where the axis goes: so far beyond the longest bars that the numbers at their ends have room, in a plot
 * of `plot` pixels. Numbers stand at the left only of negative bars.
 */
export function axisReach(lowest: number, highest: number, plot: number, room: number): { min: number; max: number } {
  const bars = plot - (lowest < 0 ? 2 : 1) * room;
  const span = highest - lowest || 1;
  const beyond = (span * room) / bars;
  return { min: lowest < 0 ? lowest - beyond : 0, max: lowest + span + beyond };
}
