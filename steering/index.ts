/**
 * What a tenant's steering state means. Vocabulary of this room: models, flows and what becomes of them, spelled as in the
 * provider's attributes. Pure: whoever has a stack, a plan or a tenant reads it elsewhere and hands it over as plain values.
 */
export { ASSUMPTIONS, type Assumption, type AssumptionId, type Mark } from './domain/assumptions';
export type { CommaReading } from './domain/processes';
export { compare } from './compare/compare';
export { bothFamilies } from './compare/regions';
export type * from './compare/comparison';
export { decide, possibilitiesFor, type Decision } from './decide/decide';
export { type Place, type TrafficModeName } from './domain/exceptions';
export { SIDES, TRANSPORTS, type AskedFlow, type Flow, type Side, type Transport, type Unsaid } from './model/flow';
export { foreignProcessesOf, type ForeignProcess } from './rules/known-app';
export * from './model/model';
export { asksForManaged } from './decide/actions';
export { modelFromResources } from './model/read';
export { inert, quote } from './inert';
export { describeDecision, describeFate, describeFlow, describeOutcome, narrate, unsaidIn } from './words/narrate';
export { layOutColumns, markdownTable, type TableCell } from './words/tables';
export { fatesOf, FATES, inWords, OUTCOMES, type Fate, type Outcome, type Via } from './decide/outcome';
export { PLATFORMS, type PlatformName } from './domain/vocabulary';
export { expectTrafficMode, modelFromStack, modelFromTenant, modelsFromPlan, type PlannedModels } from './model';
export {
  heldIn,
  plannedIn,
  withoutIndexes,
  type PlanJson,
  type PlannedChange,
  type ValueChange,
} from './model/plan-json';
export { isWritten } from './model/plan-references';
export { mainPart, partsOfPlan, type PlanPart } from './model/plan-parts';
export { addressOfProvider, normalAddress, type ProviderAddress } from './model/provider-address';
export { partsOfStack, type StackPart } from './model/stack-parts';
export { complainAboutFlow, complaintsAboutQuestion, complainAboutProcess } from './decide/question';
export { complaintsAboutNames, remarksOnNames } from './decide/question-names';
export { readPlan, UnreadablePlan } from './model/check-plan';
export { checkModel, describeFinding, RULES, type Finding, type Severity, type Suppression } from './rules';
export {
  isObject,
  Unresolved,
  type SourceAttributes as Attributes,
  type SourceResource as Resource,
} from './model/resources';
export { stackReferences, type StackJson } from './model/from-stack';
export type { TenantObjects } from './model/from-tenant';
export {
  readSteeringJson,
  STEERING_JSON,
  UnreadableSteeringJson,
  writeSteeringJson,
  type SteeringFile as Steering,
} from './demands/steering-json';
export { describeBroken, describeFailure } from './demands/describe-failure';
export {
  checkInvariant,
  complainAboutClaim,
  type InvariantResult,
  type Invariant,
  EXPECTABLE,
  judge,
  underPremises,
  type Expectable,
  type Premise,
  type TrafficTest,
  type TrafficVerdict,
} from './demands/traffic-test';
export type { Subject } from './decide/trace';
export { known, names, notKnown, possibilitiesOf, type Value } from './model/model';
