/**
 * A runbook is what a person does on the screens of a tenant, step by step, so that the tenant becomes what the code
 * says. These are its types; whoever shows a runbook needs nothing else.
 */
import type { Side } from '../../steering';

/** The screens of the console, in the words of the vendor's article [seed]; that of network locations [doc]. */
export const SCREENS = {
  network_location: 'Policies > Profiles > Network Location',
  app_definition: 'Settings > Security Cloud Platform > App Definition',
  steering_configuration: 'Settings > Security Cloud Platform > Steering Configuration',
  exceptions: 'Settings > Security Cloud Platform > Steering Configuration > Exceptions',
} as const;
export type Screen = keyof typeof SCREENS;

/** One value that a person types, pastes, chooses or ticks. */
export interface ScreenField {
  /** The name of the field on the screen. */
  readonly label: string;
  /** The value in the form in which the screen takes it; a list has commas between. */
  readonly value: string;
  /**
   * How it gets there: `paste` text, `choose` one of several, `tick` or `untick` a box, `import` a CSV file, of which
   * `value` is the whole content.
   */
  readonly how: 'paste' | 'choose' | 'tick' | 'untick' | 'import';
  /** What stands there before, where the step changes it and that is observed. */
  readonly before?: string;
}

/** What a step does to an object. */
export type Verb = 'create' | 'change' | 'delete' | 'enable' | 'disable' | 'move';

/** One thing that a person does, from opening a form to saving it. */
export interface RunbookStep {
  /** 8 hexadecimal digits that stay the same as long as the step does. A check box is remembered by it. */
  readonly id: string;
  /** 1 for the first one. */
  readonly number: number;
  readonly screen: Screen;
  /** The way to the form, such as `Settings > … > App Definition > New Certificate Pinned App`. */
  readonly path: string;
  readonly verb: Verb;
  /** What it is done to. */
  readonly object: {
    readonly kind: 'app' | 'configuration' | 'port_entry' | 'exception' | 'network_location';
    /** Its name for people: that of an app or a configuration, else a few words. */
    readonly name: string;
    readonly configuration?: string;
    readonly location?: Side;
    /** The Terraform address of the resource that wants it; left out for what no code has. */
    readonly address?: string;
  };
  /** What is done, as one sentence. */
  readonly title: string;
  readonly fields: readonly ScreenField[];
  /** What the screen shows when it is done. */
  readonly result: string;
  /**
   * Why the step may find that there is nothing to do: what it is about is not observed. Left out where it is observed
   * that the step is needed.
   */
  readonly unless?: string;
  /** Sentences that a person must know before this step: limits of the screen, what is open meanwhile. */
  readonly warnings: readonly string[];
  /** The ids of the steps that must be done before it. Steps without an order between them may be swapped. */
  readonly after: readonly string[];
}

/** What may be open while the runbook is worked on, told before its first step. */
export interface Hazard {
  /** What is open meanwhile, for whom, and the shortest way, in whole sentences. */
  readonly text: string;
  /** The ids of the steps between which it is so. */
  readonly steps: readonly string[];
}

/** One thing to look at when all steps are done. */
export interface Verification {
  readonly id: string;
  readonly where: 'console' | 'endpoint';
  readonly text: string;
  /** A command to run there, if there is one. */
  readonly command?: string;
}

export interface Runbook {
  /** The name of the stack or of the plan's file. */
  readonly name: string;
  /** The address of the tenant. */
  readonly tenant: string;
  /** When the tenant was observed, ISO 8601 in UTC. */
  readonly observedAt: string;
  /** Empty where the order is safe: no step opens anything that is neither open before nor after all steps. */
  readonly hazards: readonly Hazard[];
  /** Sentences to read first, such as what is deleted although the code may never have made it. */
  readonly remarks: readonly string[];
  /** In the order in which they are safe. */
  readonly steps: readonly RunbookStep[];
  readonly verifications: readonly Verification[];
}
