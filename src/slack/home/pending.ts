/** What waits for a person's answer, as their Home shows it. */
import type { KnownBlock } from '@slack/types';
import { localDay } from '../../calendar/local-day.ts';
import type { Asking } from '../../kpi/evaluate.ts';
import { timeLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import { zoneOf } from '../../people/own-clock.ts';
import { findSchedule } from '../../schedule/schedule.ts';
import { pendingAsks } from '../../standups/pending.ts';
import { invitationOf, openRounds } from '../../surveys/rounds.ts';
import { unreadNotices } from '../../targets/notices.ts';
import { escaped, fittingButtons, section } from '../messages/mrkdwn.ts';
import { whoseText } from '../messages/schedule.ts';
import { standupActions } from '../messages/standup.ts';
import { targetNewsMessage } from '../messages/target-news.ts';
import { targetActions } from '../messages/targets.ts';
import { closingText } from '../outgoing/pulse.ts';
import { newsFor } from '../outgoing/target-news.ts';

/** Something that waits, with the button to answer it; without a button it is answered elsewhere. */
export interface Pending {
  line: string;
  button?: { actionId: string; label: string; value: string };
}

/** Standups to answer in time, open surveys, and news about targets not yet confirmed with *Understood*. */
export async function pendingOf(asking: Asking, memberId: string): Promise<Pending[]> {
  return [
    ...(await standups(asking, memberId)),
    ...(await surveys(asking, memberId)),
    ...(await targets(asking, memberId)),
  ];
}

async function standups(asking: Asking, memberId: string): Promise<Pending[]> {
  const { db, workspace, directory, now } = asking;
  const asks = await pendingAsks(db, workspace.id, memberId, now);
  const pending = asks.map(async ({ scheduleId, day, closesAt }): Promise<Pending[]> => {
    const schedule = await findSchedule(db, workspace.id, scheduleId);
    if (!schedule) return [];
    const team = escaped(whoseText(schedule.what.whose, directory));
    const until = timeLabel(closesAt, zoneOf(memberId, directory, workspace));
    const value = JSON.stringify({ scheduleId, day });
    const button = { actionId: standupActions.answer, label: text('standup.answer'), value };
    return [{ line: text('home.standup', { team, until }), button }];
  });
  return (await Promise.all(pending)).flat();
}

/**
 * Surveys that ask this person, whether they have answered or not: a Home that changed with it would give that away.
 */
async function surveys(asking: Asking, memberId: string): Promise<Pending[]> {
  const { db, workspace, now } = asking;
  const rounds = await openRounds(db, workspace.id, now);
  const pending = rounds.map(async (round): Promise<Pending[]> => {
    if (!(await invitationOf(db, round, memberId))) return [];
    return [{ line: text('home.survey', { kind: round.instrument, until: closingText(round, memberId, asking) }) }];
  });
  return (await Promise.all(pending)).flat();
}

async function targets(asking: Asking, memberId: string): Promise<Pending[]> {
  const { db, workspace, now } = asking;
  const today = localDay(now, workspace.zone).toString();
  const notices = await unreadNotices(db, workspace.id, memberId, today);
  const moment = { now, zone: workspace.zone };
  return Promise.all(
    notices.map(async (notice): Promise<Pending> => {
      const { text: line } = targetNewsMessage(await newsFor(notice, asking), notice, moment);
      const label = text('target.button.understood');
      return { line, button: { actionId: targetActions.understood, label, value: notice.id } };
    }),
  );
}

export const pendingBlocks = (pending: readonly Pending[]): KnownBlock[] =>
  pending.flatMap(({ line, button }, index) => [
    section(line),
    ...(button ? fittingButtons(`home.pending.${index + 1}`, [{ ...button, style: 'primary' }]) : []),
  ]);
