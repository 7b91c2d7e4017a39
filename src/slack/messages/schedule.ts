import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../calendar/local-day.ts';
import { momentLabel, weekdayLabel } from '../../language/dates.ts';
import { allOf } from '../../language/list.ts';
import { text } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import type { Recurrence } from '../../schedule/recurrence.ts';
import type { Audience, Schedule } from '../../schedule/schedule.ts';
import { clipped, escaped } from './mrkdwn.ts';

/** What a schedule sends: "Daily digest of North". */
export function whatText({ what, audience }: Pick<Schedule, 'what' | 'audience'>, directory: Directory): string {
  const whose =
    audience.to === 'role' ? text(`pulse.whose.${audience.role}`) : escaped(whoseText(what.whose, directory));
  if (what.kind === 'alert') {
    // A source belongs to nobody, and for one person the alert's words say whose number it is.
    const isOfSeveral = what.rule.kind !== 'silence' && what.whose.scope !== 'member';
    return text('schedule.what.alert', { words: escaped(what.words), whose: isOfSeveral ? whose : 'none' });
  }
  if (what.kind === 'reminder') return text('schedule.what.reminder', { words: escaped(firstWords(what.words)) });
  if (what.kind === 'morning') return text('schedule.what.morning');
  if (what.kind === 'digest') return text('schedule.what.digest', { whose });
  if (what.kind === 'review') return text('schedule.what.review', { unit: what.unit, part: what.part, whose });
  if (what.kind === 'sheet') return text('schedule.what.sheet', { whose });
  if (what.kind === 'pulse') {
    const survey = text(`schedule.what.${what.instrument}`, { whose, questions: what.howMany });
    return text('pulse.mode.listed', { what: survey, mode: what.mode ?? 'anonymous' });
  }
  if (what.kind === 'customers') return text(`schedule.what.customers.${what.instrument}`);
  if (what.kind === 'standup') return text('schedule.what.standup', { whose, channel: what.channelId });
  return text('schedule.what.report', { reports: allOf(what.reports.map((id) => text(`report.title.${id}`))), whose });
}

/** Enough of a reminder's words to tell it from others. */
const firstWords = (words: string) => clipped(words.replaceAll(/\s+/g, ' '), 60);

/** Whose numbers, by name. */
export function whoseText(whose: Schedule['what']['whose'], { teams, members }: Directory): string {
  switch (whose.scope) {
    case 'workspace':
      return text('schedule.everyone');
    case 'member':
      return members.find(({ id }) => id === whose.memberId)?.name ?? text('schedule.somebody');
    case 'team':
      return allOf(teams.filter(({ id }) => whose.teamIds.includes(id)).map(({ name }) => name));
  }
}

/** Who gets it, in words. */
export function audienceText(audience: Audience, { teams, members }: Directory): string {
  switch (audience.to) {
    case 'channel':
      return `<#${audience.channelId}>`;
    case 'everyone':
      return text('schedule.to.everyone');
    case 'role':
      return text('schedule.to.role', { role: audience.role });
    case 'sample':
      return text('schedule.to.sample', { part: audience.oneIn });
    case 'managers':
      return text('schedule.to.managers');
    case 'team':
      return text('schedule.to.team', { team: escaped(teams.find(({ id }) => id === audience.teamId)?.name ?? '') });
    case 'member':
      return escaped(members.find(({ id }) => id === audience.memberId)?.name ?? text('schedule.somebody'));
  }
}

const EVERY_WORKDAY = '1,2,3,4,5';
const EVERY_DAY = '1,2,3,4,5,6,7';

/** When it is due next: a time alone would leave open of which day. */
export const momentText = (at: Temporal.Instant, { now, zone }: { now: Temporal.Instant; zone: string }): string =>
  text('schedule.moment', {
    at: momentLabel(at, now, zone),
    isToday: String(localDay(at, zone).equals(localDay(now, zone))),
  });

/** When: "Monday to Friday at 09:00, on working days". */
export function whenText({ recurrence, zone, audience }: Pick<Schedule, 'recurrence' | 'zone' | 'audience'>): string {
  if (recurrence.throughout) return text('schedule.hourly');
  return text('schedule.when', {
    days: daysText(recurrence),
    at: recurrence.at,
    zone: zone ?? (audience.to === 'channel' ? 'workspace' : 'own'),
  });
}

function daysText({ on, workingDaysOnly }: Recurrence): string {
  switch (on.kind) {
    case 'weekly': {
      const list = [...on.weekdays].sort().join(',');
      const days =
        list === EVERY_DAY
          ? text('schedule.every_day')
          : list === EVERY_WORKDAY
            ? text('schedule.every_workday')
            : allOf([...on.weekdays].sort().map(weekdayLabel));
      const every = on.every === 1 ? days : text('schedule.every_nth', { days, every: on.every });
      return workingDaysOnly ? text('schedule.working_only', { days: every }) : every;
    }
    case 'monthly':
      return text('schedule.monthly', { day: on.day, moves: workingDaysOnly ? (on.moves ?? 'back') : 'none' });
    case 'ending':
      return text('schedule.ending', { of: on.of, before: on.before });
    case 'beginning':
      return text('schedule.beginning', { of: on.of, every: on.every });
  }
}
