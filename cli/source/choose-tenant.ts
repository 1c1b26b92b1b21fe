/** Of what is about several tenants, the part that is asked for: nothing mixes two. */
import { Complaint, EXIT } from '../complaint';
import { where } from './files';

interface Part {
  readonly providers: readonly string[];
}

/** @param provider a provider configuration of the part; needed where there are several. @throws Complaint */
export function chosen<P extends Part>(parts: readonly P[], provider: string | undefined, path: string): P {
  const [only] = parts;
  if (only !== undefined && parts.length === 1 && provider === undefined) return only;
  const found = parts.find(({ providers }) => provider !== undefined && providers.includes(provider));
  if (found !== undefined) return found;
  const all = parts.flatMap(({ providers }) => providers).join(', ');
  throw new Complaint(
    EXIT.usage,
    provider === undefined
      ? `${where(path)} is of several tenants. Choose one by its provider configuration, with --provider: ${all}.`
      : `${where(path)} has nothing of the provider configuration ${JSON.stringify(provider)}. It has: ${all}.`,
  );
}
