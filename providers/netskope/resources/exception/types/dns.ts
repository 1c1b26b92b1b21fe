/** What only DNS exceptions have: their attributes, and how these become the contract's fields. */
import {
  attribute,
  error,
  isKnown,
  oneOf,
  path,
  sizeAtLeast,
  type Diagnostic,
  type Path,
} from 'terraform-plugin-sdk-ts';
import { complainAboutDnsQuestion, hostName } from '../../../../../steering/domain/hosts';
import type { DnsRecordType } from '../../../client';
import { sentName, SPELLING_OF_HOSTS } from '../../../values';
import { exceptionType } from './exception-type';

/**
 * The record types. It is documented that each domain has one of them or all; of the types themselves only PTR is
 * named. [doc, assumed]
 */
export const RECORD_TYPES = [
  'all',
  'A',
  'AAAA',
  'CNAME',
  'HTTPS',
  'MX',
  'NS',
  'PTR',
  'SOA',
  'SRV',
  'SVCB',
  'TXT',
] as const satisfies readonly DnsRecordType[];

export const dns = exceptionType('dns', {
  description: 'A steering exception for DNS: questions to DNS servers are bypassed instead of steered. [doc]',
  attributes: {
    questions: attribute.setOf(
      {
        domain: attribute.string({
          required: true,
          normalize: hostName,
          description: `The name that is asked for, or \`*.example.com\`; with \`PTR\`, an address. [doc] ${SPELLING_OF_HOSTS}`,
        }),
        record_type: attribute.string({
          required: true,
          description: `\`all\`, or one type: ${RECORD_TYPES.slice(1).join(', ')}. [doc] Which types are offered is assumed.`,
          validators: [oneOf(...RECORD_TYPES)],
        }),
      },
      {
        required: true,
        description: 'The questions; at least one.',
        validators: [sizeAtLeast(1), checkQuestions],
      },
    ),
  },
  toApi: ({ questions }) => ({
    questions: questions.map(({ domain, record_type }) => ({
      domain: sentName(domain),
      record_type: record_type as DnsRecordType,
    })),
  }),
  fromApi: ({ questions }) => ({ questions: eachOnce(questions) }),
  pathOf: () => path('questions'),
});

/** The questions of a tenant, each of them once, because the tenant may have one question in two spellings. */
function eachOnce<Q extends { domain: string; record_type: string }>(questions: readonly Q[]): Q[] {
  const spellings = questions.map(
    (question) => [`${hostName(question.domain)} ${question.record_type}`, question] as const,
  );
  return [...new Map(spellings.reverse()).values()].reverse();
}

function checkQuestions(questions: readonly object[], at: Path): Diagnostic[] {
  return questions.flatMap((question) => {
    if (!isKnown(question)) return [];
    const { domain, record_type } = question as { domain: unknown; record_type: unknown };
    if (typeof domain !== 'string' || typeof record_type !== 'string') return [];
    const complaint = complainAboutDnsQuestion(domain, record_type);
    return complaint === undefined ? [] : [error(complaint.summary, complaint.detail, at)];
  });
}
