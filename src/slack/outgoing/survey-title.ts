import type { Asking } from '../../kpi/evaluate.ts';
import { text } from '../../language/text.ts';
import type { Round } from '../../surveys/rounds.ts';
import { whomText } from '../../surveys/whom-text.ts';
import { clipped, escaped } from '../messages/mrkdwn.ts';

/** So much of a question tells it from another one. */
const LONGEST = 60;

/**
 * Which survey a round is of, and who asks: "Pulse of North, from Marta Lindqvist". Where nobody owns it any more it is the
 * workspace's. Of own questions the first stands for all.
 */
export async function surveyTitle(
  round: Pick<Round, 'workspaceId' | 'scheduleId' | 'instrument' | 'questions' | 'teamId' | 'role' | 'oneIn'>,
  { db, workspace, directory }: Pick<Asking, 'db' | 'workspace' | 'directory'>,
): Promise<string> {
  const { workspaceId, scheduleId, instrument, questions } = round;
  // Also of one that was removed meanwhile.
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
