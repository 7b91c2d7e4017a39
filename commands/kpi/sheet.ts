import { z } from 'zod';
import { dateOf } from '../../src/calendar/js-date.ts';
import { localDay } from '../../src/calendar/local-day.ts';
import { startOfUnit } from '../../src/calendar/units.ts';
import { Problem } from '../../src/errors.ts';
import type { Answer } from '../../src/kpi/answer.ts';
import { sheetReader } from '../../src/kpi/may-ask.ts';
import type { Question } from '../../src/kpi/question.ts';
import { jsonOf } from '../../src/kpi/question-schema.ts';
import { text } from '../../src/language/text.ts';
import { managedMemberIds } from '../../src/people/manages.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { agreedActions, agreeOn, tickAction } from '../../src/records/agreed-actions.ts';
import { sheetOf } from '../../src/reports/sheet/sheet-of.ts';
import { type Asked, type Form, type Reply, say } from '../../src/slack/command.ts';
import { SHEET_ACTION } from '../../src/slack/messages/answer-buttons.ts';
import { escaped } from '../../src/slack/messages/mrkdwn.ts';
import { ownActionsMessage, sheetActions, sheetMessage } from '../../src/slack/messages/sheet.ts';
import { agreedActionFaults, agreedActionIn, agreedActionView } from '../../src/slack/modals/agreed-action.ts';
import type { Picture } from '../../src/slack/pictures.ts';
import { called } from '../salespulse/who.ts';

type Drawing = (answer: Answer, asked: Asked) => Promise<Picture | null>;

/**
 * `/kpi sheet @anna`: prepares a manager's talk with one of their people; one's own name shows only what was agreed.
 */
export async function sheet(words: string, asked: Asked, drawing: Drawing): Promise<Reply> {
  const { member, directory } = asked;
  const today = todayOf(asked);
  const managed = managedMemberIds(member, directory, today.toString()).filter((id) => id !== member.id);
  if (words === '' && managed.length > 0) {
    const names = directory.members.flatMap(({ id, name }) => (managed.includes(id) ? [name] : []));
    throw new Problem('sheet.whose', { names: names.join(', ') });
  }
  const [person, ...others] = called(words, asked, today.toString());
  if (!person || others.length > 0) {
    throw new Problem('sheet.nobody', { count: person ? others.length + 1 : 0, words });
  }
  return person.id === member.id
    ? ownActions(asked)
    : shown({ memberId: person.id, week: lastWeek(asked) }, asked, drawing);
}

const aboutSchema = z.object({
  memberId: z.guid(),
  week: z.object({ from: z.iso.date(), through: z.iso.date() }),
});
const tickSchema = aboutSchema.extend({ actionId: z.guid() });

type About = z.infer<typeof aboutSchema>;

/** Reads a button's value. @throws Problem for a value that is not ours */
function carried<Carried>(schema: z.ZodType<Carried>, value: string): Carried {
  const found = schema.safeParse(jsonOf(value));
  if (!found.success) throw new Problem('slack.unknown_action');
  return found.data;
}

/** The buttons on a sheet. Each press checks again whether the person may see it. */
export const sheetPresses = (drawing: Drawing) => ({
  async [SHEET_ACTION](memberId: string, asked: Asked): Promise<Reply> {
    return shown({ memberId, week: lastWeek(asked) }, asked, drawing);
  },
  [sheetActions.done]: (value: string, asked: Asked) => tick(value, true, asked, drawing),
  [sheetActions.open]: (value: string, asked: Asked) => tick(value, false, asked, drawing),
});

/** *Add an action*: a form for what was agreed. */
export const agreedActionForm: Form = {
  id: 'sheet.action',
  opener: sheetActions.add,
  title: text('sheet.form.title'),
  async open(value, asked) {
    const { memberId } = carried(aboutSchema, value);
    mayRead(memberId, asked);
    return agreedActionView('sheet.action', memberId, nameOf(memberId, asked));
  },
  change: async () => Promise.reject(new Error('no choice of this form calls for other fields')),
  faults: agreedActionFaults,
  async submit(filled, asked): Promise<Reply> {
    const { memberId, words } = agreedActionIn(filled);
    mayRead(memberId, asked);
    const { db, workspace, member } = asked;
    await agreeOn(db, workspace.id, { memberId, byId: member.id, words, agreedAt: dateOf(asked.now) });
    const name = escaped(nameOf(memberId, asked));
    return { ...say(text('sheet.form.saved', { name, words: escaped(words) })), isDone: true };
  },
};

/** If the answer is about one of the asker's people, that person's id, for a button to their sheet; else null. */
export function sheetBeside({ whose }: Question, asked: Asked): string | null {
  const today = todayOf(asked).toString();
  const isTheirs =
    whose.scope === 'member' &&
    whose.memberId !== asked.member.id &&
    sheetReader(asked.member, whose.memberId, asked.directory, today);
  return isTheirs ? whose.memberId : null;
}

async function shown({ memberId, week }: About, asked: Asked, drawing: Drawing): Promise<Reply> {
  const seen = mayRead(memberId, asked);
  const made = await sheetOf(asked, { memberId, week, ...seen });
  if (!made) throw new Problem('people.nobody');
  const { now, workspace, directory } = asked;
  return {
    message: (picture) => sheetMessage(made, { now, zone: workspace.zone, directory, picture }),
    picture: () => drawing(made.course, asked),
    patient: true,
  };
}

async function tick(value: string, isDone: boolean, asked: Asked, drawing: Drawing): Promise<Reply> {
  const { memberId, week, actionId } = carried(tickSchema, value);
  mayRead(memberId, asked);
  const { db, workspace } = asked;
  const found = await tickAction(db, workspace.id, { id: actionId, memberId }, isDone ? dateOf(asked.now) : null);
  if (!found) throw new Problem('sheet.gone');
  return { ...(await shown({ memberId, week }, asked, drawing)), isDone: true };
}

async function ownActions(asked: Asked): Promise<Reply> {
  const { db, workspace, member, directory, now } = asked;
  const actions = await agreedActions(db, workspace.id, member.id, dateOf(asked.now));
  const message = ownActionsMessage(actions, { now, zone: workspace.zone, directory });
  return { message: () => message };
}

/** @throws Problem unless the asker manages the person or is an admin */
function mayRead(memberId: string, asked: Asked) {
  const seen = sheetReader(asked.member, memberId, asked.directory, todayOf(asked).toString());
  if (!seen) throw new Problem('sheet.may_not', { name: nameOf(memberId, asked) });
  return seen;
}

const nameOf = (memberId: string, { directory }: Asked) =>
  directory.members.find(({ id }) => id === memberId)?.name ?? text('kpi.someone');
const todayOf = ({ now, workspace }: Asked) => localDay(now, workspace.zone);

function lastWeek(asked: Asked): About['week'] {
  const from = startOfUnit(todayOf(asked), 'week', calendarSettings(asked.workspace)).subtract({ weeks: 1 });
  return { from: from.toString(), through: from.add({ days: 6 }).toString() };
}
