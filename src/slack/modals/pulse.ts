import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { text } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import type { Pulse } from '../../schedule/pulse-round.ts';
import type { Audience, NewSchedule, Schedule } from '../../schedule/schedule.ts';
import { SMALLEST_GROUP } from '../../surveys/groups.ts';
import { modes } from '../../surveys/mode.ts';
import {
  LONGEST_OPTION,
  LONGEST_QUESTION,
  MOST_OPTIONS,
  MOST_OWN_QUESTIONS,
  ownFaults,
  readOwnQuestions,
  WIDEST,
  writtenOwnQuestions,
} from '../../surveys/own-questions.ts';
import { instruments, MOST_PULSE_QUESTIONS } from '../../surveys/questions.ts';
import { askedRoles } from '../../surveys/whom.ts';
import type { Filled } from '../command.ts';
import { plainText } from '../messages/mrkdwn.ts';
import { type Choice, selectField, textField, timeField } from './fields.ts';
import { surveyRhythmFields, surveyRhythmSchema, surveyRule } from './pulse-rhythm.ts';

const openFor = [2, 3, 5, 7, 10, 14] as const;
const MODE = 'mode';
const USUAL = { questions: '3', openDays: '5', at: '09:30' };

export interface PulseForm {
  /** The teams that can be asked. */
  teams: Directory['teams'];
  everyone: boolean;
  /** The day from which it applies, ISO. */
  today: string;
  /** Ids of the teams led by the person filling it in. */
  led: readonly string[];
  /** The survey being changed, as it is now. */
  running?: { schedule: Pick<Schedule, 'id' | 'audience' | 'recurrence'>; pulse: Pulse };
}

/** Fields for what is asked of whom, how often, and who may know who said what. */
export function pulseView(id: string, { teams, everyone, today, led, running }: PulseForm): ModalView {
  const { schedule, pulse } = running ?? {};
  const label = (field: 'instrument' | 'about' | 'questions' | 'written' | 'at' | 'open') => ({
    id: field,
    label: text(`pulse.add.${field}`),
  });
  const abouts: Choice[] = [
    ...(everyone ? [['all', text('pulse.add.everyone')] as const] : []),
    ...teams.map((team) => [team.id, team.name] as const),
    ...(everyone ? askedRoles.map((role) => [role, text(`pulse.add.${role}`)] as const) : []),
    ...(everyone ? parts.map((part) => [`1/${part}`, text('pulse.add.sample', { part })] as const) : []),
  ];
  const counts = Array.from({ length: MOST_PULSE_QUESTIONS }, (_, index) => String(index + 1));
  const days = [...new Set([...openFor, pulse?.openDays ?? openFor[0]])].sort((one, other) => one - other);
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: JSON.stringify({
      ...{ today, led },
      ...(schedule ? { scheduleId: schedule.id, mode: pulse?.mode } : {}),
    }),
    title: plainText(text(running ? 'pulse.change.title' : 'pulse.add.title')),
    submit: plainText(text('form.save')),
    close: plainText(text('form.close')),
    blocks: [
      selectField(
        label('instrument'),
        instruments.map((each) => [each, text(`pulse.add.${each}`)] as const),
        pulse?.instrument ?? 'pulse',
      ),
      selectField(
        { ...label('about'), ...(everyone ? { hint: text('pulse.add.about_hint', { least: SMALLEST_GROUP }) } : {}) },
        abouts,
        (schedule && aboutOf(schedule.audience)) ?? abouts[0]?.[0] ?? '',
      ),
      ...(running
        ? []
        : [
            selectField(
              { id: MODE, label: text('pulse.mode'), hint: text('pulse.mode.hint') },
              modes.map((mode) => [mode, text(`pulse.mode.${mode}`)] as const),
              'anonymous',
            ),
          ]),
      selectField(
        { ...label('questions'), hint: text('pulse.add.questions_hint') },
        counts.map((count) => [count, count] as const),
        String(pulse?.howMany ?? USUAL.questions),
      ),
      textField(
        { ...label('written'), hint: text('pulse.add.written_hint', { most: MOST_OWN_QUESTIONS }) },
        writtenOwnQuestions(pulse?.questions ?? []),
        { lines: true, optional: true },
      ),
      ...surveyRhythmFields(schedule?.recurrence),
      timeField({ ...label('at'), hint: text('pulse.add.at_hint') }, schedule?.recurrence.at ?? USUAL.at),
      selectField(
        label('open'),
        days.map((each) => [String(each), text('pulse.add.days', { days: each })] as const),
        String(pulse?.openDays ?? USUAL.openDays),
      ),
    ],
  };
}

