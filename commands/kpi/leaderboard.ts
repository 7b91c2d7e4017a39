import { Problem } from '../../src/errors.ts';
import { type Leaderboard, leaderboardOf } from '../../src/kpi/leaderboard/leaderboard.ts';
import { maySeePeople } from '../../src/kpi/may-ask.ts';
import { mustHaveBegun } from '../../src/kpi/must-have-begun.ts';
import { isPlain, type Question, type Whose } from '../../src/kpi/question.ts';
import { questionOf } from '../../src/kpi/question-schema.ts';
import { text } from '../../src/language/text.ts';
import { type Publication, publicationOf, publishLeaderboard, setUnranked } from '../../src/people/leaderboard.ts';
import { managedTeamIds } from '../../src/people/manages.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { leaderboardMessage, ownRowMessage } from '../../src/slack/messages/leaderboard.ts';
import { leaderboardButtons } from '../../src/slack/messages/leaderboard-buttons.ts';
import { context, escaped } from '../../src/slack/messages/mrkdwn.ts';
import { unclearMessage } from '../../src/slack/messages/unclear.ts';
import { understand } from '../understand.ts';

/** `/kpi leaderboard [kpi] [period] [team]`; `hide me`, `show me`; for admins `publish [ranks]`, `unpublish`. */
export async function leaderboard(words: string, asked: Asked): Promise<Reply> {
  switch (words.toLowerCase()) {
    case 'hide me':
      return hide(true, asked);
    case 'show me':
      return hide(false, asked);
    case 'publish':
      return publish('public', asked);
    case 'publish ranks':
      return publish('ranks', asked);
    case 'unpublish':
      return publish('private', asked);
    default:
      // "Leaderboard by revenue" is that of revenue.
      return show(words.replace(/^by\s+/i, ''), asked);
  }
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
  const parsed = await understand(words, asked);
  if (!parsed.ok) {
    const unclear = unclearMessage(parsed, 'leaderboard ');
    return { message: () => unclear };
  }
  return boardFor(withDefaults(parsed.question, asked), asked);
}

/** A button's leaderboard in place of the one it stands under. */
export const showBoard = (value: string, asked: Asked): Promise<Reply> =>
  boardFor(withDefaults(questionOf(value), asked), asked);

/** The leaderboard as who asks may see it: where it is private to them, their own row alone. */
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

/** The same leaderboard for all to see, as far as the workspace has published it. */
export async function shareBoard(value: string, asked: Asked): Promise<Reply> {
  const { workspace, member, now } = asked;
  const question = withDefaults(questionOf(value), asked);
  const publication = publicationOf(workspace);
  if (publication === 'private') throw new Problem('leaderboard.private');
  const board = await leaderboardOf(asked, question);
  const showsAmounts = mayShowAmounts(publication, board);
  const message = leaderboardMessage(board, { now, zone: workspace.zone, me: '', seesAll: false, showsAmounts });
  const note = context(text('answer.shared', { name: escaped(member.name) }));
  return {
    audience: 'channel',
    author: member.name,
    message: () => ({ ...message, blocks: [note, ...message.blocks] }),
  };
}

/** From a team's total and everybody else's numbers those of who is hidden could be worked out. */
const mayShowAmounts = (publication: Publication, { hidden }: Leaderboard): boolean =>
  publication === 'public' && hidden.size === 0;

/** Of revenue and of everyone one may see, unless said otherwise. Attainment is that of revenue. */
function withDefaults(question: Question, asked: Asked): Question {
  const [kpi = 'revenue', ...others] = question.kpis;
  const { whose } = question;
  const isOwn = whose.scope === 'member' && whose.memberId === asked.member.id;
  if (others.length > 0 || !isPlain(question) || (whose.scope === 'member' && !isOwn))
    throw new Problem('leaderboard.plain');
  const ranked = kpi === 'target_attainment' ? 'revenue' : kpi;
  return { ...question, kpis: [ranked], whose: isOwn ? everyoneFor(asked) : whose };
}

/** Where the leaderboard is private, managers see their own people. */
function everyoneFor({ workspace, member, directory }: Asked): Whose {
  const teamIds = managedTeamIds(member, directory);
  const isOfTeams = publicationOf(workspace) === 'private' && member.role !== 'admin' && teamIds.length > 0;
  return isOfTeams ? { scope: 'team', teamIds } : { scope: 'workspace' };
}
