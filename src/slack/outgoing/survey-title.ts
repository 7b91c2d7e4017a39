import type { Asking } from '../../kpi/evaluate.ts';
import { text } from '../../language/text.ts';
import type { Round } from '../../surveys/rounds.ts';
import { whomText } from '../../surveys/whom-text.ts';
import { clipped, escaped } from '../messages/mrkdwn.ts';

/** Characters of a question that tell it from others. */
const LONGEST = 60;

/**
 * A round's survey and who asks: "Pulse of North, from Marta Lindqvist". Without an owner the workspace asks. Own
 * questions are represented by the first.
 */
export async function surveyTitle(
  round: Pick<Round, 'workspaceId' | 'scheduleId' | 'instrument' | 'questions' | 'teamId' | 'role' | 'oneIn'>,
  { db, workspace, directory }: Pick<Asking, 'db' | 'workspace' | 'directory'>,
): Promise<string> {
  const { workspaceId, scheduleId, instrument, questions } = round;
  // Found even if it was removed meanwhile.
  const schedule = await db.schedule.findUnique({
    where: { workspaceId_id: { workspaceId, id: scheduleId } },
    select: { ownerId: true },
  });
  const owner = directory.members.find(({ id, deactivatedOn }) => id === schedule?.ownerId && !deactivatedOn);
  return text('pulse.survey_of', {
    ...{ instrument, owner: escaped(owner?.name ?? workspace.name), more: questions.length - 1 },
    whom: escaped(whomText(round, directory.teams) ?? text('schedule.everyone')),
    first: escaped(clipped(questions[0]?.text ?? '', LONGEST)),
  });
}
