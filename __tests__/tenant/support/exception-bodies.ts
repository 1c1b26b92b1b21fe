/** One valid body per type of exception. */
import type { ExceptionType, SteeringExceptionInput } from '../../../tenant/contract';

export const exceptionBodies: Record<ExceptionType, SteeringExceptionInput> = {
  application: { type: 'application', application: { apps: ['Box'], action: 'bypass_except_dns' } },
  category: { type: 'category', category: { categories: ['Web Conferencing'] } },
  certificate_pinned_app: {
    type: 'certificate_pinned_app',
    certificate_pinned_app: { app_id: 'app-1', custom_app_domains: ['*'], mac: { action: 'block' } },
  },
  domains: { type: 'domains', domains: { domains: ['*.example.com', 'example.org'] } },
  dns: { type: 'dns', dns: { questions: [{ domain: '*.example.com', record_type: 'all' }] } },
  destination_location: {
    type: 'destination_location',
    destination_location: { locations: ['Data centre'], action: 'bypass', treat_like_local_ip: true },
  },
  source_location: { type: 'source_location', source_location: { locations: ['Lab'] } },
  source_countries: { type: 'source_countries', source_countries: { countries: ['DE', 'FR'] } },
};
