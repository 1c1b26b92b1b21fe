/** The script for bash, 3.2 and later. Names and choices are ours: they hold nothing that a shell would read otherwise. */
import type { CommandWords, OptionWords, Values, Words } from './words';

export function bashScript({ program, options, commands }: Words): string {
  const name = program.replaceAll('-', '_');
  const first = [...commands.map((command) => command.name), ...formsOf(options)];
  return `# Completes ${program} in bash. Made by: ${program} completion bash
__${name}() {
  local IFS=$'\\n' current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    __${name}_words '${first.join(' ')}'
    return
  fi
  case "\${COMP_WORDS[1]} $before" in
${commands.flatMap((command) => valueCases(name, command)).join('\n')}
  esac
  case "\${COMP_WORDS[1]} $current" in
${commands.map((command) => `    '${command.name} -'*) __${name}_words '${formsOf(command.options).join(' ')}' ;;`).join('\n')}
${commands.flatMap(({ name: command, values }) => (values === undefined ? [] : [`    '${command} '*) ${complete(name, values)} ;;`])).join('\n')}
  esac
}
__${name}_words() {
  local IFS=' '
  COMPREPLY=($(IFS=$' \\n'; compgen -W "$1" -- "$current"))
}
__${name}_files() {
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$current"))
}
complete -F __${name} ${program}
`;
}

/** What follows an option that takes a value. */
function valueCases(name: string, { name: command, options }: CommandWords): string[] {
  return options.flatMap(({ forms, values }) =>
    values === undefined
      ? []
      : [`    ${forms.map((form) => `'${command} ${form}'`).join('|')}) ${complete(name, values)}; return ;;`],
  );
}

function complete(name: string, values: Values): string {
  if (values.kind === 'words') return `__${name}_words '${values.words.join(' ')}'`;
  if (values.kind === 'any') return ':';
  return `__${name}_files ${values.kind === 'files' ? '-f' : '-d'}`;
}

function formsOf(options: readonly OptionWords[]): string[] {
  return options.flatMap(({ forms }) => forms);
}
