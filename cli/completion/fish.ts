/** The script for fish: a line for each thing that can be completed. */
import type { OptionWords, Values, Words } from './words';

export function fishScript({ program, options, commands }: Words): string {
  const complete = `complete -c ${program}`;
  const isFirst = quoted('__fish_use_subcommand');
  const lines = [
    `# Completes ${program} in fish. Made by: ${program} completion fish`,
    `${complete} -f`,
    ...options.map((option) => `${complete} -n ${isFirst} ${optionOf(option)}`),
    ...commands.map(({ name, description }) => `${complete} -n ${isFirst} -a ${name} -d ${quoted(description)}`),
    ...commands.flatMap(({ name, options: own, values }) => {
      const isCommand = quoted(`__fish_seen_subcommand_from ${name}`);
      return [
        ...(values === undefined ? [] : [`${complete} -n ${isCommand} ${valuesIn(values)}`]),
        ...own.map((option) => `${complete} -n ${isCommand} ${optionOf(option)}`),
      ];
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function optionOf({ forms, description, values }: OptionWords): string {
  const names = forms.map((form) => (form.startsWith('--') ? `-l ${form.slice(2)}` : `-s ${form.slice(1)}`)).join(' ');
  const value = values === undefined ? '' : ` -r ${valuesIn(values)}`;
  return `${names}${value} -d ${quoted(description)}`;
}

function valuesIn(values: Values): string {
  if (values.kind === 'words') return `-f -a ${quoted(values.words.join(' '))}`;
  return { files: '-F', folders: `-f -a ${quoted('(__fish_complete_directories)')}`, any: '-f' }[values.kind];
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
