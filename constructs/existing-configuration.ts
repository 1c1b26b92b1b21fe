/** Configurations that are managed elsewhere: referred to by their id, or looked up by their name. */
import type { Construct } from 'constructs';
import { SteeringConfigurationBase } from './configuration-base';
import { DataNetskopesteeringConfiguration } from './l1/data-netskopesteering-configuration';
import { checkModes, type ModeProps } from './modes';
import { refuse } from './refusal';
import { escapeText } from './text';
import { expectMode, type TrafficMode } from './traffic-mode';

/** Use `SteeringConfiguration.fromId`. */
export class ReferredConfiguration extends SteeringConfigurationBase {
  constructor(
    scope: Construct,
    id: string,
    readonly configurationId: string,
  ) {
    super(scope, id, configurationId);
  }
}

/** Use `SteeringConfiguration.fromName`. */
export class NamedConfiguration extends SteeringConfigurationBase {
  readonly configurationId: string;
  override readonly expectTrafficMode: TrafficMode | undefined;

  constructor(scope: Construct, id: string, name: string, props: Pick<ModeProps, 'expectTrafficMode'>) {
    super(scope, id, `name ${name}`);
    const { expectTrafficMode } = props;
    this.expectTrafficMode = expectTrafficMode;
    if (name === '') refuse(this, 'The name to look up is empty. Give the exact name of a configuration.');
    checkModes(this, props, { at: {} });
    const data = new DataNetskopesteeringConfiguration(this, 'Resource', {
      name: escapeText(name),
      ...(expectTrafficMode !== undefined && { lifecycle: expectMode(expectTrafficMode) }),
    });
    this.configurationId = data.id;
  }
}
