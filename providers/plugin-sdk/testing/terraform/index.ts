/**
 * Tests of a provider with the real terraform, in steps. The provider runs in the test's own process, so that a
 * debugger stops in it and a variable beside it can be the remote API; nothing is built or installed, and a step takes
 * about a second.
 *
 *     await testTerraform(provider, [
 *       { config: 'resource "x_note" "it" {\n  text = "a"\n}', plan: { 'x_note.it': 'create' }, state: { 'x_note.it': { text: 'a' } } },
 *       { config: 'resource "x_note" "it" {\n  text = ""\n}', error: /Text is empty/ },
 *       { importing: { address: 'x_note.it' } },
 *     ]);
 *
 * What only a process of its own does (handshake, TLS, its end) is not tested in this way; it takes a provider that is
 * built.
 */
export { testTerraform, type ImportStep, type PlannedAction, type TestStep as Step } from './steps';
export { remembered, type Expected } from './expect';
export { TerraformWorkspace, type ShownPlan, type ShownState, type TerraformOptions } from './workspace';
export {
  mustRunTerraform,
  runTerraform,
  startTerraform,
  terraformEnvironment,
  type TerraformResult,
  type TerraformRun,
  type TerraformRunOptions,
} from './run';
