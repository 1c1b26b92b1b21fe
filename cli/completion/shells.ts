/**
 * How does each shell complete the program? With a script in its own language. All names and choices are ours, and hold
 * nothing that a shell would interpret.
 */
import type { CommandWords, OptionWords, Values, Words } from './words';

/** Writes the script for bash, 3.2 and later. */
export function bashScript({ program, options, commands }: Words): string {
  const name = program.replaceAll('-', '_');
  const first = [...commands.map((command) => command.name), ...formsOf(options)];
  const all = commands.flatMap(withOwn);
  const parents = commands.filter((command) => command.commands !== undefined);
  return `# Completes ${program} in bash. Made by: ${program} completion bash
__${name}() {
  local IFS=$'\\n' current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    __${name}_words '${first.join(' ')}'
    return
  fi
  if [ "$COMP_CWORD" -gt 2 ]; then
    case "$command" in
      ${parents.map((parent) => parent.name).join('|')}) command="$command \${COMP_WORDS[2]}" ;;
    esac
  fi
  case "$command $before" in
${all.flatMap((command) => valueCases(name, command)).join('\n')}
  esac
  case "$command $current" in
${all.map((command) => `    '${command.name} -'*) __${name}_words '${formsOf(command.options).join(' ')}' ;;`).join('\n')}
${all.flatMap(({ name: command, values }) => (values === undefined ? [] : [`    '${command} '*) ${complete(name, values)} ;;`])).join('\n')}
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

/** Returns a command and its own commands, which are named as they are called: `live observe`. */
function withOwn(command: CommandWords): CommandWords[] {
  if (command.commands === undefined) return [command];
  const names = command.commands.map(({ name }) => name);
  return [
    ...command.commands.map((own) => ({ ...own, name: `${command.name} ${own.name}` })),
    { ...command, values: { kind: 'words', words: names } },
  ];
}

/** Writes the cases for what follows an option that takes a value. */
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

/** Writes the script for fish, with a line for each thing that can be completed. */
export function fishScript({ program, options, commands }: Words): string {
  const lines = [
    `# Completes ${program} in fish. Made by: ${program} completion fish`,
    `complete -c ${program} -f`,
    ...fishLines(`complete -c ${program}`, '__fish_use_subcommand', options, commands),
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * Writes the lines for some commands and for what stands beside them.
 * @param condition what fish asks to know that one of the commands can be written here
 */
function fishLines(
  complete: string,
  condition: string,
  options: readonly OptionWords[],
  commands: readonly CommandWords[],
  before = '',
): string[] {
  const isHere = quoteForFish(condition);
  return [
    ...options.map((option) => `${complete} -n ${isHere} ${optionOf(option)}`),
    ...commands.map(({ name, description }) => `${complete} -n ${isHere} -a ${name} -d ${quoteForFish(description)}`),
    ...commands.flatMap(({ name, options: own, values, commands: ownCommands }) => {
      const isCommand = `${before}__fish_seen_subcommand_from ${name}`;
      if (ownCommands !== undefined) {
        const names = ownCommands.map((one) => one.name).join(' ');
        const isOpen = `${isCommand}; and not __fish_seen_subcommand_from ${names}`;
        return fishLines(complete, isOpen, own, ownCommands, `${isCommand}; and `);
      }
      return [
        ...(values === undefined ? [] : [`${complete} -n ${quoteForFish(isCommand)} ${valuesIn(values)}`]),
        ...own.map((option) => `${complete} -n ${quoteForFish(isCommand)} ${optionOf(option)}`),
      ];
    }),
  ];
}

function optionOf({ forms, description, values }: OptionWords): string {
  const names = forms.map((form) => (form.startsWith('--') ? `-l ${form.slice(2)}` : `-s ${form.slice(1)}`)).join(' ');
  const value = values === undefined ? '' : ` -r ${valuesIn(values)}`;
  return `${names}${value} -d ${quoteForFish(description)}`;
}

function valuesIn(values: Values): string {
  if (values.kind === 'words') return `-f -a ${quoteForFish(values.words.join(' '))}`;
  return { files: '-F', folders: `-f -a ${quoteForFish('(__fish_complete_directories)')}`, any: '-f' }[values.kind];
}

function quoteForFish(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}

/** Writes the script for zsh, which uses the shell's own `_arguments`. */
export function zshScript({ program, options, commands }: Words): string {
  const name = program.replaceAll('-', '_');
  return `#compdef ${program}
# Completes ${program} in zsh. Made by: ${program} completion zsh
_${name}() {
${zshLevel(options, commands)}
}
if [[ $funcstack[1] == _${name} ]]; then
  _${name} "$@"
else
  compdef _${name} ${program}
fi
`;
}

/** Writes what chooses among some commands, and then completes the one that was written. */
function zshLevel(options: readonly OptionWords[], commands: readonly CommandWords[]): string {
  return `  local -a commands=(
${commands.map((command) => `    ${quoteForZsh(`${command.name}:${command.description}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe -t commands command commands
    _arguments ${options.map(argumentOf).join(' ')}
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map((command) => `    ${command.name}) ${zshCommand(command)} ;;`).join('\n')}
  esac`;
}

function zshCommand({ name, options, values, commands }: CommandWords): string {
  if (commands !== undefined) return `\n${zshLevel(options, commands).replace(/^/gm, '    ')}\n   `;
  const rest = values === undefined ? [] : [quoteForZsh(`*:${name}:${actionOf(values)}`)];
  return `_arguments -S ${[...options.map(argumentOf), ...rest].join(' \\\n      ')}`;
}

/** Writes an option for `_arguments`. Every option may be repeated, although a few count only once. */
function argumentOf({ forms, description, values }: OptionWords): string {
  const about = `[${description.replace(/[[\]\\]/g, '\\$&')}]`;
  const value = values === undefined ? '' : `:value:${actionOf(values)}`;
  return forms.map((form) => quoteForZsh(`*${form}${about}${value}`)).join(' ');
}

function actionOf(values: Values): string {
  if (values.kind === 'words') return `(${values.words.join(' ')})`;
  return { files: '_files', folders: '_files -/', any: ' ' }[values.kind];
}

function quoteForZsh(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
