import type { CommandInfo } from '../../protocol.ts';

/** The commands that may be meant while only a command's name has been typed; none once a space follows it. */
export function suggest(text: string, commands: CommandInfo[]): CommandInfo[] {
  if (!/^\/\S*$/.test(text)) return [];
  const start = text.toLowerCase();
  return commands.filter(({ command }) => command.startsWith(start));
}

/** The command that `text` calls, once its name is complete: its usage hint stays in view while the rest is typed. */
export function called(text: string, commands: CommandInfo[]): CommandInfo | undefined {
  const name = /^(\/\S+)\s/.exec(text)?.[1]?.toLowerCase();
  return commands.find(({ command }) => command === name);
}
