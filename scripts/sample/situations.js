/**
 * The situations of the payout rules that the sample contains on purpose, by the name of the rule they exercise and
 * where they are found. `nominees.js` builds from this table.
 */
export const situations = {
  /** A unit wins at both levels, the city award pays: this share of every district's own units are city units too. */
  unitAtBothLevels: 0.55,

  /**
   * Departments whose unit won as well. All city departments do (their unit must be a city unit). The districts' own
   * departments are taken in turn from units that have: every award of both levels · the two unit awards but no
   * department of the city · the district's unit award alone.
   */
  departmentTurns: ['unitAndDepartmentAtBothLevels', 'unitAtBothLevels', 'unitAtDistrictOnly'],

  /** Likewise the districts' responsible persons: won at both levels · their unit alone did · neither. */
  responsibleTurns: ['personAtBothLevels', 'unitAtBothLevels', 'unitAtDistrictOnly'],

  /** And the districts' officers: won at both levels · of an awarded unit · of a unit without any award. */
  officerTurns: ['personAtBothLevels', 'staffOfAwardedUnit', 'staffOfOtherUnit'],

  /**
   * Deputies who lead the security department hold two individual awards. Per district, the place of the unit in its
   * list of city units (0 first), chosen for what a place has: a responsible person, an officer, or both.
   */
  deputies: [
    /** One person is responsible and officer at the city level; the notice is silent, paid once. */
    { 浦东: 1, 静安: 1, 普陀: 1, 虹口: 1, 内保处: 1 },
    /** City officer and district responsible person in one. */
    { 浦东: 6, 闵行: 2, 虹口: 6 },
    /** City responsible person and district officer in one. */
    { 长宁: 3, 静安: 3, 普陀: 3 },
  ],

  /** Responsible and officer at the district level: the deputy of the district's last unit, which has no city award. */
  responsibleAndOfficerAtDistrict: ['黄浦', '徐汇', '静安', '普陀', '杨浦'],

  /** A district officer whose ID number is not stated: unit and name stand for it. */
  officerWithoutId: ['浦东', '徐汇', '普陀', '嘉定', '金山'],

  /** Where neither row of that person states the ID number. */
  responsibleAndOfficerWithoutId: ['徐汇', '杨浦'],

  /** An officer at both levels whose ID number stands in the city's row only. */
  idAtCityOnly: ['黄浦', '虹口'],

  /**
   * Units that are no members of the *city* association, so that the district pays their city awards: these places in
   * each district's list of city units (0 first), and this share of the officers' other units.
   * The units at even places have a department as well, those at odd places a responsible person.
   */
  nonMemberPlaces: [4, 13],
  nonMemberOfficers: 0.12,

  /** A share of the units that only the district awards: their membership changes nothing, the district pays. */
  nonMemberDistrictUnits: 0.3,
};
