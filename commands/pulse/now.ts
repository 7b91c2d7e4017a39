import { surveyReader } from '../../src/kpi/survey-reader.ts';
import { momentLabel } from '../../src/language/dates.ts';
import { zoneOf } from '../../src/people/own-clock.ts';
import { pulseOf } from '../../src/schedule/pulse-round.ts';
import { schedulesOf } from '../../src/schedule/schedule.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { type Held, pulseNowMessage } from '../../src/slack/messages/pulse-now.ts';
import type { PulseResults } from '../../src/slack/messages/pulse-results.ts';
import { resultsFor } from '../../src/slack/outgoing/pulse-results.ts';
import { surveyTitle } from '../../src/slack/outgoing/survey-title.ts';
import { lastClosed } from '../../src/surveys/readable.ts';
import { invitationOf, openRounds } from '../../src/surveys/rounds.ts';
import { listedAs, sees } from '../salespulse/schedule.ts';

/** Shows the open rounds, the latest results of each kind and, to those who may set up surveys, the existing ones. */
export async function now(asked: Asked): Promise<Reply> {
  const { db, workspace, directory, member } = asked;
  const open = await Promise.all(
    (await openRounds(db, workspace.id, asked.now)).map(async (round): Promise<Held> => {
      const isAsked = (await invitationOf(db, round, member.id)) !== null;
      const until = momentLabel(round.closesAt, asked.now, zoneOf(member.id, directory, workspace));
      return { isAsked, until, survey: await surveyTitle(round, asked) };
    }),
  );
  const all = await schedulesOf(db, workspace.id);
  const listed = all.flatMap((each) => (pulseOf(each) && sees(each, asked) ? [listedAs(each, asked)] : []));
  const seen = { now: asked.now, zone: workspace.zone, directory };
  const message = pulseNowMessage({
    open,
    results: await published(asked),
    listed,
    mayAdd: member.role !== 'rep',
    seen,
  });
  return { message: () => message };
}

/** For each kind of survey, the last closed round that asked this person or that they may read anyway. */
async function published(asked: Asked): Promise<PulseResults[]> {
  const closed = await lastClosed(asked.db, asked.workspace.id, surveyReader(asked.member, asked.directory));
  return Promise.all(closed.map((round) => resultsFor(round, asked.member, asked)));
}
