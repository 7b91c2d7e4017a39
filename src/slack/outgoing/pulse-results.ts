import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../calendar/local-day.ts';
import { chartAlt } from '../../charts/chart-text.ts';
import { surveyChart } from '../../charts/survey-chart.ts';
import type { Asking } from '../../kpi/evaluate.ts';
import { dayLabel, spanLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import { managedTeamIds } from '../../people/manages.ts';
import { calendarSettings, chartTheme, type Workspace } from '../../people/workspace.ts';
import type { ReadableRound } from '../../surveys/readable.ts';
import { publishedOfEach, readableComments } from '../../surveys/results.ts';
import type { Round } from '../../surveys/rounds.ts';
import { asksTheSame, roundsBefore } from '../../surveys/same-survey.ts';
import { readableTexts } from '../../surveys/texts.ts';
import { readsWords } from '../../surveys/words-readers.ts';
import type { PulseResults } from '../messages/pulse-results.ts';
import type { Told } from '../messages/pulse-scores.ts';
import type { Picture } from '../pictures.ts';
import { voicesFor } from './pulse-voices.ts';
import { surveyTitle } from './survey-title.ts';

/**
 * A round's results for one reader: the overall ones, and those of the teams they lead; for an admin all teams. If the
 * round did not ask the reader, the first of their teams takes the place of the overall results.
 */
export async function resultsFor(
  round: ReadableRound,
  reader: Pick<Directory['members'][number], 'id' | 'role'>,
  { db, directory, workspace }: Pick<Asking, 'db' | 'directory' | 'workspace'>,
): Promise<PulseResults> {
  const all = await roundsBefore(db, round);
  const last = all.at(-1);
  const isReworded = last !== undefined && !asksTheSame(round, last);
  // Own questions that stayed the same are compared one by one.
  const before = round.instrument === 'own' ? all : all.filter((each) => asksTheSame(round, each));
  const rounds = [...before, round];
  const names = roundNames(rounds, workspace);
  const when = names.at(-1) ?? '';
  const told = async (teamId: string | null): Promise<Told | null> => {
    const results = await publishedOfEach(db, rounds, teamId);
    const now = results.pop();
    const earlier = results.flatMap((result, index) => (result ? [{ when: names[index] ?? '', result }] : []));
    return now ? { now, earlier } : null;
  };
  const words = async (teamId: string | null) => ({
    comments: await readableComments(db, round, teamId),
    texts: await readableTexts(db, round, teamId),
  });
  const led = teamsReadBy(reader, directory);
  const asked = directory.teams.find(({ id }) => id === round.teamId);
  const readsAll = readsWords(round, reader, directory) === 'all';
  // If the round asked one team, that team's results are the overall ones already.
  const ofTeams = await Promise.all(
    (round.teamId === null ? led : []).map(async ({ id, name }) => {
      const result = await told(id);
      return result ? [{ ...result, name, ...(await words(id)) }] : [];
    }),
  );
  const about = {
    ...{ roundId: round.id, instrument: round.instrument, when },
    voices: await voicesFor(round, reader, { db, directory }),
    survey: await surveyTitle(round, { db, directory, workspace }),
    reworded: isReworded ? (roundNames([last], workspace)[0] ?? null) : null,
  };
  if (!round.readsWhole) {
    const [first, ...teams] = ofTeams.flat();
    const { name = null, comments = [], texts = null } = first ?? {};
    return { ...about, isOfTeams: true, team: name, everybody: first ?? null, teams, comments, texts };
  }
  return {
    ...{ ...about, isOfTeams: false, team: asked?.name ?? null, everybody: await told(null), teams: ofTeams.flat() },
    ...(readsAll ? await words(null) : { comments: [], texts: null }),
  };
}

/** The teams whose results somebody reads besides the overall ones. */
export function teamsReadBy(
  reader: Pick<Directory['members'][number], 'id' | 'role'>,
  directory: Pick<Directory, 'teams'>,
): Directory['teams'] {
  const led = managedTeamIds(reader, directory);
  return directory.teams.filter(({ id }) => reader.role === 'admin' || led.includes(id));
}

/** Names rounds by the month in which they closed, or all by their days if two closed in the same month. */
export function roundNames(rounds: readonly Pick<Round, 'closedOn' | 'closesAt'>[], workspace: Workspace): string[] {
  const { calendar } = calendarSettings(workspace);
  const days = rounds.map(({ closedOn, closesAt }) =>
    closedOn ? Temporal.PlainDate.from(closedOn) : localDay(closesAt, workspace.zone),
  );
  const months = days.map((day) => dayLabel(day, 'month', calendar));
  if (new Set(months).size === months.length) return months;
  return days.map((day) => spanLabel({ from: day, to: day.add({ days: 1 }) }, calendar));
}

/** The picture of the overall results, the same for all who read them. */
export async function pictureOf(
  { everybody, instrument, when }: PulseResults,
  workspace: Workspace,
): Promise<Picture | null> {
  if (!everybody || instrument === 'own') return null;
  const { now, earlier } = everybody;
  const spec = surveyChart({
    ...{ instrument, when, theme: chartTheme(workspace) },
    rounds: [...earlier, { when, result: now }].map(({ when: name, result }) => ({
      ...{ ...result, when: name },
      questions: result.questions.map((each) => ({
        ...each,
        driver: each.driver && text(`pulse.driver.${each.driver}`),
      })),
    })),
  });
  return spec && { workspaceId: workspace.id, spec, alt: chartAlt(spec) };
}
