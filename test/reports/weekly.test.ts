import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../src/kpi/calling-times.ts';
import { findKpi } from '../../src/kpi/catalogue/index.ts';
import type { Question } from '../../src/kpi/question.ts';
import { questionOf } from '../../src/kpi/question-schema.ts';
import { bestTimesIn } from '../../src/reports/best-times.ts';
import { picturedIn } from '../../src/reports/pictured.ts';
import { reportOf } from '../../src/reports/report-of.ts';
import { reportIds, reportQuestions } from '../../src/reports/weekly.ts';
import { notes } from '../../src/slack/messages/answer.ts';
import { reportMessage } from '../../src/slack/messages/report.ts';
import { tell } from '../kpi/asking.ts';
import { kpiValue } from '../support/answers.ts';
import { useDatabase } from '../support/database.ts';
import { type ActivityFact, call, type Facts, lost, meeting, won } from '../support/facts.ts';
import { plain } from '../support/reading.ts';

const db = useDatabase();
const week = { from: '2026-03-09', through: '2026-03-15' };
const everyone = { scope: 'workspace' } as const;

describe('the seven weekly reports', () => {
  it('are seven', () => {
    expect(reportIds).toEqual(['calls', 'leads', 'won', 'scores', 'conversion', 'meetings', 'odds']);
  });

  it.each(reportIds)('%s asks plain questions that its KPIs can answer, the summary first', (id) => {
    const questions = reportQuestions(id, week, everyone);
    expect(questions[0]?.by).toEqual([]);
    for (const question of questions) {
      expect(questionOf(JSON.stringify(question))).toEqual(question);
      for (const kpi of question.kpis)
        expect(findKpi(kpi)?.dimensions).toEqual(expect.arrayContaining([...question.by]));
    }
  });

  it('look at their week, conversion at the one that is four weeks old by its end, best times at twelve', () => {
    const daysOf = (id: (typeof reportIds)[number]) => reportQuestions(id, week, everyone).map(({ period }) => period);
    const between = (from: string, through: string) => ({ kind: 'between', from, through });
    expect(daysOf('won')).toEqual([between('2026-03-09', '2026-03-15'), between('2026-03-09', '2026-03-15')]);
    // Asked on Monday 16 March: the seven days that began five weeks before.
    const from = Temporal.PlainDate.from('2026-03-16').subtract({ weeks: 5 }).toString();
    expect(daysOf('conversion')[0]).toEqual(between(from, '2026-02-15'));
    expect(daysOf('calls')[2]).toEqual(between('2025-12-22', '2026-03-15'));
  });
});

describe('the best time to call', () => {
  const hour = (key: string, positive: number, withResult: number, answered: number, calls: number) => ({
    ...{ key, label: `${key}:00` },
    kpis: [
      kpiValue({
        id: 'call_success_rate',
        unit: 'rate',
        value: withResult ? positive / withResult : null,
        numerator: positive,
        denominator: withResult,
      }),
      kpiValue({
        id: 'call_answer_rate',
        unit: 'rate',
        value: answered / calls,
        numerator: answered,
        denominator: calls,
      }),
    ],
  });
  const answer = (hours: ReturnType<typeof hour>[], withResult: number) => ({
    period: { from: Temporal.PlainDate.from('2025-12-22'), to: Temporal.PlainDate.from('2026-03-16') },
    kpis: hour('all', 1, withResult, 1, 100).kpis,
    groups: [{ key: '1', label: 'Monday', kpis: [], groups: hours }],
  });

  it('is by success where results are noted, and never an hour with fewer than five calls', () => {
    const { kpi, best, tooFew } = bestTimesIn(
      answer([hour('9', 4, 4, 4, 4), hour('10', 3, 6, 6, 9), hour('11', 2, 8, 8, 9)], 18),
    );
    expect(kpi).toBe('call_success_rate');
    expect(best.map((each) => each.hour)).toEqual(['10:00', '11:00']);
    expect(tooFew).toBe(1);
  });

  it('is by who picks up where no results are noted', () => {
    const { kpi, best } = bestTimesIn(answer([hour('9', 0, 0, 4, 10), hour('10', 0, 0, 6, 10)], 0));
    expect(kpi).toBe('call_answer_rate');
    expect(best.map((each) => each.hour)).toEqual(['10:00', '9:00']);
  });
});

