/**
 * The axis's range: far enough beyond the longest bars that the numbers at their ends have room, in a plot of `plot`
 * pixels. Only negative bars have numbers on their left.
 */
export function axisReach(lowest: number, highest: number, plot: number, room: number): { min: number; max: number } {
  const bars = plot - (lowest < 0 ? 2 : 1) * room;
  const span = highest - lowest || 1;
  const beyond = (span * room) / bars;
  return { min: lowest < 0 ? lowest - beyond : 0, max: lowest + span + beyond };
}
