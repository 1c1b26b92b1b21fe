/**
 * What does a stack demand of its traffic, besides its resources? Each stack has one record, and its constructs enter
 * their demands there.
 */
import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import {
  underPremises,
  type AppPremise,
  type Invariant,
  type Model,
  type Premise,
  type Steering,
  type TrafficTest,
} from '../../steering';
import type { Expiry, Suppression } from '../../steering/rules';
import { keyAmong, keyOf, modelOfStack } from './model-from-stack';
import { nodesOf } from './synth';
import { writeAtSynth } from './steering-file';
import { flowInModel, type TrafficFlow } from '../traffic-flow';
import { modesThatSteer, type TrafficMode } from '../traffic-mode';

/** A test of traffic as its construct demands it, with the flow as a user writes it. */
export interface DemandedTest extends Omit<TrafficTest, 'flow'> {
  readonly flow: TrafficFlow;
}

const ALL = new WeakMap<TerraformStack, StackSteering>();

/** The demands of one stack, and the model on which they are judged. */
export class StackSteering {
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
    writeAtSynth(stack, () => this.file);
  }

  get trafficTests(): readonly TrafficTest[] {
    return this.demanded.map((test) => this.resolved(test));
  }

  demand(test: DemandedTest): void {
    this.demanded.push(test);
  }

  /** What the stack hands to those who judge it later. The last days get the addresses of their exceptions. */
  private get file(): Steering {
    const { suppressions, trafficTests, invariants, premises, model } = this;
    const expiries = this.expiries.map((expiry) => ({ ...addressOf(expiry, model), ...expiry }));
    return { suppressions, trafficTests, invariants, premises, expiries };
  }

  /** A test in the form that programs read, which names the configuration by its key in the model. */
  resolved({ flow, ...test }: DemandedTest): TrafficTest {
    return { ...test, flow: flowInModel(this.stack, flow, this.model) };
  }

  /** The model of what the stack would write, under its premises. */
  get model(): Model {
    return this.current.model;
  }

  /** What the stack expects of the tenant: traffic modes of configurations, and how apps are recognised. */
  get premises(): readonly Premise[] {
    return this.current.premises;
  }

  private get current() {
    return (this.read ??= readStack(this.stack));
  }
}

/** The address of the exception that a construct makes, where it makes exactly one. */
function addressOf({ construct }: Expiry, { exceptions }: Model): Pick<Expiry, 'address'> {
  const [only, ...others] = exceptions.filter(({ origin }) => `${origin.construct ?? ''}/`.startsWith(`${construct}/`));
  const address = only?.origin.address;
  return address === undefined || others.length > 0 ? {} : { address };
}

/**
 * A construct with something that it expects of the tenant. It is known by its form, not by its class, because a class
 * would have to know the constructs that enter their demands here.
 */
interface Expecting {
  readonly configurationId?: string;
  readonly expectTrafficMode?: TrafficMode;
  readonly appId?: string;
  readonly statedPlatforms?: AppPremise['platforms'];
}

/** Reads the model of a stack as it stands, with the premises that the stack takes for granted. */
export function readStack(stack: TerraformStack): { readonly model: Model; readonly premises: readonly Premise[] } {
  const model = modelOfStack(stack);
  const premises = nodesOf(stack).flatMap((node) => premisesOf(stack, node as IConstruct & Expecting, model));
  return { model: underPremises(model, premises), premises };
}

function premisesOf(stack: TerraformStack, node: IConstruct & Expecting, model: Model): Premise[] {
  const { expectTrafficMode, statedPlatforms } = node;
  const construct = node.node.path;
  if (expectTrafficMode !== undefined && node.configurationId !== undefined) {
    const configuration = keyOf(stack, node.configurationId, model);
    return [{ configuration, construct, trafficModes: modesThatSteer(expectTrafficMode) }];
  }
  if (statedPlatforms === undefined || node.appId === undefined) return [];
  return [{ app: keyAmong(stack, node.appId, model.apps), construct, platforms: statedPlatforms }];
}
