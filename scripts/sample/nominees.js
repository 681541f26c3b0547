/** Who is nominated in one district: two levels, four categories, by the quotas and the table of situations. */
import { situations } from './situations.js';

/** The share of the city's officers that serves in its city units; the others come from further units. */
const officersOfCityUnits = 0.6;
/** Every so many officers of city units, one is not the head of the department. */
const staffEvery = 4;
/** Every so many persons of the city level, one has a name that a layout must cope with. */
const remarkableEvery = 6;

/**
 * @returns `(district)` → `{ unit, department, responsible, officer }`, each a list of
 *   `{ level, unit, person?, withoutId? }`, the city's first
 */
export function nominatorOf(random, register) {
  let persons = 0;
  const remarkable = () => ++persons % remarkableEvery === 0;

  return (district) => {
    const units = unitsOf(random, register, district);
    const otherUnit = (nonMembers) => register.unit(district, district.cityWide || !random.chance(nonMembers));
    const city = cityAwards(register, district, units, otherUnit, remarkable);
    const own = districtAwards(register, district, units, otherUnit, city);
    const withoutId = personsWithoutId(district.name, city, own);
    return {
      unit: [...collectives('市级', city.unit), ...collectives('区级', own.unit)],
      department: [...collectives('市级', city.department), ...collectives('区级', own.department)],
      responsible: [...individuals('市级', city.responsible), ...individuals('区级', own.responsible, withoutId)],
      officer: [...individuals('市级', city.officer), ...individuals('区级', own.officer, withoutId)],
    };
  };
}

function cityAwards(register, district, { cityUnits }, otherUnit, remarkable) {
  const ofCityUnits = Math.ceil(district.city.officer * officersOfCityUnits);
  return {
    unit: cityUnits,
    department: evenPlaces(cityUnits).slice(0, district.city.department),
    responsible: [...oddPlaces(cityUnits), ...evenPlaces(cityUnits)]
      .slice(0, district.city.responsible)
      .map((unit) => register.responsible(unit, remarkable())),
    officer: Array.from({ length: district.city.officer }, (_, place) => {
      if (place >= ofCityUnits) return register.chief(otherUnit(situations.nonMemberOfficers), remarkable());
      const role = (place + 1) % staffEvery === 0 ? register.staff : register.chief;
      return role(cityUnits[place], remarkable());
    }),
  };
}

function districtAwards(register, district, { shared, own }, otherUnit, city) {
  const units = [...shared, ...own];
  const ofShared = shared.map((unit) => register.responsible(unit));
  const ofOwn = own.map((unit) => register.responsible(unit));
  const leads = (person) => person === person.unit.people.chief;
  const start = Number(district.number);
  const third = Math.ceil(district.district.officer / situations.officerTurns.length);

  const department = inTurns(situations.departmentTurns, start, {
    unitAndDepartmentAtBothLevels: shared.filter((unit) => city.department.includes(unit)),
    unitAtBothLevels: shared.filter((unit) => !city.department.includes(unit)),
    unitAtDistrictOnly: own,
  });
  const responsible = [
    ...[...ofShared, ...ofOwn].filter((person) => leads(person) && !city.responsible.includes(person)),
    ...inTurns(situations.responsibleTurns, start, {
      personAtBothLevels: ofShared.filter((person) => city.responsible.includes(person)),
      unitAtBothLevels: ofShared.filter((person) => !city.responsible.includes(person)),
      unitAtDistrictOnly: ofOwn,
    }),
  ];
  const officer = [
    ...[...city.responsible, ...ofOwn].filter((person) => leads(person) && !city.officer.includes(person)),
    ...inTurns(situations.officerTurns, start, {
      personAtBothLevels: city.officer.filter((person) => !city.responsible.includes(person)),
      staffOfAwardedUnit: units.slice(-third).map((unit) => register.staff(unit)),
      staffOfOtherUnit: Array.from({ length: third }, () =>
        register.staff(otherUnit(situations.nonMemberDistrictUnits)),
      ),
    }),
  ];
  const first = (list, count) => [...new Set(list)].slice(0, count);
  return {
    unit: units,
    department: first(department, district.district.department),
    responsible: first(responsible, district.district.responsible),
    officer: first(officer, district.district.officer),
  };
}

/** The district's units: those of the city award, which of them it awards itself, and those it awards alone. */
function unitsOf(random, register, district) {
  const cityUnits = Array.from({ length: district.city.unit }, (_, place) =>
    register.unit(district, district.cityWide || !situations.nonMemberPlaces.includes(place)),
  );
  const shared = cityUnits.slice(0, Math.round(district.district.unit * situations.unitAtBothLevels));
  const own = Array.from({ length: district.district.unit - shared.length }, () =>
    register.unit(district, !random.chance(situations.nonMemberDistrictUnits)),
  );
  for (const places of situations.deputies) {
    if (district.name in places) register.deputy(cityUnits[places[district.name]]);
  }
  if (situations.responsibleAndOfficerAtDistrict.includes(district.name)) register.deputy(own.at(-1));
  return { cityUnits, shared, own };
}

/** Persons whose district award states no ID number. */
function personsWithoutId(district, city, own) {
  const isCity = (person) => city.officer.includes(person) || city.responsible.includes(person);
  const without = new Set();
  if (situations.officerWithoutId.includes(district))
    without.add(own.officer.findLast((person) => !isCity(person) && !own.responsible.includes(person)));
  if (situations.responsibleAndOfficerWithoutId.includes(district))
    without.add(own.officer.find((person) => !isCity(person) && own.responsible.includes(person)));
  if (situations.idAtCityOnly.includes(district))
    without.add(own.officer.find((person) => city.officer.includes(person)));
  return without;
}

/** Takes one of each group in turn, beginning with the turn of the given number, until all are used up. */
function inTurns(turns, start, groups) {
  const rest = turns.map((_, index) => [...groups[turns[(start + index) % turns.length]]]);
  const taken = [];
  while (rest.some((group) => group.length > 0)) for (const group of rest) taken.push(...group.splice(0, 1));
  return taken;
}

const evenPlaces = (list) => list.filter((_, place) => place % 2 === 0);
const oddPlaces = (list) => list.filter((_, place) => place % 2 === 1);
const collectives = (level, units) => units.map((unit) => ({ level, unit }));
const individuals = (level, people, withoutId = new Set()) =>
  people.map((person) => ({ level, unit: person.unit, person, withoutId: withoutId.has(person) }));
