/** Awards for property tests. */
import fc from 'fast-check';
import { type Award, categories } from '../../src/case/types.ts';
import { awards, codeOf, district, idOf, officer, policy, unit } from './build.ts';

export const districts = ['浦东', '黄浦', '徐汇'].map((name) => district(name));

/** Few units and few persons, so that every kind of clash comes up; numbers are missing now and then. */
export const anyAward = fc
  .record({
    level: fc.constantFrom('city' as const, 'district' as const),
    category: fc.constantFrom(...categories),
    district: fc.constantFrom('浦东', '黄浦', '徐汇'),
    who: fc.integer({ min: 1, max: 5 }),
    member: fc.boolean(),
    numbered: fc.boolean(),
  })
  .map(({ who, numbered, category, ...facts }): Award => {
    const own = { ...facts, unit: `第${who}厂`, code: numbered ? codeOf(who) : '' };
    const [award] =
      category === 'unit' || category === 'department'
        ? awards(unit({ ...own, category, department: '保卫处' }))
        : awards(officer({ ...own, category, name: `王${who}`, idNumber: numbered ? idOf(who) : '' }));
    return award as Award;
  });
export const anyPolicy = fc
  .constantFrom('once' as const, 'each' as const)
  .map((twoIndividualAwards) => ({ ...policy, twoIndividualAwards }));