/** A sample asks one in so many people. */
const parts = [2, 3, 4] as const;

/** The audience that the form's choice stands for. */
function audienceOf(about: string): Audience {
  const role = askedRoles.find((each) => each === about);
  if (role) return { to: 'role', role };
  const oneIn = parts.find((part) => about === `1/${part}`);
  if (oneIn) return { to: 'sample', oneIn };
  return about === 'all' ? { to: 'everyone' } : { to: 'team', teamId: z.guid().parse(about) };
}

/** The form's choice for an audience. */
function aboutOf(audience: Audience): string | undefined {
  switch (audience.to) {
    case 'everyone':
      return 'all';
    case 'role':
      return audience.role;
    case 'sample':
      return `1/${audience.oneIn}`;
    case 'team':
      return audience.teamId;
    default:
      return undefined;
  }
}

/** The errors, by field. */
export const pulseFaults = (filled: Filled): Record<string, string> => ({
  ...writtenFaults(filled),
  ...modeFaults(filled),
});

/** People who lead a team never see its answers by name, so their own confidential survey of it would be pointless. */
function modeFaults({ fields, metadata }: Filled): Record<string, string> {
  const { led, mode } = keptSchema.parse(JSON.parse(metadata));
  const chosen = fields.get(MODE);
  const isNamed = (chosen?.value ?? mode) === 'confidential';
  if (!isNamed || !led.includes(fields.get('about')?.value ?? '')) return {};
  return { [chosen ? MODE : 'about']: text('pulse.mode.own_team') };
}

function writtenFaults({ fields }: Filled): Record<string, string> {
  const written = fields.get('written')?.value ?? '';
  const count = readOwnQuestions(written).length;
  if (fields.get('instrument')?.value !== 'own') return count > 0 ? { written: text('pulse.add.not_own') } : {};
  const limits = { ...WIDEST, most: MOST_OWN_QUESTIONS, longest: LONGEST_OPTION, options: MOST_OPTIONS };
  if (count === 0 || count > MOST_OWN_QUESTIONS)
    return { written: text('pulse.add.none_written', { ...limits, count }) };
  const faults = ownFaults(written).map(({ line, what }) =>
    text(`pulse.add.fault.${what}`, { ...limits, ...(what === 'long' ? { longest: LONGEST_QUESTION } : {}), line }),
  );
  return faults.length > 0 ? { written: faults.join(' ') } : {};
}

const filledSchema = z.object({
  instrument: z.enum(instruments),
  about: z.string(),
  mode: z.enum(modes).default('anonymous'),
  questions: z.coerce.number(),
  written: z.string().default(''),
  ...surveyRhythmSchema.shape,
  at: z.string(),
  open: z.coerce.number(),
});

/** The id of the survey that the form changes. */
export const pulseChangedIn = ({ metadata }: Filled): string =>
  z.object({ scheduleId: z.guid() }).parse(JSON.parse(metadata)).scheduleId;

const keptSchema = z.object({ today: z.iso.date(), led: z.array(z.string()), mode: z.enum(modes).optional() });

/** The survey that the form asks for. Throws for values that our forms never send. */
export function pulseIn({ fields, metadata }: Filled): Omit<NewSchedule, 'ownerId'> {
  const { today } = keptSchema.parse(JSON.parse(metadata));
  const filled = filledSchema.parse(Object.fromEntries([...fields].map(([id, { value }]) => [id, value])));
  const { instrument, mode, at, open: openDays } = filled;
  const own = instrument === 'own' ? readOwnQuestions(filled.written) : null;
  const asks = own ? { howMany: own.length, questions: own } : { howMany: filled.questions };
  const audience = audienceOf(filled.about);
  const whose =
    audience.to === 'team'
      ? ({ scope: 'team', teamIds: [audience.teamId] } as const)
      : ({ scope: 'workspace' } as const);
  return {
    what: { kind: 'pulse', instrument, mode, whose: { ...whose }, ...asks, openDays },
    audience,
    recurrence: { ...surveyRule(instrument, filled), at, from: today },
    zone: null,
  };
}
