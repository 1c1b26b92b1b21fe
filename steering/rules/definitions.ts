/** Definitions of apps that are known, one for each platform. */
import type { MatchKind } from '../domain/processes';
import type { Definition, Model, PinnedApp } from '../model/model';
import { PLATFORMS, type PlatformName } from '../domain/vocabulary';

export interface Defined {
  readonly app: PinnedApp;
  readonly platform: PlatformName;
  readonly definition: Definition;
}

/** Those that are known to be of a kind. */
export function definitionsOf({ apps }: Model, kind: MatchKind): Defined[] {
  return apps.flatMap((app) =>
    PLATFORMS.flatMap(({ name: platform }): Defined[] => {
      const definition = app.platforms[platform];
      if (definition?.known !== true) return [];
      const { match } = definition.value;
      return match.known && match.value === kind ? [{ app, platform, definition: definition.value }] : [];
    }),
  );
}
