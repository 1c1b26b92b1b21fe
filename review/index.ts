/**
 * What does a plan do to traffic? A review takes plan JSON, and says what changes and what was found. This folder
 * speaks of plans as terraform writes them, of models and flows as `steering` knows them, and of the `Review` that
 * every format renders.
 */
export { approvedBy, readApprovals, UnreadableApprovals } from './approvals';
export { GATES, stopOf, stoppingAt, type Gate } from './gates';
export { codeOf, LOCK_FILE, type ConfigurationCode as Code } from './plan/code';
export { OtherTenant } from './plan/tenants';
export { FORMATS, render, type Format } from './render';
export { renderFindings } from './render/sarif';
export * from './report';
export { TooLarge, type PlanToReview as PlanInput, type ReviewOptions } from './input';
export { reviewPlans } from './review';
export { differencesFrom, UnreadableReview } from './same-as';
export { approvalsFor, NotToApprove, writeApprovals } from './write-approvals';
