import type { App } from '@slack/bolt';
import { type Call, handle, type Listening } from './handle.ts';
import type { Message } from './messages/answer.ts';
import { decoded, withoutMention } from './typed.ts';

/**
 * Answers what people write to the bot without a command. In their messages with it, the answer is an ordinary message.
 * Where the bot is mentioned, only the person who asked sees the answer, because sharing numbers is up to them: with
 * the answer's button.
 */
export function listenToMessages(app: App, listening: Listening): void {
  const { client, inFlight, postsIn } = listening;

  app.message(async ({ message, body, context }) => {
    // Edits, joins, files and other bots' messages are not questions.
    if (message.subtype !== undefined || message.channel_type !== 'im' || message.bot_id) return;
    const { channel, user, text = '', thread_ts: thread } = message;
    const posts = postsIn(body.team_id);
    const tell = (said: Message) => posts.post({ channel, ...said, ...(thread ? { thread_ts: thread } : {}) }, user);
    const to = { slackUserId: user, channelId: channel, tell, fail: tell, isAlone: true };
    await inFlight.track(
      handle(listening, heard(listening, 'message', body, to, { text, botUserId: context.botUserId, thread })),
    );
  });

  app.event('app_mention', async ({ event, body, context }) => {
    const { channel, user, text, thread_ts: thread } = event;
    if (!user || event.bot_id || event.subtype !== undefined) return;
    const tell = async (said: Message) => {
      await client.chat.postEphemeral({ channel, user, ...said, ...(thread ? { thread_ts: thread } : {}) });
    };
    const to = { slackUserId: user, channelId: channel, tell, fail: tell };
    await inFlight.track(
      handle(listening, heard(listening, 'mention', body, to, { text, botUserId: context.botUserId })),
    );
  });
}

function heard(
  { commands }: Listening,
  name: string,
  { team_id: slackTeamId, event_id: id }: { team_id: string; event_id: string },
  to: Call['to'],
  { text, botUserId, thread }: { text: string; botUserId: string | undefined; thread?: string | undefined },
): Call {
  const words = decoded(text).trim();
  return {
    ...{ name, slackTeamId, to, id },
    what: [to.slackUserId, to.channelId, name, words].join(' '),
    answer: async (asked) => {
      // In a thread below a message that asks something, people write answers, not questions.
      for (const { repliedTo } of thread ? commands : []) {
        const reply = await repliedTo?.(words, { channelId: to.channelId, ts: thread ?? '' }, asked);
        if (reply) return reply;
      }
      const reply = (await commands.find(({ hears }) => hears)?.run(withoutMention(words, botUserId), asked)) ?? null;
      if (!reply?.isUnclear || !to.isAlone || thread) return reply;
      for (const { wondersAt } of commands) {
        const wondering = await wondersAt?.(words, asked);
        if (wondering) return wondering;
      }
      return reply;
    },
  };
}
