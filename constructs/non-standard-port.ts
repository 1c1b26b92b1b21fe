/**
 * Which other ports do clients steer? A non-standard port is any port except 80 and 443 whose web traffic is steered
 * too.
 */
import { Fn, Lazy, Token, type ITerraformDependable, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { complainAboutDomain, hostName } from '../steering/domain/hosts';
import { NonStandardPort as NonStandardPortResource } from './l1/non-standard-port';
import { checked } from './plumbing/checked';
import { refuse, refuseBad } from './plumbing/synth';

/** The traffic for which a port is steered. */
export interface NonStandardPortOptions {
  /**
   * The domains (or addresses) for which the port is steered.
   * @default - the port is steered for every process and host, other pinned apps included [seed]
   */
  readonly domains?: readonly string[] | undefined;
}

/** What an entry is made of: the configuration that it belongs to, and a port from 1 to 65535, which is no token. */
interface NonStandardPortProps extends NonStandardPortOptions {
  readonly configurationId: string;
  readonly port: number;
  /** The provider of the tenant. @default - the stack's provider without an alias */
  readonly provider?: TerraformProvider | undefined;
}

/**
 * An entry of the non-standard ports of a configuration: step 3 of blocking a native app. [seed] Only
 * `configuration.addNonStandardPort` makes one, and merges what several callers want of one port: two entries of one
 * port would not know of each other.
 */
export class NonStandardPort extends Construct implements ITerraformDependable {
  /** The TCP port, a number from 1 to 65535. */
  readonly port: number;
  /** The Terraform resource, for what this construct does not offer, such as `importFrom` and `moveFromId`. */
  readonly resource: NonStandardPortResource;
  /** The domains as they were written, keyed by the normal form that all spellings of a name share. */
  private readonly names = new Map<string, string>();
  private readonly tokens: string[][] = [];
  private unlimited = false;

  constructor(scope: Construct, id: string, props: NonStandardPortProps) {
    const [, { configurationId, port, provider, ...options }] = checked(scope, 'NonStandardPort', id, props);
    super(scope, id);
    if (!Number.isInteger(port) || port < 1 || port > 65535)
      refuse(this, `${port} is not a port. Give a whole number from 1 to 65535.`);
    this.port = port;
    // The list is put together at synth, when all callers have said what they want.
    const domains = Lazy.listValue({ produce: () => this.domains && [...this.domains] });
    this.resource = new NonStandardPortResource(this, 'Resource', {
      configurationId,
      port,
      domains,
      ...(provider && { provider }),
    });
    this.steer(options);
  }

  /** The entry's address in Terraform, so that others can depend on it. */
  get fqn(): string {
    return this.resource.fqn;
  }

  /** The id of the entry: `<configuration>/<entry>`. */
  get rowId(): string {
    return this.resource.id;
  }

  /** The domains for which the port is steered; undefined where it is steered for every host. */
  get domains(): readonly string[] | undefined {
    return this.unlimited ? undefined : union([...this.names.values()].sort(), this.tokens);
  }

  /**
   * Steers the port for these domains as well. If any caller wants the port without domains, the entry has no domains,
   * because the port is then steered for every host.
   */
  steer(options: NonStandardPortOptions): void {
    const [{ domains }] = checked(this, 'NonStandardPort.steer', options);
    if (domains === undefined) return this.steerEverything();
    if (!Token.isUnresolved(domains) && domains.length === 0) {
      refuse(
        this,
        'The list of domains is empty. Name domains, or leave the list out to steer the port for every host.',
      );
    }
    refuseBad(this, domains, complainAboutDomain);
    if (Token.isUnresolved(domains)) this.tokens.push([...domains]);
    else for (const domain of domains) this.add(domain);
  }

  /** Keeps one spelling of each name. It is the same one, whatever the order of the spellings. */
  private add(domain: string): void {
    const form = Token.isUnresolved(domain) ? domain : hostName(domain);
    const known = this.names.get(form);
    if (known === undefined || domain < known) this.names.set(form, domain);
  }

  private steerEverything(): void {
    if (this.unlimited) return;
    this.unlimited = true;
    this.resource.resetDomains();
  }
}

/** Unites names with lists that are tokens, which only Terraform can do. */
function union(names: string[], tokens: readonly string[][]): string[] {
  const [first, ...others] = names.length > 0 ? [...tokens, names] : tokens;
  if (first === undefined || tokens.length === 0) return names;
  return others.length === 0 ? first : Fn.tolist(Fn.setunion(first, others));
}
