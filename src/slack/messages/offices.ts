import { weekdayLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import type { OfficeHours } from '../../people/offices.ts';
import type { Message } from './answer.ts';
import { buttons, clipped, escaped, plainText, section } from './mrkdwn.ts';
import { peopleActions } from './people.ts';

export interface OfficeLine extends OfficeHours {
  id: string;
  /** People working there. */
  people: number;
}

/** The button value that opens the form for a new office. */
export const NEW_OFFICE = 'new';

/** Slack allows 50 blocks. */
const MOST = 45;

/** When each office works; admins get buttons to change each and to add one. */
export function officesMessage(offices: readonly OfficeLine[], mayEdit: boolean): Message {
  const lines = offices.length > 0 ? offices.slice(0, MOST) : [];
  const add = { actionId: peopleActions.editOffice, label: text('offices.button.add'), value: NEW_OFFICE };
  return {
    text: [text('offices.title').replaceAll('*', ''), ...lines.map(({ name }) => escaped(name))].join('\n'),
    blocks: [
      section([text('offices.title'), ...(lines.length > 0 ? [] : [text('offices.none')])].join('\n')),
      ...lines.map((office) => ({
        ...section(lineOf(office)),
        ...(mayEdit ? { accessory: editButton(office) } : {}),
      })),
      ...(mayEdit ? [buttons('offices.add', [add])] : []),
    ],
  };
}

function lineOf({ name, people, zone, holidayCode, workingDays, workdayStart, workdayEnd }: OfficeLine): string {
  const hours = text('offices.hours', {
    days: workingDays.map((weekday) => weekdayLabel(weekday).slice(0, 3)).join(' '),
    start: workdayStart,
    end: workdayEnd,
    zone,
    holidays: holidayCode ? text('offices.holidays', { code: holidayCode }) : text('offices.no_holidays'),
  });
  return `*${escaped(name)}* · ${text('offices.people', { count: people })}\n${escaped(hours)}`;
}

const editButton = ({ id, name }: OfficeLine) => ({
  type: 'button' as const,
  action_id: peopleActions.editOffice,
  text: plainText(text('people.button.edit')),
  accessibility_label: clipped(text('people.button.edit_name', { name }), 75),
  value: id,
});
