import { Temporal } from 'temporal-polyfill';
import { spanLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import type { DaySpan } from '../../people/day-spans.ts';
import type { Job, Role } from '../../people/directory.ts';
import type { Message } from './answer.ts';
import { clipped, context, escaped, fittingButtons, plainText, section } from './mrkdwn.ts';

export const peopleActions = {
  edit: 'people.edit',
  page: 'people.page',
  editOffice: 'offices.edit',
} as const;

export interface PersonLine {
  memberId: string;
  name: string;
  role: Role;
  job: Job | null;
  team: string | null;
  office: string | null;
  zone: string | null;
  daysOff: readonly DaySpan[];
  isAway: boolean;
  mayEdit: boolean;
}

export interface PeoplePage {
  people: readonly PersonLine[];
  /** Starts at 1. */
  page: number;
  pages: number;
  count: number;
  /** The words that narrow the list. */
  words: string;
}

/** A page of people, each with a button to their form if the reader may open it. */
export function peopleMessage({ people, page, pages, count, words }: PeoplePage): Message {
  const turn = (to: number, label: string) => ({ actionId: peopleActions.page, label, value: `${to} ${words}` });
  const turns = [
    ...(page > 1 ? [turn(page - 1, text('people.button.before'))] : []),
    ...(page < pages ? [turn(page + 1, text('people.button.more'))] : []),
  ];
  const title = text('people.title', { count });
  return {
    text: [title.replaceAll('*', ''), ...people.map(({ name }) => escaped(name))].join('\n'),
    blocks: [
      section(title),
      ...people.map((person) => ({
        ...section(lineOf(person)),
        ...(person.mayEdit ? { accessory: editButton(person) } : {}),
      })),
      ...(pages > 1 ? [context(text('people.page', { page, pages }))] : []),
      // Two buttons with the same action id need separate blocks.
      ...turns.flatMap((each) => fittingButtons(`people.page.${each.value.split(' ')[0]}`, [each])),
    ],
  };
}

function lineOf({ name, role, job, team, office, zone, daysOff, isAway }: PersonLine): string {
  const about = [
    text(job ? `people.job.${job}` : 'people.job.none'),
    escaped(team ?? text('people.team.none')),
    ...(office ? [escaped(office)] : []),
    zone ?? text('people.zone.none'),
  ];
  return [
    `*${escaped(name)}* · ${text(`people.role.${role}`)}`,
    about.join(' · '),
    ...(daysOff.length > 0 ? [text('people.off', { spans: spansText(daysOff) })] : []),
    ...(isAway ? [text('people.away')] : []),
  ].join('\n');
}

const MOST_SPANS = 5;

/** "24–31 Dec 2026, 4 Jan 2027"; if there are many, only the first ones. */
export function spansText(spans: readonly DaySpan[]): string {
  const labels = spans.slice(0, MOST_SPANS).map(({ first, last }) => {
    const to = Temporal.PlainDate.from(last).add({ days: 1 });
    return spanLabel({ from: Temporal.PlainDate.from(first), to });
  });
  return [...labels, ...(spans.length > MOST_SPANS ? ['…'] : [])].join(', ');
}

const editButton = ({ memberId, name }: PersonLine) => ({
  type: 'button' as const,
  action_id: peopleActions.edit,
  text: plainText(text('people.button.edit')),
  accessibility_label: clipped(text('people.button.edit_name', { name }), 75),
  value: memberId,
});
