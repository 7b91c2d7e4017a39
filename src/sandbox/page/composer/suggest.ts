import type { CommandInfo, User } from '../../protocol.ts';

/** One line of what may be meant. */
export interface Suggestion {
  title: string;
  usage?: string;
  description?: string;
  /** The whole text once this is taken, with a space to type on after. */
  completed: string;
}

/** Commands while a command's name is being typed, people while an `@name` is. Nothing within a text, only at its end. */
export function suggest(text: string, commands: CommandInfo[], users: User[]): Suggestion[] {
  if (/^\/\S*$/.test(text)) return suggestCommands(text.toLowerCase(), commands);
  const mention = /(?:^|\s)@([^\s@]*)$/.exec(text)?.[1];
  return mention === undefined ? [] : suggestPeople(text, mention.toLowerCase(), users);
}

function suggestCommands(start: string, commands: CommandInfo[]): Suggestion[] {
  return commands
    .filter(({ command }) => command.startsWith(start))
    .map(({ command, usageHint, description }) => ({
      title: command,
      usage: usageHint,
      description,
      completed: `${command} `,
    }));
}

function suggestPeople(text: string, start: string, users: User[]): Suggestion[] {
  const before = text.slice(0, text.length - start.length);
  return users
    .filter(({ name, realName }) => [name, ...realName.toLowerCase().split(' ')].some((part) => part.startsWith(start)))
    .map(({ name, realName, title }) => ({
      title: realName,
      usage: `@${name}`,
      ...(title ? { description: title } : {}),
      completed: `${before}${name} `,
    }));
}

/** The command that `text` calls, once its name is complete: its usage hint stays in view while the rest is typed. */
export function called(text: string, commands: CommandInfo[]): CommandInfo | undefined {
  const name = /^(\/\S+)\s/.exec(text)?.[1]?.toLowerCase();
  return commands.find(({ command }) => command === name);
}
