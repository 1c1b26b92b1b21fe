import type { Model } from '../model';
import { nameOf } from './pinned';
import { finding, type Rule } from './rule';

export const unusedApp: Rule = {
  id: 'unused-app',
  severity: 'info',
  title: 'An app that no exception uses',
  rationale: 'Defining an app changes nothing on a client: only an exception that uses it does. [doc]',
  source: '[doc]',
  codes: ['unused-app'],
  *check(model) {
    for (const app of model.apps) {
      // Predefined apps appear in configurations by themselves [doc]; what is only looked up is defined elsewhere.
      if ((app.custom.known && !app.custom.value) || app.origin.address?.startsWith('data.')) continue;
      if (!mayBeUsed(model, app.key)) yield finding('unused-app', app, { app: nameOf(app) });
    }
  },
};

function mayBeUsed({ exceptions }: Model, key: string): boolean {
  return exceptions.some(({ data }) => {
    if (data.type === 'unknown') return true;
    if (data.type !== 'certificate_pinned_app') return false;
    return data.app.known ? data.app.value === key : (data.app.candidates?.includes(key) ?? true);
  });
}