describe('an answer by weekday and hour of how calls go', () => {
  const question: Question = {
    ...{ kpis: ['call_success_rate'], whose: everyone, by: ['weekday', 'hour'] },
    period: { kind: 'this', unit: 'month' },
  };
  const answered = async (more: Partial<ActivityFact>) => {
    const activities = times(5, () => call('anna', '2026-03-10T10:15', more));
    return answerOf((await tell(db(), { activities })).at('2026-03-16T09:00'), question);
  };

  it('is by their results', async () => {
    const answer = await answered({ result: 'positive' });
    expect(answer.kpis).toMatchObject([{ id: 'call_success_rate', value: 1, denominator: 5 }]);
    expect(answer).not.toHaveProperty('inPlaceOf');
  });

  it('is by who picks up where no hour has enough results, and says so', async () => {
    const answer = await answered({});
    expect(answer.kpis).toMatchObject([{ id: 'call_answer_rate', value: 1, denominator: 5 }]);
    expect(notes(answer).join('\n')).toContain(
      'Too few calls have a result noted to tell Call success by the hour: this is Answer rate in its place.',
    );
  });
});

const times = (count: number, make: (index: number) => ActivityFact) =>
  Array.from({ length: count }, (_, index) => make(index));
const facts: Facts = {
  belongs: ['anna', 'ben'].map((who) => ({ who, team: 'East' })),
  activities: [
    ...times(6, () => call('anna', '2026-03-10T10:15', { result: 'positive' })),
    ...times(5, () => call('anna', '2026-03-11T15:15', { result: 'negative' })),
    ...times(4, () => call('ben', '2026-03-12T09:15', { result: 'positive' })),
    meeting('anna', '2026-03-12T11:00', { place: 'Berlin', result: 'sale' }),
  ],
  deals: [
    won('anna', '2026-03-10', 600),
    won('anna', '2026-03-11', 500),
    won('ben', '2026-03-11', 900),
    lost('ben', '2026-03-12'),
  ],
  leads: {
    lena: { owner: 'anna', created: '2026-02-10', source: 'Webinar', score: 80, converted: '2026-03-02' },
    luis: { owner: 'ben', created: '2026-02-11', source: 'Fair', score: 40 },
    lou: { owner: 'ben', created: '2026-03-10', source: 'Fair', score: 60, channel: 'inbound' },
  },
  targets: [
    { kpi: 'revenue', whose: 'anna', from: '2026-03-09', to: '2026-03-16', value: 1_000 },
    { kpi: 'revenue', whose: 'ben', from: '2026-03-09', to: '2026-03-16', value: 1_000 },
  ],
};

/** The report as read on Monday morning. */
async function read(id: (typeof reportIds)[number], { byPerson = true, about = week } = {}): Promise<string> {
  const story = await tell(db(), facts);
  const asking = story.at('2026-03-16T09:00');
  const report = await reportOf(asking, { id, week: about, whose: everyone, byPerson });
  const { text, blocks } = reportMessage(report, { now: asking.now, zone: 'UTC', picture: { kind: 'none' } });
  const said = blocks.flatMap((block) => (block.type === 'section' ? (block.text?.text ?? '') : []));
  return plain([text, ...said].join('\n'));
}

