import type { CommandId } from '../../shared/commands/commandTable'

/** What a command does. `run` gives false if there was nothing to do; without `isEnabled` the command is always allowed. */
export interface CommandRuntime {
  readonly run: () => boolean | void
  readonly isEnabled?: () => boolean
}

export type CommandRuntimes = Readonly<Record<CommandId, CommandRuntime>>
