import type { CommandInfo } from '../../protocol.ts';

/** Below the text box: how the command being typed is used, else what the box can do. */
export function UsageLine({ id, command }: { id: string; command?: CommandInfo }) {
  return (
    <p className="usage" id={id}>
      {command ? (
        <>
          <b>{command.command}</b> <code>{command.usageHint}</code> {command.description}
        </>
      ) : (
        <>
          <kbd>/</kbd> commands · <kbd>@</kbd> people · <kbd>↑</kbd> typed before
        </>
      )}
    </p>
  );
}
