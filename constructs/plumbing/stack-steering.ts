/**
 * What does a stack demand of its traffic, besides its resources? Each stack has one record, and its constructs enter
 * their demands there.
 */
import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import {
  underPremises,
  type Invariant,
  type Model,
  type Premise,
  type Steering,
  type TrafficTest,
} from '../../steering';
import type { Expiry, Suppression } from '../../steering/rules';
import { SteeringConfigurationBase } from './configuration-base';
import { keyOf, modelOfStack } from './model-from-stack';
import { nodesOf } from './synth';
import { writeAtSynth } from './steering-file';
import { flowInModel, type TrafficFlow } from '../traffic-flow';
import { modesThatSteer } from '../traffic-mode';

/** A test of traffic as its construct demands it, with the flow as a user writes it. */
export interface DemandedTest extends Omit<TrafficTest, 'flow'> {
  readonly flow: TrafficFlow;
}

const ALL = new WeakMap<TerraformStack, StackSteering>();

/** The demands of one stack, and the model on which they are judged. */
export class StackSteering implements Steering {
  /** The record of the stack around a construct. */
  static of(construct: IConstruct): StackSteering {
    const stack = TerraformStack.of(construct);
    let found = ALL.get(stack);
    if (found === undefined) ALL.set(stack, (found = new StackSteering(stack)));
    return found;
  }

  readonly suppressions: Suppression[] = [];
  private readonly demanded: DemandedTest[] = [];
  readonly invariants: Invariant[] = [];
  /** The last days of exceptions; their constructs enter them. */
  readonly expiries: Expiry[] = [];
  private read?: { readonly model: Model; readonly premises: readonly Premise[] };

  private constructor(private readonly stack: TerraformStack) {
    // This is the first of all validations. The later ones share one model, and the next synth reads a new one.
    stack.node.addValidation({
      validate: () => {
        delete this.read;
        return [];
      },
    });
    writeAtSynth(stack, this);
  }

  get trafficTests(): readonly TrafficTest[] {
    return this.demanded.map((test) => this.resolved(test));
  }

  demand(test: DemandedTest): void {
    this.demanded.push(test);
  }

  /** A test in the form that programs read, which names the configuration by its key in the model. */
  resolved({ flow, ...test }: DemandedTest): TrafficTest {
    return { ...test, flow: flowInModel(this.stack, flow, this.model) };
  }

  /** The model of what the stack would write, under its premises. */
  get model(): Model {
    return this.current.model;
  }

  /** The traffic modes that the stack's configurations expect of the tenant. */
  get premises(): readonly Premise[] {
    return this.current.premises;
  }

  private get current() {
    return (this.read ??= readStack(this.stack));
  }
}

/** Reads the model of a stack as it stands, with the premises that the stack takes for granted. */
export function readStack(stack: TerraformStack): { readonly model: Model; readonly premises: readonly Premise[] } {
  const model = modelOfStack(stack);
  const configurations = nodesOf(stack).filter((node) => node instanceof SteeringConfigurationBase);
  const premises = configurations.flatMap((configuration): Premise[] => {
    const { expectTrafficMode } = configuration;
    if (expectTrafficMode === undefined) return [];
    const key = keyOf(stack, configuration.configurationId, model);
    return [
      { configuration: key, construct: configuration.node.path, trafficModes: modesThatSteer(expectTrafficMode) },
    ];
  });
  return { model: underPremises(model, premises), premises };
}
