import { text } from '../../src/language/text.ts';
import { type ActionHandler, type Asked, type Reply, say } from '../../src/slack/command.ts';
import { section } from '../../src/slack/messages/mrkdwn.ts';
import { publishedCsv } from '../../src/slack/messages/pulse-csv.ts';
import { pulseResultsMessage } from '../../src/slack/messages/pulse-results.ts';
import { resultsFor, teamsReadBy } from '../../src/slack/outgoing/pulse-results.ts';
import type { OwnFile } from '../../src/slack/send-file.ts';
import { publishedRows } from '../../src/surveys/export.ts';
import { allClosed, type ReadableRound } from '../../src/surveys/readable.ts';
import { periodIn, readable, readerOf } from './results.ts';

/**
 * `/pulse export [period]`: sends the results of closed rounds that the person may read, as a file to their messages
 * with the bot.
 */
export async function exported(words: string, asked: Asked): Promise<Reply> {
  const within = words ? await periodIn(words, asked) : undefined;
  const rounds = await allClosed(asked.db, asked.workspace.id, readerOf(asked), within);
  if (rounds.length === 0) return say(text('pulse.now.no_results'));
  return fileOf(rounds, asked);
}

function fileOf(rounds: readonly ReadableRound[], asked: Asked): Reply {
  return {
    patient: true,
    file: () => csvFile(rounds, asked),
    message: (file) => {
      const { length } = rounds;
      const line =
        file.kind === 'sent' ? text('pulse.csv.sent', { rounds: length, url: file.url }) : text('pulse.csv.failed');
      return { text: line, blocks: [section(line)] };
    },
  };
}

/** *As CSV* under results; the results stay as they are. */
export const sendResults: ActionHandler = async (value, asked) => {
  const round = await readable(value, asked);
  const told = await resultsFor(round, asked.member, asked);
  return {
    patient: true,
    file: () => csvFile([round], asked),
    message: (file) => pulseResultsMessage(told, file),
  };
};

async function csvFile(
  rounds: readonly ReadableRound[],
  { db, directory, workspace, member }: Asked,
): Promise<OwnFile> {
  const about = { readable: teamsReadBy(member, directory), teams: directory.teams, zone: workspace.zone };
  const csv = publishedCsv(await publishedRows(db, rounds, about));
  const content = new TextEncoder().encode(`\uFEFF${csv}`);
  return { name: 'surveys.csv', type: 'text/csv', title: text('pulse.csv.title'), content };
}
