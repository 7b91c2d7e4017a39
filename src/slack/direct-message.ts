/** Whether a conversation has two people only: with the bot, or where a command was typed, with somebody else. */
export const isDirectMessage = (channelId: string): boolean => channelId.startsWith('D');
