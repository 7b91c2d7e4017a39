import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/errors.ts';
import { type Asker, mayAsk, ownersSeen } from '../../src/kpi/may-ask.ts';
import type { Dimension, Question, Whose } from '../../src/kpi/question.ts';
import type { Directory } from '../../src/people/directory.ts';

const today = '2026-03-18';
const person = (id: string, role: Asker['role']) => ({
  id,
  name: id,
  slackUserId: null,
  role,
  zone: null,
  officeId: null,
  deactivatedOn: null,
  known: 'met' as const,
  awayUntil: null,
});
const belongs = (memberId: string, teamId: string, startsOn: string | null = null, endsOn: string | null = null) => ({
  memberId,
  teamId,
  regionId: null,
  job: null,
  startsOn,
  endsOn,
});

/** Marta manages north, where Anna is and Ben was until February; Ben is in south now, with Tobias who manages nothing. */
const directory: Directory = {
  members: [
    person('anna', 'rep'),
    person('ben', 'rep'),
    person('marta', 'manager'),
    person('tobias', 'manager'),
    person('ada', 'admin'),
  ],
  teams: [
    { id: 'north', name: 'North', managerId: 'marta' },
    { id: 'south', name: 'South', managerId: null },
  ],
  memberships: [
    belongs('anna', 'north'),
    belongs('ben', 'north', null, '2026-02-01'),
    belongs('ben', 'south', '2026-02-01'),
    belongs('tobias', 'south'),
  ],
  regions: [],
  offices: [],
  products: [],
  stages: [],
  sources: [],
  daysOff: [],
  holidays: [],
};

const of = (memberId: string): Whose => ({ scope: 'member', memberId });
const team = (...teamIds: string[]): Whose => ({ scope: 'team', teamIds });
const everyone: Whose = { scope: 'workspace' };

function refusal(who: string, whose: Whose, by: Dimension | null = null): string | null {
  const asker = directory.members.find(({ id }) => id === who);
  const question: Question = { kpis: ['revenue'], whose, period: { kind: 'this', unit: 'month' }, by: by ? [by] : [] };
  try {
    mayAsk(question, asker as Asker, directory, today);
    return null;
  } catch (cause) {
    return cause instanceof Problem ? cause.code : String(cause);
  }
}

describe('who may see what', () => {
  it.each<[string, string, Whose, Dimension | null]>([
    ['a rep their own numbers', 'anna', of('anna'), 'rep'],
    ['a rep their team’s totals', 'anna', team('north'), 'product'],
    ['a manager their people', 'marta', of('anna'), null],
    ['a manager their people side by side', 'marta', team('north'), 'rep'],
    ['an admin everybody', 'ada', of('anna'), null],
    ['an admin everyone side by side', 'ada', everyone, 'rep'],
  ])('%s', (_, who, whose, by) => {
    expect(refusal(who, whose, by)).toBeNull();
  });

  it.each<[string, string, Whose, Dimension | null, string]>([
    ['a rep a colleague', 'anna', of('ben'), null, 'refusal.person'],
    ['a rep another team', 'anna', team('south'), null, 'refusal.person'],
    ['a rep their team and another', 'anna', team('north', 'south'), null, 'refusal.person'],
    ['a rep everyone', 'anna', everyone, null, 'refusal.person'],
    ['a rep the team’s people side by side', 'anna', team('north'), 'rep', 'refusal.by_person'],
    ['a manager who has gone to another team', 'marta', of('ben'), null, 'refusal.manager'],
    ['a manager another team', 'marta', team('south'), null, 'refusal.manager'],
    ['a manager the people of a team they are only in', 'tobias', team('south'), 'rep', 'refusal.by_person'],
  ])('not %s', (_, who, whose, by, code) => {
    expect(refusal(who, whose, by)).toBe(code);
  });
});

it('a refusal names whom one may not see, and nobody else', () => {
  const anna = directory.members.find(({ id }) => id === 'anna') as Asker;
  const where = [{ by: 'rep' as const, keys: ['anna', 'ben'] }];
  const period = { kind: 'this', unit: 'month' } as const;
  const ask = (whose: Whose) => () =>
    mayAsk({ kpis: ['revenue'], whose, period, by: [], where }, anna, directory, today);
  for (const whose of [everyone, team('north')]) expect(ask(whose)).toThrow('{"subject":"ben"}');
  expect(ask(team('north', 'south'))).toThrow('{"subject":"South"}');
});

describe('what was spent and what others charge, of everyone', () => {
  const ask = (who: string, kpis: string[], where: Question['where'] = []) => {
    const asker = directory.members.find(({ id }) => id === who) as Asker;
    return () =>
      mayAsk(
        { kpis, whose: everyone, period: { kind: 'this', unit: 'month' }, by: [], where },
        asker,
        directory,
        today,
      );
  };

  it('is for managers, too', () => {
    for (const id of ['cac', 'clv_to_cac', 'price_index']) expect(ask('marta', [id]), id).not.toThrow();
  });

  it('is not for reps, nor does it open anything else to a manager', () => {
    expect(ask('anna', ['cac'])).toThrow('refusal.person');
    expect(ask('marta', ['cac', 'revenue'])).toThrow('refusal.manager');
    expect(ask('marta', [])).toThrow('refusal.manager');
    expect(ask('marta', ['cac'], [{ by: 'rep', keys: ['ben'] }])).toThrow('refusal.manager');
  });
});

describe('whose records are named in an answer', () => {
  const seen = (who: string, whose: Whose) => {
    const asker = directory.members.find(({ id }) => id === who)!;
    const question: Question = { kpis: [], whose, period: { kind: 'this', unit: 'month' }, by: [] };
    return ownersSeen(question, asker, directory, today);
  };

  it.each<[string, string, Whose, 'all' | string[]]>([
    ['to a rep of their own numbers all', 'anna', of('anna'), 'all'],
    ['to a rep of their team’s only theirs', 'anna', team('north'), ['anna']],
    ['to a manager of their team all, also who has left it', 'marta', team('north'), 'all'],
    ['to a manager of a team they are only in, theirs', 'tobias', team('south'), ['tobias']],
    ['to an admin all', 'ada', everyone, 'all'],
  ])('%s', (_, who, whose, owners) => {
    expect(seen(who, whose)).toEqual(owners);
  });
});

it('a rep sees their team’s totals also broken down by anything but people', () => {
  for (const by of ['team', 'region', 'source', 'product', 'type', 'weekday', 'month'] as const)
    expect(refusal('anna', team('north'), by), by).toBeNull();
  expect(refusal('anna', team('north'), 'rep')).toBe('refusal.by_person');
});
