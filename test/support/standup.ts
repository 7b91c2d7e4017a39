import { addSchedule } from '../../src/schedule/schedule.ts';
import { defaultQuestions, readQuestions } from '../../src/standups/questions.ts';
import { type Bot, SALES } from './bot.ts';
import { now, type Who } from './office.ts';

interface Given {
  /** Asked after the usual three. */
  more?: string;
  owner?: Who;
}

/** A standup of North that is live: asked at half past nine on working days in Berlin, open for an hour. */
export async function addStandup({ db, as }: Pick<Bot, 'db' | 'as'>, { more, owner }: Given = {}): Promise<void> {
  const north = await db.team.findFirstOrThrow({ where: { name: 'North' } });
  const standup = {
    what: {
      kind: 'standup' as const,
      whose: { scope: 'team' as const, teamIds: [north.id] },
      channelId: SALES,
      windowMinutes: 60,
      questions: readQuestions([defaultQuestions(), ...(more ? [more] : [])].join('\n')),
    },
    audience: { to: 'team' as const, teamId: north.id },
    recurrence: {
      on: { kind: 'weekly' as const, weekdays: [1, 2, 3, 4, 5], every: 1 },
      at: '09:30',
      workingDaysOnly: true,
      from: '2026-03-19',
    },
    zone: 'Europe/Berlin',
    ownerId: owner ? (await db.member.findFirstOrThrow({ where: { slackUserId: as(owner).id } })).id : null,
  };
  await addSchedule(db, north.workspaceId, standup, new Date(now.epochMilliseconds));
}
