/** What can stand on a command line? Commander's own definitions say it, and all scripts are made from them. */
import type { Argument, Command, Option } from 'commander';

/** The values that can stand in a place; `any` is a value that cannot be foreseen. */
export type Values =
  { readonly kind: 'files' | 'folders' | 'any' } | { readonly kind: 'words'; readonly words: readonly string[] };

export interface OptionWords {
  /** The forms of the option: `--plan`, and a short form where there is one. */
  readonly forms: readonly string[];
  readonly description: string;
  /** The values of the option; left out where it takes none. */
  readonly values?: Values;
}

export interface CommandWords {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionWords[];
  /** The values that stand among the options; left out where there are none. */
  readonly values?: Values;
  /** The command's own commands; left out where it has none. */
  readonly commands?: readonly CommandWords[];
}

export interface Words {
  readonly program: string;
  readonly options: readonly OptionWords[];
  readonly commands: readonly CommandWords[];
}

export function wordsOf(program: Command): Words {
  return { program: program.name(), options: optionsOf(program), commands: commandsOf(program) };
}

function commandsOf(parent: Command): CommandWords[] {
  const commands = parent.createHelp().visibleCommands(parent);
  const names = commands.map((command) => command.name());
  return commands.map((command): CommandWords => {
    const [argument] = command.registeredArguments;
    const description = command.summary() || command.description();
    const words = { name: command.name(), description, options: optionsOf(command) };
    if (command.commands.length > 0) return { ...words, commands: commandsOf(command) };
    // The argument of commander's own `help` command is the name of another command.
    if (command.name() === 'help') return { ...words, values: { kind: 'words', words: names } };
    return argument === undefined ? words : { ...words, values: valuesOf(argument) };
  });
}

function optionsOf(command: Command): OptionWords[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map((option): OptionWords => {
      const forms = [option.long, option.short].filter((form) => form !== undefined && form !== null);
      const own = { forms, description: option.description };
      return option.required || option.optional ? { ...own, values: valuesOf(option) } : own;
    });
}

/** Finds the values of an option or argument by its choices, or by the name of its placeholder. */
function valuesOf(of: Option | Argument): Values {
  const { argChoices } = of;
  if (argChoices !== undefined) return { kind: 'words', words: argChoices };
  const placeholder = 'flags' in of ? (/[<[]([^\]>]*)/.exec(of.flags)?.[1] ?? '') : of.name();
  if (/^(file|plans)$/.test(placeholder)) return { kind: 'files' };
  return { kind: placeholder === 'folder' ? 'folders' : 'any' };
}
