/** How the calls about identities of resources are answered, which Terraform 1.12 brought. */
import type { Resource } from '../engine/resource';
import { upgradeIdentity } from '../engine/upgrade';
import type { Attributes } from '../schema/attribute';
import { typeOfAttributes } from '../schema/schema';
import * as proto from '../wire/gen/tfplugin6';
import type { Methods } from '../wire/grpc-server';
import { decodeJsonValue } from '../wire/json';
import { diagnosticToProto, identityToProto } from '../wire/to-proto';
import { call } from './call';
import { encodeIdentity } from './objects';
import { finder } from './session';

export function identityMethods<C>(resources: readonly Resource<C>[]): Methods {
  const resourceOf = finder(resources);
  return {
    GetResourceIdentitySchemas: call(
      proto.GetResourceIdentitySchemas_Request,
      proto.GetResourceIdentitySchemas_Response,
      () => ({
        identitySchemas: Object.fromEntries(
          resources.flatMap(({ name, identity }) =>
            identity === undefined ? [] : [[name, identityToProto(identity)]],
          ),
        ),
      }),
    ),

    UpgradeResourceIdentity: call(
      proto.UpgradeResourceIdentity_Request,
      proto.UpgradeResourceIdentity_Response,
      ({ typeName, version, rawIdentity }) => {
        const resource = resourceOf(typeName);
        const json = rawIdentity?.json ?? new Uint8Array();
        // Terraform also asks where no identity is stored, as after an earlier version that had none.
        if (json.length === 0 || Buffer.from(json).toString() === 'null') return {};
        const decode = (attributes: Attributes) => decodeJsonValue(json, typeOfAttributes(attributes));
        const upgraded = upgradeIdentity(resource, version, decode);
        if ('diagnostics' in upgraded)
          return { diagnostics: upgraded.diagnostics.map((one) => diagnosticToProto(one)) };
        return { upgradedIdentity: encodeIdentity(resource, upgraded.state) };
      },
    ),
  };
}
