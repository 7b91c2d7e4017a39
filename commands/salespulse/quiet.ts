import { showKept } from '../../src/delivery/kept.ts';
import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { zoneOf } from '../../src/people/own-clock.ts';
import { pauseTopic, quietOf, wantFewer, wantUsual } from '../../src/people/quiet.ts';
import { type Asked, type Form, type QuietAction, type Reply, say } from '../../src/slack/command.ts';
import { showActions } from '../../src/slack/messages/kept.ts';
import { quietActions, quietMessage, quietText } from '../../src/slack/messages/quiet.ts';
import { quietView, quietWishIn } from '../../src/slack/modals/quiet.ts';

const ID = 'quiet';
const A_WEEK_HOURS = 7 * 24;

const readerOf = ({ now, member, directory, workspace }: Asked) => ({
  now,
  zone: zoneOf(member.id, directory, workspace),
});

/** `/salespulse quiet`: how many messages a day the person gets unasked, with *Quieter*. */
export async function quiet(asked: Asked): Promise<Reply> {
  const { db, workspace, member, now } = asked;
  const message = quietMessage(await quietOf(db, workspace.id, member.id, now), readerOf(asked));
  return { message: () => message };
}

/** *Quieter*: offers fewer messages, from the next one on. */
export const quietForm: Form = {
  id: ID,
  opener: quietActions.open,
  title: text('quiet.title'),
  async open(about, asked) {
    const { db, workspace, member, now } = asked;
    return quietView(ID, await quietOf(db, workspace.id, member.id, now), about, readerOf(asked));
  },
  change: async () => Promise.reject(new Error('no choice of this form calls for other fields')),
  faults: () => ({}),
  async submit(filled, asked) {
    const { db, workspace, member, now } = asked;
    const wish = quietWishIn(filled);
    if (wish?.kind === 'most') await wantFewer(db, workspace.id, member.id, wish.most);
    else if (wish?.kind === 'usual') await wantUsual(db, workspace.id, member.id);
    else if (wish)
      await pauseTopic(
        db,
        { workspaceId: workspace.id, memberId: member.id, topic: wish.topic },
        now.add({ hours: A_WEEK_HOURS }),
      );
    else throw new Problem('slack.unknown_action');
    const lines = [text('quiet.saved'), quietText(await quietOf(db, workspace.id, member.id, now), readerOf(asked))];
    return { ...say([...lines, ...(wish.kind === 'usual' ? [] : [text('quiet.undo')])].join(' ')), isDone: true };
  },
};

/** *Show* in a morning message: sends in full what had to wait. */
const show: QuietAction = async (id, { db, workspace, member, now }) => {
  if (!(await showKept(db, workspace.id, { id, memberId: member.id }, now))) throw new Problem('morning.kept_shown');
  return null;
};

export const keptPresses: Readonly<Record<string, QuietAction>> = Object.fromEntries(
  showActions.map((id) => [id, show]),
);
