import type { ModalView } from '@slack/types';
import { publicHolidays } from '../../calendar/holidays.ts';
import { isZone } from '../../calendar/zone.ts';
import { weekdayLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import type { OfficeHours } from '../../people/offices.ts';
import type { Filled } from '../command.ts';
import { plainText } from '../messages/mrkdwn.ts';
import { checkField, textField, timeField } from './fields.ts';

/** The office that the form is about (null: a new one), and its state when the form opened. */
export interface OfficeFormFor {
  id: string | null;
  stamp: string;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];

export function officeView(id: string, which: OfficeFormFor, office: OfficeHours): ModalView {
  const { name, zone, workingDays, workdayStart, workdayEnd, holidayCode } = office;
  const field = (part: string, label: string, hint?: string) => ({ id: part, label, ...(hint ? { hint } : {}) });
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: JSON.stringify(which),
    title: plainText(text('offices.form.title')),
    submit: plainText(text('form.save')),
    close: plainText(text('form.close')),
    blocks: [
      textField(field('name', text('offices.form.name')), name),
      textField(field('zone', text('offices.form.zone'), text('offices.form.zone_hint')), zone),
      checkField(
        field('days', text('offices.form.days')),
        weekdays.map((weekday) => [String(weekday), weekdayLabel(weekday)]),
        workingDays.map(String),
      ),
      timeField(field('start', text('offices.form.start')), workdayStart),
      timeField(field('end', text('offices.form.end')), workdayEnd),
      textField(
        field('holidays', text('offices.form.holidays'), text('offices.form.holidays_hint')),
        holidayCode ?? '',
        { optional: true },
      ),
    ],
  };
}

export function officeFilled({ metadata, fields }: Filled): { which: OfficeFormFor; office: OfficeHours } {
  const value = (id: string) => fields.get(id)?.value.trim() ?? '';
  const office = {
    name: value('name'),
    zone: value('zone'),
    workingDays: value('days').split(',').filter(Boolean).map(Number).sort(),
    workdayStart: value('start'),
    workdayEnd: value('end'),
    holidayCode: value('holidays').toUpperCase() || null,
  };
  return { which: JSON.parse(metadata) as OfficeFormFor, office };
}

/** The errors, by field. */
export function officeFaults(filled: Filled): Record<string, string> {
  const { name, zone, workingDays, workdayStart, workdayEnd, holidayCode } = officeFilled(filled).office;
  return {
    ...(name === '' ? { name: text('offices.form.no_name') } : {}),
    ...(isZone(zone) ? {} : { zone: text('offices.form.no_zone') }),
    ...(workingDays.length === 0 ? { days: text('offices.form.no_days') } : {}),
    ...(workdayEnd > workdayStart ? {} : { end: text('offices.form.backwards') }),
    ...(holidayCode && !isHolidayCode(holidayCode) ? { holidays: text('offices.form.no_holidays') } : {}),
  };
}

/** One year is enough to check a code: a region with holidays has some every year. */
const isHolidayCode = (code: string): boolean =>
  /^[A-Z]{2}(-[A-Z0-9]+)*$/.test(code) && publicHolidays(code, 2026).size > 0;
