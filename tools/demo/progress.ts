/** Shows the progress of steps: a line that moves on a terminal, and one line for each finished step elsewhere. */
import { paletteOfStdout } from '../../cli/show';

const color = paletteOfStdout();

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** Runs a step and prints its title with a mark for success or failure. An error of the step is thrown again. */
export async function step<T>(title: string, run: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const stop = process.stdout.isTTY ? spin(title) : () => undefined;
  const finish = (mark: string) => {
    stop();
    console.log(`${mark} ${title} ${color.dim(`${((performance.now() - begun) / 1000).toFixed(1)} s`)}`);
  };
  try {
    const result = await run();
    finish(color.green('✓'));
    return result;
  } catch (cause) {
    finish(color.red('✗'));
    throw cause;
  }
}

function spin(title: string): () => void {
  let frame = 0;
  const timer = setInterval(() => {
    frame = (frame + 1) % FRAMES.length;
    process.stdout.write(`\r${color.cyan(FRAMES[frame] ?? '')} ${title}`);
  }, 80);
  return () => {
    clearInterval(timer);
    process.stdout.write('\r\u001b[K');
  };
}
