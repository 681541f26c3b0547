/** Departments and responsible persons come from units that are nominated themselves (notice part 2, notes). */
import { categoryNames, levelNames } from '../../case/terms.ts';
import { awardLevels, type Nominee } from '../../case/types.ts';
import { type Message, message } from '../../message.ts';
import { codeFault } from '../identifiers.ts';
import { normaliseUnitName } from '../names.ts';
import { cell, who } from './place.ts';

export function checkUnits(nominees: readonly Nominee[]): Message[] {
  return awardLevels.flatMap((level) => {
    const ofLevel = nominees.filter((one) => one.level === level);
    const units = ofLevel.filter((one) => one.category === 'unit');
    const codes = new Set(units.filter(hasCode).map((unit) => unit.code));
    const names = new Set(units.map((unit) => normaliseUnitName(unit.unit)));
    const namesWithoutCode = new Set(units.filter((one) => !hasCode(one)).map((unit) => normaliseUnitName(unit.unit)));
    // Two valid codes decide; where one of them is missing, the name does.
    const nominated = (one: Nominee) =>
      hasCode(one)
        ? codes.has(one.code) || namesWithoutCode.has(normaliseUnitName(one.unit))
        : names.has(normaliseUnitName(one.unit));
    return ofLevel
      .filter((one) => (one.category === 'department' || one.category === 'responsible') && !nominated(one))
      .map((one) =>
        message('eligibility.unit-not-nominated', {
          place: cell(one, '单位全称'),
          actual: one.unit,
          category: categoryNames[one.category],
          who: one.category === 'department' ? one.department : who(one),
          unit: one.unit,
          level: levelNames[level],
        }),
      );
  });
}

function hasCode({ code }: Nominee): boolean {
  return codeFault(code) === null;
}
