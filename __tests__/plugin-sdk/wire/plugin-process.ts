// Starts a bundled plugin as terraform does, and speaks to it with the certificates of the handshake.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import * as http2 from 'node:http2';
import { connect, type ConnectionOptions } from 'node:tls';
import { createCertificate } from '../../../providers/plugin-sdk/wire/certificate';

export const COOKIE = 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2';

export interface Identity {
  readonly pem: string;
  readonly key: string;
}

export interface PluginProcess {
  readonly process: ChildProcess;
  readonly output: { stdout: string; stderr: string };
  /** Resolves when the process has ended and all its output is read. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

export function startProcess(bundle: string, env: NodeJS.ProcessEnv): PluginProcess {
  const child = spawn(process.execPath, [bundle], { env: { PATH: process.env['PATH'], ...env } });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  return { process: child, output, ended };
}

export interface Plugin extends PluginProcess {
  readonly address: string;
  readonly certificate: string;
}

/** Starts it and waits for the line of the handshake. */
export async function startPlugin(bundle: string, client: Identity, env: NodeJS.ProcessEnv = {}): Promise<Plugin> {
  const started = startProcess(bundle, {
    TF_PLUGIN_MAGIC_COOKIE: COOKIE,
    PLUGIN_PROTOCOL_VERSIONS: '5,6',
    PLUGIN_CLIENT_CERT: client.pem,
    ...env,
  });
  while (!started.output.stdout.includes('\n')) {
    const ended = await Promise.race([once(started.process.stdout!, 'data').then(() => undefined), started.ended]);
    if (ended) throw new Error(`no handshake, exit code ${ended.code}: ${started.output.stderr}`);
  }
  const [, , , address = '', , base64 = ''] = started.output.stdout.trim().split('|');
  const certificate = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
  return { ...started, address, certificate };
}

/** Connects with TLS as go-plugin's client does: the certificate of the handshake is the only root. */
export function tlsOptions({ address, certificate }: Plugin, identity: Identity | undefined): ConnectionOptions {
  return {
    path: address,
    ca: pad(certificate),
    servername: 'localhost',
    ALPNProtocols: ['h2'],
    ...(identity && { cert: identity.pem, key: identity.key }),
  };
}

export function connectTo(plugin: Plugin, identity: Identity | undefined): http2.ClientHttp2Session {
  const createConnection = () => connect(tlsOptions(plugin, identity));
  const session = http2.connect('https://localhost', { createConnection });
  session.on('error', () => undefined);
  return session;
}

export function newIdentity(): Identity {
  return createCertificate();
}

/** The handshake carries base64 without padding; PEM needs it, in lines of 64. */
function pad(pem: string): string {
  const [begin = '', base64 = '', end = ''] = pem.trim().split('\n');
  const lines =
    Buffer.from(base64, 'base64')
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [begin, ...lines, end, ''].join('\n');
}
