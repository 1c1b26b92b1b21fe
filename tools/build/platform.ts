import { arch } from 'node:os';

/** The name that terraform has for the platform of this machine, such as `linux_amd64`. */
export const PLATFORM = `${process.platform}_${arch() === 'x64' ? 'amd64' : arch()}`;
