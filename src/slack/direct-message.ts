/** Whether a conversation is one between two: with the bot or, where a command is given, with somebody else. */
export const isDirectMessage = (channelId: string): boolean => channelId.startsWith('D');
