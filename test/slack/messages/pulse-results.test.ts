import { expect, it } from 'vitest';
import { pulseResultsMessage } from '../../../src/slack/messages/pulse-results.ts';
import type { GroupResult } from '../../../src/surveys/results.ts';
import { plain } from '../../support/reading.ts';

const voices = { mode: 'anonymous', isOwner: false, actions: { promised: [], before: [], open: null } } as const;
const group = (score: number | null, margin: number | null = null, answers = 20): GroupResult => ({
  ...{ answers, invited: 25, score, margin, questions: [] },
});
const told = (instrument: 'pulse' | 'enps', now: GroupResult, before: GroupResult | null = null) =>
  plain(
    pulseResultsMessage({
      roundId: 'r',
      voices,
      instrument,
      everybody: { now, before },
      teams: [],
      comments: [],
      since: '2 Mar',
    }).text,
  );

it('an eNPS has its margin, and has changed only when that is more than chance would do', () => {
  expect(told('enps', group(20, 31))).toContain('*eNPS 20 ± 31*');
  expect(told('enps', group(20, 31), group(-10, 30))).toContain('no change beyond chance since 2 Mar');
  expect(told('enps', group(40, 31), group(-10, 30))).toContain('(▲50 since 2 Mar)');
  expect(told('enps', group(-30, 30), group(20, 31))).toContain('(▼50 since 2 Mar)');
});

it('satisfaction says since when it rose or fell', () => {
  expect(told('pulse', group(58), group(51))).toContain('*Satisfaction 58 of 100* (▲7 since 2 Mar)');
  expect(told('pulse', group(58))).not.toContain('since');
});

it('of a round that too few answered it says why there is nothing', () => {
  const none = {
    roundId: 'r',
    voices,
    instrument: 'pulse',
    everybody: null,
    teams: [],
    comments: [],
    since: '',
  } as const;
  expect(pulseResultsMessage(none).text).toContain('fewer than 5 answers');
});
