import { arch } from 'node:os';

/** This machine, as terraform names it: `linux_amd64`. */
export const PLATFORM = `${process.platform}_${arch() === 'x64' ? 'amd64' : arch()}`;
