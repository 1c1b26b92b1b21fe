/**
 * This room answers what a tenant's steering state means. Its vocabulary is models, flows and what becomes of them,
 * spelled as in the provider's attributes. It does no I/O: whoever has a stack, a plan or a tenant reads it elsewhere
 * and hands it over as plain values.
 */

// What the words mean
export { ASSUMPTIONS, type Assumption, type AssumptionId, type Mark } from './domain/assumptions';
export { type Place, type TrafficModeName } from './domain/exceptions';
export type { CommaReading } from './domain/processes';
export { dayAfter, isDay } from './domain/days';
export { PLATFORMS, platformTitle, type PlatformName } from './domain/vocabulary';

// What the state is, as far as a source tells
export {
  expectTrafficMode,
  modelFromRestV1,
  modelFromStack,
  type StatedDefinition,
  modelFromTenant,
  modelsFromPlan,
  type PlannedModels,
} from './model';
export { readPlan, UnreadablePlan } from './model/check-plan';
export { SIDES, TRANSPORTS, type AskedFlow, type Flow, type Side, type Transport, type Unsaid } from './model/flow';
export { resourcesFromRestV1, type RestV1Configuration } from './model/from-rest-v1';
export { asRead, isLocalRange } from './model/rest-v1-read';
export { isNotObserved, isUnknownCode, PUBLISHED_DIALECT, type Dialect } from './model/rest-v1-fields';
export { resourcesFromPlan } from './model/from-plan';
export { resourcesFromStack, stackReferences, type StackJson } from './model/from-stack';
export type { TenantObjects } from './model/from-tenant';
export * from './model/model';
export {
  heldIn,
  plannedIn,
  withoutIndexes,
  type PlanJson,
  type PlannedChange,
  type ValueChange,
} from './model/plan-json';
export { DEFAULT_PROVIDER, mainPart, partsOfPlan, type PlanPart } from './model/plan-parts';
export { isWritten } from './model/plan-references';
export { addressOfProvider, normalAddress, type ProviderAddress } from './model/provider-address';
export { modelFromResources } from './model/read';
export {
  isObject,
  Unresolved,
  type SourceAttributes as Attributes,
  type SourceResource as Resource,
} from './model/resources';
export { partsOfStack, providerKey } from './model/stack-parts';

// What becomes of a flow, and why
export { asksForManaged } from './decide/actions';
export { decide, possibilitiesFor, type Decision } from './decide/decide';
export { fatesOf, FATES, inWords, OUTCOMES, type Fate, type Outcome, type Via } from './decide/outcome';
export { complainAboutFlow, complaintsAboutQuestion, complainAboutProcess } from './decide/question';
export { complaintsAboutNames, remarksOnNames } from './decide/question-names';
export type { Subject } from './decide/trace';

// Which mistakes are in a state
export { checkModel, checkModels, RULES } from './rules';
export type { Finding, FindingSubject, RuleReport, Severity, StatedOrder } from './rules';
export { foreignProcessesOf, type ForeignProcess } from './rules/known-app';

export { computed, groupBy, remembered } from './collections';

// What a change does to every flow
export { compare, memoryToCompare } from './compare/compare';
export type * from './compare/comparison';
export { bothFamilies } from './compare/regions';

// Whether a state does what its authors insist on
export { contradictionsOf, describeBroken, describeFailure } from './demands/describe-failure';
export {
  demandsOn,
  demandsOnNothing,
  DEMANDS_NOTHING,
  readSteeringJson,
  STEERING_JSON,
  UnreadableSteeringJson,
  writeSteeringJson,
  type SteeringFile as Steering,
} from './demands/steering-json';
export {
  checkInvariant,
  complainAboutClaim,
  type InvariantResult,
  type Invariant,
  judge,
  underPremises,
  type AppPremise,
  type ExpectableOutcome,
  type ModePremise,
  type Premise,
  type TrafficTest,
  type TrafficVerdict,
} from './demands/traffic-test';

// How a decision is told
export { capitalized, escapeActive, inert, quote } from './inert';
export { codeSpan, markdownProse } from './words/markdown';
export { describeDecision, describeFate, describeFlow, describeOutcome, narrate, unsaidIn } from './words/narrate';
export { htmlText, PAGE_STYLE } from './words/page';
export { layOutColumns, markdownTable, widthOf, wrapWords, type TableCell } from './words/tables';
