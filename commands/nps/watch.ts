/** One click to be told when customers become unhappier; it adds an ordinary alert. */
import type { KnownBlock } from '@slack/types';
import { alertWords } from '../../src/language/en/alert-words.ts';
import { text } from '../../src/language/text.ts';
import { schedulesOf } from '../../src/schedule/schedule.ts';
import { type Asked, type QuietAction, say } from '../../src/slack/command.ts';
import { buttons } from '../../src/slack/messages/mrkdwn.ts';
import { alert } from '../salespulse/alert.ts';

const WATCH = 'nps.watch';

export const watchButton: Readonly<Record<string, QuietAction>> = {
  [WATCH]: async (_, asked) => ((await watches(asked)) ? say(text('nps.watch.already')) : alert(words(asked), asked)),
};

/** A button for managers and admins who do not watch their customers yet. */
export async function watchOffer(asked: Asked): Promise<KnownBlock[]> {
  if (asked.member.role === 'rep' || (await watches(asked))) return [];
  return [buttons('nps.watch', [{ actionId: WATCH, label: text('nps.watch'), value: 'rise' }])];
}

/** Admins watch everybody's customers, managers those of their teams. */
const words = ({ member }: Asked): string =>
  [alertWords.detractors[0], alertWords.rise[0], ...(member.role === 'admin' ? [alertWords.everyone] : [])].join(' ');

async function watches({ db, workspace, member }: Asked): Promise<boolean> {
  const all = await schedulesOf(db, workspace.id);
  return all.some(({ what, ownerId }) => ownerId === member.id && what.kind === 'alert' && what.rule.kind === 'rise');
}