describe('a report', () => {
  it('of calls tells how they went, by whom, and when is best', async () => {
    const said = await read('calls');
    expect(said).toMatch(/^Calls · Everyone, 9–15 Mar 2026: Calls made 15; /);
    expect(said).toContain(
      '*By person*: Calls made · Answer rate · Call success\nanna  *11* · 100 % (11 of 11) · 54.5 % (6 of 11)\nben  *4* · 100 % (4 of 4) · 100 % (4 of 4)',
    );
    expect(said).toContain(
      '*Best time to call* by Call success, 22 Dec 2025 – 15 Mar 2026\nTuesday 10:00  *100 %* of 6 calls with a result\n1 hour has fewer than 5 calls with a result and cannot be judged.',
    );
  });

  it('of won deals names who beat the quota and who closed most', async () => {
    const said = await read('won');
    expect(said).toContain('*Beat the quota*: anna\n*Closed most*: anna, 2 deals');
    expect(said).toContain('anna  *2* · $1,100 · 110 %');
  });

  it('of conversion is about the leads that are four weeks old', async () => {
    const said = await read('conversion');
    expect(said).toMatch(/^Conversion by source · Everyone, 9–15 Feb 2026: Lead conversion 50 %; /);
    expect(said).toContain('Webinar  *100 %* (1 of 1) · 0 % (0 of 1) · 1');
    expect(said).toContain('Fair  *0 %* (0 of 1) · 0 % (0 of 1) · 1');
  });

  it('of conversion says months later what it said on its Monday', async () => {
    const later = { luis: { owner: 'ben', created: '2026-02-11', source: 'Fair', score: 40, converted: '2026-03-16' } };
    const story = await tell(db(), { ...facts, leads: { ...facts.leads, ...later } });
    const asked = { id: 'conversion' as const, week, whose: everyone, byPerson: true };
    const [onMonday, inAutumn] = await Promise.all(
      ['2026-03-16T09:00', '2026-09-01T09:00'].map((now) => reportOf(story.at(now), asked)),
    );
    expect(onMonday?.summary.kpis[0]).toMatchObject({ numerator: 1, denominator: 2 });
    expect(inAutumn?.summary.kpis).toEqual(onMonday?.summary.kpis);
    expect(inAutumn?.tables.map(({ groups }) => groups)).toEqual(onMonday?.tables.map(({ groups }) => groups));
  });

  it('of lead responses says months later what it said on its Monday, and as of when', async () => {
    const late = {
      owner: 'ben',
      created: '2026-03-12T09:00',
      channel: 'inbound' as const,
      contacted: '2026-03-20T09:00',
    };
    const story = await tell(db(), { ...facts, leads: { ...facts.leads, late } });
    const asked = { id: 'leads' as const, week, whose: everyone, byPerson: true };
    const [onMonday, inAutumn] = await Promise.all(
      ['2026-03-16T09:00', '2026-09-01T09:00'].map((now) => reportOf(story.at(now), asked)),
    );
    expect(onMonday?.summary.kpis[0]?.leftOut).toContainEqual({ reason: 'waiting', count: 2 });
    expect(inAutumn?.summary).toEqual(onMonday?.summary);
    expect(inAutumn?.tables).toEqual(onMonday?.tables);
    const said = JSON.stringify(
      reportMessage(inAutumn!, { now: Temporal.Now.instant(), zone: 'UTC', picture: { kind: 'none' } }).blocks,
    );
    expect(said).toContain('As it stood at the end of Sun 15 Mar');
    expect(said).not.toContain('so far');
  });

  it('of calls has the best time to call as its picture, by what the text names', async () => {
    const story = await tell(db(), facts);
    const report = await reportOf(story.at('2026-03-16T09:00'), { id: 'calls', week, whose: everyone, byPerson: true });
    const { question, kpis, groups } = picturedIn(report);
    expect(question).toMatchObject({ kpis: [report.bestTimes?.kpi], by: ['weekday', 'hour'] });
    const cells = groups.flatMap(({ groups: hours = [] }) => hours);
    expect(cells.length).toBeGreaterThan(0);
    for (const cell of [{ kpis }, ...groups, ...cells]) expect(cell.kpis.map(({ id }) => id)).toEqual(question.kpis);
  });

  it('of odds has the number and mean score of the leads beside them', async () => {
    expect(await read('odds')).toContain(
      '*By person*: Win odds · New leads · Lead quality\nben  *1 : 1* · 1 · 60\nanna  *2 : 0* · 0 · –',
    );
  });

  it('of meetings and of scores is broken down by when, where and whence', async () => {
    expect(await read('meetings')).toContain(
      '*By place*: Meetings held · Meetings with a result\nBerlin  *1* · 100 % (1 of 1)',
    );
    expect(await read('scores')).toContain('*By source*: Lead quality · Leads worth the focus · New leads\nFair  *60*');
  });

  it('has no part by person for who may not see it', async () => {
    for (const id of reportIds) expect(await read(id, { byPerson: false }), id).not.toMatch(/anna|ben/);
  });

  it('of an empty week says so', async () => {
    const about = { from: '2025-06-02', through: '2025-06-08' };
    expect(await read('calls', { about })).toMatch(/^Calls: nothing is recorded for Everyone in 2–8 Jun 2025\./);
  });
});
