/** The platforms, each with the contract's word for it. */
import { PLATFORM_WORDS } from '../../steering/contract-words';
import { PLATFORMS as FACTS } from '../../steering/platforms';

export const PLATFORMS = FACTS.map((facts) => ({ ...facts, api: PLATFORM_WORDS[facts.name] }));
