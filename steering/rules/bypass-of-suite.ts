import { BROAD_CATEGORIES, suiteNamed } from '../catalogue/suites';
import { quote, rule } from './rule';
import { applicationsIn } from './transfer-site';

export const bypassOfSuite = rule({
  id: 'bypass-of-suite',
  severity: 'warning',
  title: 'A bypass of a whole suite',
  rationale:
    'Some applications stand for many products and hosts; the vendor has a category for them, Application Suite. [doc] An exception for one bypasses all of it, for accounts of the company and for others alike: what a proxy adds to tell them apart, such as the restriction to your own tenants, is missing from a bypassed flow. [doc] Which applications are such suites is our reading of the pages that the catalogue names, and names are compared loosely. [assumed]',
  source: '[doc]: definitions of categories, application feature support; [assumed]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_application_exception" "office" {
  configuration_id = "0"
  applications     = ["Microsoft Office 365"]
  action           = "bypass"
}`,
    right: `# Calls alone, whose traffic is sensitive to delay.
resource "netskopesteering_application_exception" "calls" {
  configuration_id = "0"
  applications     = ["Microsoft Teams"]
  action           = "bypass"
}`,
  },
  messages: {
    'bypass-of-suite': ({ entry, standsFor }: { entry: string; standsFor: string }) =>
      `The application ${quote(entry)} is bypassed, and it stands for ${standsFor}. Nothing that people send or fetch there is inspected. Name the one application that needs a bypass, or the domains that it needs.`,
    'bypass-of-suite/category': ({ entry, standsFor }: { entry: string; standsFor: string }) =>
      `The category ${quote(entry)} is bypassed, and it stands for ${standsFor}. Nothing that people send or fetch there is inspected. Name the sites that need a bypass in a domain exception.`,
  },
  *check(model, say) {
    for (const { exception, application: entry } of applicationsIn(model)) {
      const suite = suiteNamed(entry);
      if (suite === undefined) continue;
      const { standsFor } = suite;
      yield say('bypass-of-suite', exception, { entry, standsFor }, { attribute: ['applications'], value: entry });
    }
    for (const exception of model.exceptions) {
      if (exception.data.type !== 'category') continue;
      for (const entry of exception.data.names.items) {
        const broad = BROAD_CATEGORIES.find(({ name }) => name.toLowerCase() === entry.trim().toLowerCase());
        if (broad === undefined) continue;
        const at = { attribute: ['categories'], value: entry };
        yield say('bypass-of-suite/category', exception, { entry, standsFor: broad.standsFor }, at);
      }
    }
  },
});
