/** The platforms, each with the contract's word for it. */
import { PLATFORMS as FACTS, PLATFORM_WORDS } from '../../steering/domain/vocabulary';

export const PLATFORMS = FACTS.map((facts) => ({ ...facts, api: PLATFORM_WORDS[facts.name] }));
