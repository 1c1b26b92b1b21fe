/** How the calls about managed resources are answered, and those about their identities, which Terraform 1.12 brought. */
import { importResource } from '../engine/import-resource';
import type { Resource } from '../engine/resource';
import * as engine from '../engine/resource-operations';
import { refuseWriteOnly } from '../engine/rules/write-only';
import { isCurrent, moveResource, upgradeIdentity, upgradeState } from '../engine/upgrade';
import { validateConfiguration } from '../engine/validate';
import type { Attributes } from '../schema/attribute';
import { typeOfAttributes } from '../schema/schema';
import { record, type ValueRecord } from '../values';
import * as proto from '../wire/gen/tfplugin6';
import type { Methods } from '../wire/grpc-server';
import { decodeJsonValue } from '../wire/json';
import { diagnosticToProto, identityToProto, pathToProto, type Describe } from '../wire/to-proto';
import { call } from './call';
import { decodeIdentity, decodeObject, encodeIdentity, encodeObject, sameBytes } from './objects';
import { finder, type Session } from './session';

export function resourceMethods<C>(resources: readonly Resource<C>[], session: Session<C>): Methods {
  const resourceOf = finder(resources);
  return {
    ValidateResourceConfig: call(
      proto.ValidateResourceConfig_Request,
      proto.ValidateResourceConfig_Response,
      ({ typeName, config, clientCapabilities }) => {
        const resource = resourceOf(typeName);
        const object = decodeObject(resource.schema, config) ?? record();
        const diagnostics = validateConfiguration(resource, object);
        if (clientCapabilities?.writeOnlyAttributesAllowed !== true)
          diagnostics.push(...refuseWriteOnly(resource.schema.attributes, object));
        return { diagnostics: session.told(resource.schema, diagnostics) };
      },
    ),

    UpgradeResourceState: call(
      proto.UpgradeResourceState_Request,
      proto.UpgradeResourceState_Response,
      ({ typeName, version, rawState }) => {
        const resource = resourceOf(typeName);
        const json = rawState?.json ?? new Uint8Array();
        // Most states are of the current form. Terraform takes them back in the JSON in which it sent them.
        if (json.length > 0 && isCurrent(resource, version))
          return { upgradedState: { json, msgpack: new Uint8Array() } };
        const decode = (attributes: Attributes) => decodeJsonValue(json, typeOfAttributes(attributes));
        const upgraded = upgradeState(resource, version, decode);
        if ('diagnostics' in upgraded) return { diagnostics: session.told(resource.schema, upgraded.diagnostics) };
        return { upgradedState: encodeObject(resource.schema, upgraded.state) };
      },
    ),

    ReadResource: call(
      proto.ReadResource_Request,
      proto.ReadResource_Response,
      async ({ typeName, currentState, currentIdentity, private: privateBytes, providerMeta }, context) => {
        const resource = resourceOf(typeName);
        const state = decodeObject(resource.schema, currentState) ?? record();
        const identity = decodeIdentity(resource, currentIdentity);
        const request = { state, identity, privateBytes };
        const outcome = await engine.readResource(resource, session.environment(context, providerMeta), request);
        return {
          // What did not change goes back in the bytes it came in.
          newState: outcome.state === state ? currentState : encodeObject(resource.schema, outcome.state),
          newIdentity: outcome.identity === identity ? currentIdentity : encodeIdentity(resource, outcome.identity),
          private: outcome.privateBytes,
          diagnostics: session.told(resource.schema, outcome.diagnostics),
        };
      },
      ({ currentState, currentIdentity, private: privateBytes }) => ({
        newState: currentState,
        newIdentity: currentIdentity,
        private: privateBytes,
      }),
    ),

    PlanResourceChange: call(
      proto.PlanResourceChange_Request,
      proto.PlanResourceChange_Response,
      async (request, context) => {
        const resource = resourceOf(request.typeName);
        const { schema } = resource;
        const prior = decodeObject(schema, request.priorState);
        const unchanged = sameBytes(request.priorState, request.proposedNewState);
        const proposed = unchanged ? prior : decodeObject(schema, request.proposedNewState);
        const outcome = await engine.planResource(resource, session.environment(context, request.providerMeta), {
          config: decodeObject(schema, request.config) ?? record(),
          prior,
          proposed,
          identity: decodeIdentity(resource, request.priorIdentity),
          privateBytes: request.priorPrivate,
        });
        // What did not change goes back in the bytes it came in.
        const plannedBytes = (state: ValueRecord | null) => {
          if (state === proposed) return request.proposedNewState;
          return state === prior ? request.priorState : encodeObject(schema, state);
        };
        return {
          plannedState: plannedBytes(outcome.state),
          plannedPrivate: outcome.privateBytes,
          plannedIdentity: outcome.identity && request.priorIdentity,
          requiresReplace: outcome.requiresReplace.map(pathToProto),
          diagnostics: session.told(resource.schema, outcome.diagnostics),
        };
      },
    ),

    ApplyResourceChange: call(
      proto.ApplyResourceChange_Request,
      proto.ApplyResourceChange_Response,
      async (request, context) => {
        const resource = resourceOf(request.typeName);
        const outcome = await engine.applyResource(resource, session.environment(context, request.providerMeta), {
          config: decodeObject(resource.schema, request.config) ?? record(),
          prior: decodeObject(resource.schema, request.priorState),
          planned: decodeObject(resource.schema, request.plannedState),
          identity: decodeIdentity(resource, request.plannedIdentity),
          privateBytes: request.plannedPrivate,
        });
        return {
          newState: encodeObject(resource.schema, outcome.state),
          newIdentity: encodeIdentity(resource, outcome.identity),
          private: outcome.privateBytes,
          diagnostics: session.told(resource.schema, outcome.diagnostics),
        };
      },
      ({ priorState, plannedIdentity, plannedPrivate }) => ({
        newState: priorState,
        newIdentity: plannedIdentity,
        private: plannedPrivate,
      }),
    ),

    MoveResourceState: call(proto.MoveResourceState_Request, proto.MoveResourceState_Response, (request) => {
      const resource = resourceOf(request.targetTypeName);
      const json = request.sourceState?.json ?? new Uint8Array();
      const moved = moveResource(resource, {
        providerAddress: request.sourceProviderAddress,
        typeName: request.sourceTypeName,
        version: request.sourceSchemaVersion,
        decode: (attributes) => decodeJsonValue(json, typeOfAttributes(attributes)),
      });
      if ('diagnostics' in moved) return { diagnostics: session.told(resource.schema, moved.diagnostics) };
      return {
        targetState: encodeObject(resource.schema, moved.state),
        targetIdentity: encodeIdentity(resource, moved.identity),
      };
    }),

    ImportResourceState: call(
      proto.ImportResourceState_Request,
      proto.ImportResourceState_Response,
      async ({ typeName, id, identity: data }, context) => {
        const resource = resourceOf(typeName);
        const identity = decodeIdentity(resource, data);
        const by = identity === undefined ? { id } : { identity };
        const outcome = await importResource(resource, session.environment(context), by);
        const { state, privateBytes } = outcome;
        const imported = {
          typeName,
          state: encodeObject(resource.schema, state),
          identity: encodeIdentity(resource, outcome.identity),
          private: privateBytes,
        };
        return {
          importedResources: state === null ? [] : [imported],
          diagnostics: session.told(resource.schema, outcome.diagnostics),
        };
      },
    ),
  };
}

export function identityMethods<C>(resources: readonly Resource<C>[], describe?: Describe): Methods {
  const resourceOf = finder(resources);
  return {
    GetResourceIdentitySchemas: call(
      proto.GetResourceIdentitySchemas_Request,
      proto.GetResourceIdentitySchemas_Response,
      () => ({
        identitySchemas: Object.fromEntries(
          resources.flatMap(({ name, identity }) =>
            identity === undefined ? [] : [[name, identityToProto(identity, describe)]],
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
