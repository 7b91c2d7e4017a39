import { text } from '../../src/language/text.ts';
import type { Asked, Form, Reply } from '../../src/slack/command.ts';
import { mineMessage, namedActions } from '../../src/slack/messages/pulse-named.ts';
import { type AnswersByPerson, answersView, type Which, whichIn } from '../../src/slack/modals/pulse-named.ts';
import { surveyName } from '../../src/slack/outgoing/pulse-replies.ts';
import { answersForOwner, answersOf, isReadByOwner, ownedRounds } from '../../src/surveys/named-answers.ts';
import { invitationsOf } from '../../src/surveys/rounds.ts';
import { namesIn } from './replies.ts';

const ID = 'pulse.answers';
const LAST = 'last';

/** *Answers by person*, or `/pulse answers`: the answers to a confidential survey, for its owner. */
export const answersForm: Form = {
  id: ID,
  opener: namedActions.open,
  title: text('pulse.answers.title'),
  typed: (command, words) => (command === '/pulse' && /^answers$/i.test(words.trim()) ? LAST : null),
  open: async (value, asked) => answersView(ID, await readBy(asked, value === LAST ? null : { round: value, page: 0 })),
  change: async (_filled, value, asked) => answersView(ID, await readBy(asked, whichIn(value))),
  faults: () => ({}),
  submit: (filled, asked) => answersForm.open(filled.metadata, asked).then((page) => ({ page })),
};

/** @param wanted null: the latest round */
async function readBy(asked: Asked, wanted: Which | null): Promise<AnswersByPerson | null> {
  const { db, workspace, member } = asked;
  const rounds = await ownedRounds(db, workspace.id, member.id);
  const round = wanted ? rounds.find(({ id }) => id === wanted.round) : rounds[0];
  if (!round) return null;
  const [{ shown, hidden }, invited] = await Promise.all([
    answersForOwner(db, round, member.id, asked),
    invitationsOf(db, round),
  ]);
  const nameOf = namesIn(asked);
  const people = shown.map(({ memberId, answer }) => ({ name: nameOf(memberId), answer }));
  return {
    which: { round: round.id, page: wanted?.page ?? 0 },
    survey: surveyName(round, asked),
    questions: round.questions,
    actions: round.actions,
    people: people.sort((one, other) => one.name.localeCompare(other.name)),
    hidden,
    invited: invited.length,
    others: rounds
      .filter(({ id }) => id !== round.id)
      .map((other) => ({ round: other.id, survey: surveyName(other, asked) })),
  };
}

/** `/pulse mine`: what the person has answered under their name, and who reads it. */
export async function mine(asked: Asked): Promise<Reply> {
  const { db, workspace, member, directory, now } = asked;
  const all = await answersOf(db, workspace.id, member.id);
  const nameOf = namesIn(asked);
  const said = all.map(({ round, answer }) => ({
    survey: surveyName(round, asked),
    questions: round.questions,
    actions: round.actions,
    answer,
    owner:
      round.ownerId && isReadByOwner(round, member.id, directory, workspace.zone, now) ? nameOf(round.ownerId) : null,
  }));
  return { message: () => mineMessage(said) };
}
