import type { ModalView } from '@slack/types';
import { text } from '../../language/text.ts';
import { type DaySpan, dayFault, readDaySpan, writtenDaySpan } from '../../people/day-spans.ts';
import type { Job, Role } from '../../people/directory.ts';
import type { Aspect } from '../../people/may-change.ts';
import type { Filled } from '../command.ts';
import { escaped, plainText, section } from '../messages/mrkdwn.ts';
import { dateField, named, selectField, textField } from './fields.ts';

/** The person the form is about, and their state when it opened. */
export interface PersonFormFor {
  memberId: string;
  stamp: string;
  /** ISO date. */
  today: string;
}

export interface PersonForm {
  name: string;
  zone: string | null;
  role: Role;
  job: Job | null;
  teamId: string | null;
  officeId: string | null;
  daysOff: readonly DaySpan[];
  teams: readonly { id: string; name: string }[];
  offices: readonly { id: string; name: string }[];
}

const roles: readonly Role[] = ['rep', 'manager', 'admin'];
const jobs: readonly Job[] = ['sdr_outbound', 'sdr_inbound', 'bdm', 'ae', 'manager'];

/** Slack does not allow options with an empty value. */
const NONE = 'none';

/** Shows only the fields that may be changed. */
export function personView(id: string, whom: PersonFormFor, person: PersonForm, may: ReadonlySet<Aspect>): ModalView {
  const { name, zone, role, job, teamId, officeId, daysOff, teams, offices } = person;
  const field = (aspect: string, label: string) => ({ id: aspect, label });
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: JSON.stringify(whom),
    title: plainText(text('people.form.title')),
    submit: plainText(text('form.save')),
    close: plainText(text('form.close')),
    blocks: [
      section(text('people.form.of', { name: escaped(name), zone: zone ?? text('people.zone.none') })),
      ...(may.has('role')
        ? [
            selectField(
              field('role', text('people.form.role')),
              roles.map((each) => [each, text(`people.role.${each}`)]),
              role,
            ),
          ]
        : []),
      ...(may.has('job')
        ? [
            selectField(
              field('job', text('people.form.job')),
              [...jobs.map((each) => [each, text(`people.job.${each}`)] as const), [NONE, text('people.job.none')]],
              job ?? NONE,
            ),
          ]
        : []),
      ...(may.has('team')
        ? [
            selectField(
              field('team', text('people.form.team')),
              [[NONE, text('people.team.none')], ...named(teams)],
              teamId ?? NONE,
            ),
          ]
        : []),
      ...(may.has('job') ? [dateField(field('since', text('people.form.since')), whom.today)] : []),
      ...(may.has('office')
        ? [
            selectField(
              field('office', text('people.form.office')),
              [[NONE, text('people.office.none')], ...named(offices)],
              officeId ?? NONE,
            ),
          ]
        : []),
      textField(
        { ...field('daysOff', text('people.form.days_off')), hint: text('people.form.days_off_hint') },
        daysOff.map(writtenDaySpan).join('\n'),
        { lines: true, optional: true },
      ),
    ],
  };
}

/** The fields that were changed. */
export interface PersonFilled {
  whom: PersonFormFor;
  role?: Role;
  officeId?: string | null;
  teamId?: string | null;
  job?: Job | null;
  since: string;
  daysOff?: readonly DaySpan[];
}

export function personFilled({ metadata, fields }: Filled): PersonFilled {
  const whom = JSON.parse(metadata) as PersonFormFor;
  const changed = (id: string): string | undefined => {
    const field = fields.get(id);
    return field && field.value !== field.initial ? field.value : undefined;
  };
  const role = roles.find((each) => each === changed('role'));
  const [job, team, office] = [changed('job'), changed('team'), changed('office')];
  return {
    whom,
    ...(role ? { role } : {}),
    ...(job === undefined ? {} : { job: jobs.find((each) => each === job) ?? null }),
    ...(team === undefined ? {} : { teamId: team === NONE ? null : team }),
    ...(office === undefined ? {} : { officeId: office === NONE ? null : office }),
    since: fields.get('since')?.value || whom.today,
    ...(changed('daysOff') === undefined
      ? {}
      : { daysOff: linesOf(fields).flatMap((line) => readDaySpan(line) ?? []) }),
  };
}

/** The errors, by field. */
export function personFaults({ fields }: Filled): Record<string, string> {
  for (const line of linesOf(fields)) {
    const fault = dayFault(line);
    if (fault === 'unread') return { daysOff: text('people.form.no_days', { line }) };
    if (fault) return { daysOff: text(`people.not_off.${fault}`, { words: line }).replaceAll('`', '') };
  }
  return {};
}

const linesOf = (fields: Filled['fields']): string[] =>
  (fields.get('daysOff')?.value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
