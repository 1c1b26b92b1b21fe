/** What a model may take for granted beside its source: the premises of a test, named in every answer that rests on them. */
import { TRAFFIC_MODES, type TrafficModeName } from './domain/exceptions';
import type { Configuration, Model } from './model';
import { notKnown, possibilitiesOf, type Value } from './value';

/**
 * The model in which a configuration, or each of its sides, is in one of these traffic modes where the source does not tell.
 * A mode that is known stays what it is, and so does one that can be none of these.
 * @param key of the configuration
 */
export function expectTrafficMode(model: Model, key: string, modes: readonly TrafficModeName[]): Model {
  const expected = (mode: Value<TrafficModeName>): Value<TrafficModeName> => {
    if (mode.known) return mode;
    const left = possibilitiesOf(mode, TRAFFIC_MODES).filter((one) => modes.includes(one));
    if (left.length === 0) return mode;
    return { ...notKnown(mode.reason, left), assumption: 'expected-traffic-mode' };
  };
  const narrowed = (configuration: Configuration): Configuration => {
    const { enabled, trafficMode } = configuration.dynamicSteering;
    return {
      ...configuration,
      trafficMode: expected(configuration.trafficMode),
      dynamicSteering: {
        enabled,
        trafficMode: {
          on_premises: expected(trafficMode.on_premises),
          off_premises: expected(trafficMode.off_premises),
        },
      },
    };
  };
  return { ...model, configurations: model.configurations.map((one) => (one.key === key ? narrowed(one) : one)) };
}
