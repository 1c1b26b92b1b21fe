/** The tenant that is held against the contract: the one that the environment names, or a local one. */
import { startTenant } from '../../../tenant/emulator';

export interface Target {
  /** The base URL of the contract, with `/api/v2` where the target has it. */
  serverUrl: string;
  token: string;
  /** Whether it is nobody's: then it may be asked for what would do harm if it were not refused. */
  isLocal: boolean;
  close(): Promise<void>;
}

const { STEERING_CONFORMANCE_URL: url, STEERING_CONFORMANCE_TOKEN: token } = process.env;

/** Whether the target belongs to this run alone. */
export const isLocal = url === undefined;

export async function openTarget(): Promise<Target> {
  if ((url === undefined) !== (token === undefined)) {
    throw new Error('Set both STEERING_CONFORMANCE_URL (with /api/v2) and STEERING_CONFORMANCE_TOKEN, or neither.');
  }
  if (url === undefined || token === undefined) return { ...(await startTenant()), isLocal: true };
  return { serverUrl: url.replace(/\/+$/, ''), token, isLocal: false, close: async () => undefined };
}
