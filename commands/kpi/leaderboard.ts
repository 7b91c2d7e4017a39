import { Problem } from '../../src/errors.ts';
import { type Leaderboard, leaderboardOf } from '../../src/kpi/leaderboard/leaderboard.ts';
import { maySeePeople } from '../../src/kpi/may-ask.ts';
import { mustHaveBegun } from '../../src/kpi/must-have-begun.ts';
import type { ParsedQuestion } from '../../src/kpi/parse/parse-question.ts';
import { isPlain, type Question, type Whose } from '../../src/kpi/question.ts';
import { questionOf } from '../../src/kpi/question-schema.ts';
import { text } from '../../src/language/text.ts';
import { type Publication, publicationOf, publishLeaderboard, setUnranked } from '../../src/people/leaderboard.ts';
import { managedTeamIds } from '../../src/people/manages.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { leaderboardMessage, ownRowMessage } from '../../src/slack/messages/leaderboard.ts';
import { leaderboardButtons } from '../../src/slack/messages/leaderboard-buttons.ts';
import { unclearMessage } from '../../src/slack/messages/unclear.ts';
import { type Asker, understand } from '../understand.ts';
import { sharedBy } from './share.ts';

/** Changes to the leaderboard itself, by the words that ask for them. */
const changes = new Map<string, (asked: Asked) => Promise<Reply>>([
  ['hide me', (asked) => hide(true, asked)],
  ['show me', (asked) => hide(false, asked)],
  ['publish', (asked) => publish('public', asked)],
  ['publish ranks', (asked) => publish('ranks', asked)],
  ['unpublish', (asked) => publish('private', asked)],
]);

/** Whether these words change who sees or is on the leaderboard, rather than ask to see one. */
export const changesBoard = (words: string): boolean => changes.has(words.toLowerCase());

/** `/kpi leaderboard [kpi] [period] [team]`; `hide me`, `show me`; for admins `publish [ranks]`, `unpublish`. */
export async function leaderboard(words: string, asked: Asked): Promise<Reply> {
  const change = changes.get(words.toLowerCase());
  return change ? change(asked) : show(words, asked);
}

async function hide(isUnranked: boolean, { db, workspace, member }: Asked): Promise<Reply> {
  await setUnranked(db, workspace.id, member.id, isUnranked);
  return { ...say(text(isUnranked ? 'leaderboard.hidden_now' : 'leaderboard.shown_now')), isDone: true };
}

async function publish(publication: Publication, { db, workspace, member }: Asked): Promise<Reply> {
  if (member.role !== 'admin') throw new Problem('leaderboard.admin');
  await publishLeaderboard(db, workspace.id, publication);
  return { ...say(text(`leaderboard.now.${publication}`)), isDone: true };
}

async function show(words: string, asked: Asked): Promise<Reply> {
  const parsed = await understandBoard(words, asked);
  if (!parsed.ok) {
    const unclear = unclearMessage(parsed, 'leaderboard ');
    return { message: () => unclear };
  }
  return boardFor(withDefaults(parsed.question, asked), asked);
}

/** Reads which leaderboard is wanted; "leaderboard by revenue" means the one for revenue. */
export const understandBoard = (words: string, asker: Asker): Promise<ParsedQuestion> =>
  understand(words.replace(/^by\s+/i, ''), asker);

/** Replaces the leaderboard above the button. */
export const showBoard = (value: string, asked: Asked): Promise<Reply> =>
  boardFor(withDefaults(questionOf(value), asked), asked);

/** The leaderboard as far as the person may see it: if it is private to others, only their own row. */
async function boardFor(question: Question, asked: Asked): Promise<Reply> {
  const { workspace, directory, member, now, canShare } = asked;
  mustHaveBegun(question, now, calendarSettings(workspace));
  const seesAll = maySeePeople(question, member, directory);
  const publication = publicationOf(workspace);
  const isOwn = !seesAll && publication === 'private';
  const whose: Whose = isOwn ? { scope: 'member', memberId: member.id } : question.whose;
  const board = await leaderboardOf(asked, { ...question, whose });
  const showsAmounts = seesAll || mayShowAmounts(publication, board);
  const reader = { now, zone: workspace.zone, me: member.id, seesAll, showsAmounts };
  const message = isOwn ? ownRowMessage(board, reader) : leaderboardMessage(board, reader);
  const row = leaderboardButtons(board, question, canShare && publication !== 'private');
  return { message: () => ({ ...message, blocks: [...message.blocks, ...row] }) };
}

/** Posts the leaderboard to the channel, as far as the workspace has published it. @throws Problem if it is private */
export async function shareBoard(value: string, asked: Asked): Promise<Reply> {
  const { workspace, now } = asked;
  const question = withDefaults(questionOf(value), asked);
  const publication = publicationOf(workspace);
  if (publication === 'private') throw new Problem('leaderboard.private');
  const board = await leaderboardOf(asked, question);
  const showsAmounts = mayShowAmounts(publication, board);
  const message = leaderboardMessage(board, { now, zone: workspace.zone, me: '', seesAll: false, showsAmounts });
  return sharedBy(asked, { message: () => message });
}

/** With people hidden no amounts are shown: theirs could be worked out from the total and everybody else's. */
const mayShowAmounts = (publication: Publication, { hidden }: Leaderboard): boolean =>
  publication === 'public' && hidden.size === 0;

/** Fills in what the question leaves out: revenue, and everyone the person may see. */
function withDefaults(question: Question, asked: Asked): Question {
  const { whose } = question;
  const isOwn = whose.scope === 'member' && whose.memberId === asked.member.id;
  return rankedQuestion(isOwn ? { ...question, whose: everyoneFor(asked) } : question);
}

/**
 * The question with the one number to rank by, revenue unless another is named; attainment ranks by revenue. @throws
 * Problem for several numbers, further conditions, or a single person
 */
export function rankedQuestion(question: Question): Question {
  const [kpi = 'revenue', ...others] = question.kpis;
  if (others.length > 0 || !isPlain(question) || question.whose.scope === 'member')
    throw new Problem('leaderboard.plain');
  return { ...question, kpis: [kpi === 'target_attainment' ? 'revenue' : kpi] };
}

/** If the leaderboard is private, managers see only the teams they manage. */
function everyoneFor({ workspace, member, directory }: Asked): Whose {
  const teamIds = managedTeamIds(member, directory);
  const isOfTeams = publicationOf(workspace) === 'private' && member.role !== 'admin' && teamIds.length > 0;
  return isOfTeams ? { scope: 'team', teamIds } : { scope: 'workspace' };
}
