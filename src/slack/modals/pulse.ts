import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { text } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import type { NewSchedule } from '../../schedule/schedule.ts';
import { modes } from '../../surveys/mode.ts';
import { instruments, MOST_PULSE_QUESTIONS } from '../../surveys/questions.ts';
import type { Filled } from '../command.ts';
import { selectField, timeField } from './fields.ts';
import { plainText } from './views.ts';

const rhythms = {
  month: { of: 'month', every: 1 },
  second_month: { of: 'month', every: 2 },
  quarter: { of: 'quarter', every: 1 },
} as const;
type Rhythm = keyof typeof rhythms;
const rhythmIds = Object.keys(rhythms) as [Rhythm, ...Rhythm[]];
const openFor = [2, 3, 5, 7, 10, 14] as const;
const MODE = 'mode';
const USUAL = { questions: '3', openDays: '5', at: '09:30' };

/** Who can be asked: teams, and everybody. `today`: from when it holds, ISO; `led`: the teams that whoever fills it in leads. */
interface PulseChoices {
  teams: Directory['teams'];
  everyone: boolean;
  today: string;
  led: readonly string[];
}

/** What is asked of whom, how often, and who may know who said what. */
export function pulseView(id: string, { teams, everyone, today, led }: PulseChoices): ModalView {
  const label = (field: 'instrument' | 'about' | 'questions' | 'rhythm' | 'at' | 'open') => ({
    id: field,
    label: text(`pulse.add.${field}`),
  });
  const abouts = [
    ...(everyone ? [['all', text('pulse.add.everyone')] as const] : []),
    ...teams.map((team) => [team.id, team.name] as const),
  ];
  const counts = Array.from({ length: MOST_PULSE_QUESTIONS }, (_, index) => String(index + 1));
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: JSON.stringify({ today, led }),
    title: plainText(text('pulse.add.title')),
    submit: plainText(text('form.save')),
    close: plainText(text('form.close')),
    blocks: [
      selectField(
        label('instrument'),
        instruments.map((each) => [each, text(`pulse.add.${each}`)] as const),
        'pulse',
      ),
      selectField(label('about'), abouts, abouts[0]?.[0] ?? ''),
      selectField(
        { id: MODE, label: text('pulse.mode'), hint: text('pulse.mode.hint') },
        modes.map((mode) => [mode, text(`pulse.mode.${mode}`)] as const),
        'anonymous',
      ),
      selectField(
        { ...label('questions'), hint: text('pulse.add.questions_hint') },
        counts.map((count) => [count, count] as const),
        USUAL.questions,
      ),
      selectField(
        label('rhythm'),
        rhythmIds.map((each) => [each, text(`pulse.add.${each}`)] as const),
        'month',
      ),
      timeField({ ...label('at'), hint: text('pulse.add.at_hint') }, USUAL.at),
      selectField(
        label('open'),
        openFor.map((days) => [String(days), text('pulse.add.days', { days })] as const),
        USUAL.openDays,
      ),
    ],
  };
}

const filledSchema = z.object({
  instrument: z.enum(instruments),
  about: z.union([z.literal('all'), z.guid()]),
  mode: z.enum(modes),
  questions: z.coerce.number(),
  rhythm: z.enum(rhythmIds),
  at: z.string(),
  open: z.coerce.number(),
});

const keptSchema = z.object({ today: z.iso.date(), led: z.array(z.string()) });

/** Whoever leads a team would read nobody's answers of it by name: nobody is asked for that. */
export function pulseFaults({ fields, metadata }: Filled): Record<string, string> {
  const { led } = keptSchema.parse(JSON.parse(metadata));
  const isNamed = fields.get(MODE)?.value === 'confidential';
  return isNamed && led.includes(fields.get('about')?.value ?? '') ? { [MODE]: text('pulse.mode.own_team') } : {};
}

/** The survey that a form asks for. Throws for what no form of ours sends. */
export function pulseIn({ fields, metadata }: Filled): Omit<NewSchedule, 'ownerId'> {
  const { today } = keptSchema.parse(JSON.parse(metadata));
  const filled = filledSchema.parse(Object.fromEntries([...fields].map(([id, { value }]) => [id, value])));
  const { instrument, about, mode, questions: howMany, rhythm, at, open: openDays } = filled;
  const whose = about === 'all' ? ({ scope: 'workspace' } as const) : ({ scope: 'team', teamIds: [about] } as const);
  return {
    what: { kind: 'pulse', instrument, mode, whose, howMany, openDays },
    audience: about === 'all' ? { to: 'everyone' } : { to: 'team', teamId: about },
    recurrence: { on: { kind: 'beginning', ...rhythms[rhythm] }, at, workingDaysOnly: true, from: today },
    zone: null,
  };
}
