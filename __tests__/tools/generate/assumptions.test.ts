import { contractDocument } from '../../../tenant/contract/document';
import { listMarks } from '../../../tenant/contract/marks';
import { ASSUMPTIONS } from '../../../steering';
import { describeDecisions, describeMarks } from '../../../tools/generate/assumptions/describe-marks';

const base = { kind: 'field', source: undefined, description: undefined, assumedValues: [] } as const;

describe('the page of assumptions', () => {
  it('lists every statement of the contract once, and counts them all', () => {
    const marks = listMarks(contractDocument);
    const page = describeMarks(marks);
    const ids = [...page.matchAll(/^- `([^`]+)`/gm)].map(([, id]) => id);
    expect(ids.sort()).toEqual(marks.map(({ id }) => id).sort());
    const [, documented, assumed] = /\*\*All\*\* \| (\d+) \| (\d+)/.exec(page) ?? [];
    expect(Number(documented) + Number(assumed)).toBe(marks.length);
  });

  it('says of each what it means, where the vendor says so, and which of its values nobody published', () => {
    const page = describeMarks([
      { ...base, id: 'schemas.A.a', strength: 'assumed', description: 'Any *.x, or `*.x`.' },
      {
        ...base,
        id: 'schemas.BV1.b',
        strength: 'documented',
        source: '[doc] REST API v1',
        description: 'B.',
        assumedValues: ['0', 'all'],
      },
    ]);
    expect(page).toContain('## Fields\n\n### Fields: assumed\n\n- `schemas.A.a`: Any \\*.x, or `*.x`.\n');
    expect(page).toContain(
      '### Fields of REST v1: documented\n\n- `schemas.BV1.b`: B. Assumed values: `0`, `all`. ([doc] REST API v1)\n',
    );
    expect(page).toContain('| Operations | 0 | 0 |');
    expect(page).toContain('| **All** | 1 | 1 |');
  });

  it('takes the meaning of a field from what it refers to, when it has none of its own', () => {
    const described = listMarks(contractDocument).find(({ id }) => id === 'schemas.DnsQuestion.record_type');
    expect(described?.description).toMatch(/^A record type of DNS/);
  });

  it('lists what decisions rest on, by the ids that answers name', () => {
    const ids = [...describeDecisions(ASSUMPTIONS).matchAll(/^- `([^`]+)` \[\w+\]: .+\.$/gm)].map(([, id]) => id);
    expect(ids.sort()).toEqual(Object.keys(ASSUMPTIONS).sort());
    const page = describeDecisions({ a: { use: 'stands', mark: 'seed', statement: 'A *.x.' } });
    expect(page).toContain('- `a` [seed]: A \\*.x.\n');
  });
});
