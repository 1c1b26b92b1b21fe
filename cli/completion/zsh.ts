/** The script for zsh, by its own `_arguments`. */
import type { OptionWords, Values, Words } from './words';

export function zshScript({ program, options, commands }: Words): string {
  const name = program.replaceAll('-', '_');
  return `#compdef ${program}
# Completes ${program} in zsh. Made by: ${program} completion zsh
_${name}() {
  local -a commands=(
${commands.map((command) => `    ${quoted(`${command.name}:${command.description}`)}`).join('\n')}
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
${commands
  .map((command) => {
    const rest = command.values === undefined ? [] : [quoted(`*:${command.name}:${actionOf(command.values)}`)];
    return `    ${command.name}) _arguments -S ${[...command.options.map(argumentOf), ...rest].join(' \\\n      ')} ;;`;
  })
  .join('\n')}
  esac
}
if [[ $funcstack[1] == _${name} ]]; then
  _${name} "$@"
else
  compdef _${name} ${program}
fi
`;
}

/** Any option may come again; those of which only one counts are few. */
function argumentOf({ forms, description, values }: OptionWords): string {
  const about = `[${description.replace(/[[\]\\]/g, '\\$&')}]`;
  const value = values === undefined ? '' : `:value:${actionOf(values)}`;
  return forms.map((form) => quoted(`*${form}${about}${value}`)).join(' ');
}

function actionOf(values: Values): string {
  if (values.kind === 'words') return `(${values.words.join(' ')})`;
  return { files: '_files', folders: '_files -/', any: ' ' }[values.kind];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
